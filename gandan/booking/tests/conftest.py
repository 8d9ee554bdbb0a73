"""The clock of the stories."""

from __future__ import annotations

import pytest

from gandan.booking.tests import make


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Monday 23/11/2026, 9:00."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: make.MONDAY)
