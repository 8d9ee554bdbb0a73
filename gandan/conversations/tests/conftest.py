"""The clock of the stories, and carriers that remember, for the tests of this app."""

from collections.abc import Iterator
from typing import Any

import pytest

from gandan.gateways.carriers.fake import FakeCarrier
from tests.conftest import clock, nothing_remembered

__all__ = ["carriers", "clock", "nothing_remembered"]


@pytest.fixture
def carriers(settings: Any) -> Iterator[type[FakeCarrier]]:
    settings.CARRIERS = {
        "zalo": {name: "gandan.gateways.carriers.fake.FakeCarrier" for name in ("zalo-zns", "zalo-oa")}
    }
    FakeCarrier.forget()
    yield FakeCarrier
    FakeCarrier.forget()
