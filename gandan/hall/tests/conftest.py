"""The clock of the stories."""

from datetime import datetime

import pytest

from .make import at


class Clock:
    """The moment the whole process believes in. Only moves when told."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Monday 23/11/2026, 9:00."""
    clock = Clock(at(60))
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return clock
