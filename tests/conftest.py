"""What every test may use: the clock of the stories."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.core.cache import cache


class Clock:
    """The moment the whole process believes in. Only moves when told."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def set(self, text: str) -> datetime:
        """“2026-11-23 15:20”, Vietnamese time."""
        self.now = datetime.fromisoformat(f"{text}+07:00")
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Monday 23/11/2026, 9:00, the day before the new holiday."""
    clock = Clock(datetime.fromisoformat("2026-11-23 09:00+07:00"))
    monkeypatch.setattr("django.utils.timezone.now", clock)
    return clock


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    """The process-wide cache (serving communes, calendars) never leaks from one test into another."""
    cache.clear()
    yield
    cache.clear()
