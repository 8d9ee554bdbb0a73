"""The stories of notices happen on Monday 23/11/2026, 9:00, while nobody sleeps."""

from __future__ import annotations

import pytest
from pytest_django.fixtures import Settings

from gandan.dossiers.tests import make
from gandan.notifications.tests import make as make_notices
from tests.conftest import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(make.MONDAY)
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return clock


@pytest.fixture
def two_each(settings: Settings) -> None:
    """Two suppliers of Zalo and two of text messages, all well."""
    settings.CARRIERS = make_notices.TWO_EACH
    make_notices.Double.forget()
