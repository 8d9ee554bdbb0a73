"""The clock of the stories, and the kinds that exist only in tests."""

import pytest

from gandan.programmes import kinds
from tests.conftest import clock, nothing_remembered

from . import make

__all__ = ["clock", "nothing_remembered"]


@pytest.fixture(autouse=True)
def kinds_of_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in make.KINDS:
        monkeypatch.setitem(kinds._kinds, kind.name, kind)
    monkeypatch.setattr("django.utils.timezone.now", lambda: make.MONDAY)
