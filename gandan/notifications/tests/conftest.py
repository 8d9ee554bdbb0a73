"""The stories of notices happen on Monday 23/11/2026, 9:00, while nobody sleeps."""

from __future__ import annotations

import pytest

from gandan.dossiers.tests import make
from tests.conftest import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock(make.MONDAY)
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return clock
