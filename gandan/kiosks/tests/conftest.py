"""Every story has its own outbox, printers and cabinets."""

from pathlib import Path

import pytest
from pytest_django import Settings

from gandan.gateways.sms.fake import FakeSms
from tests.conftest import clock, nothing_remembered

__all__ = ["clock", "nothing_remembered"]


@pytest.fixture(autouse=True)
def own_devices(settings: Settings, tmp_path: Path) -> None:
    settings.OUTBOX_DIR = tmp_path
    settings.SMS_GATEWAY = "gandan.gateways.sms.fake.FakeSms"
    settings.BANK_ACCOUNT = "1234567890"
    FakeSms.forget()
