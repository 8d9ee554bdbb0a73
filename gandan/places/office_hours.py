"""Office hours in words, pure: “thứ Hai đến thứ Sáu, 7 giờ 30 đến 11 giờ 30, 13 giờ đến 17 giờ”."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from gandan.places.calendar import Session
from gandan.places.working import WEEKDAYS, clock_words


def hours_words(week: Mapping[int, tuple[Session, ...]]) -> str:
    """The open days of a week (0 = Monday); days one after another with the same hours are told once."""
    return "; ".join(f"{_days_words(days)}, {_sessions_words(week[days[0]])}" for days in _runs(week))


def _runs(week: Mapping[int, tuple[Session, ...]]) -> Iterator[list[int]]:
    days = sorted(day for day, sessions in week.items() if sessions)
    numbered = enumerate(days)
    for _, run in groupby(numbered, key=lambda one: (one[1] - one[0], week[one[1]])):
        yield [day for _, day in run]


def _days_words(days: list[int]) -> str:
    first, last = WEEKDAYS[days[0]], WEEKDAYS[days[-1]]
    if len(days) == 1:
        return first
    return f"{first} và {last}" if len(days) == 2 else f"{first} đến {last}"


def _sessions_words(sessions: tuple[Session, ...]) -> str:
    return ", ".join(f"{clock_words(session.start)} đến {clock_words(session.end)}" for session in sessions)
