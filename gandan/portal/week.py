"""The coming week at the centre, pure: today, then each day that is not like others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gandan.places.calendar import Calendar, DayOff
from gandan.places.working import clock_words

DAYS = 7


@dataclass(frozen=True)
class DayOfWeek:
    """One row of “Tuần này ở xã”: whether the centre is open, its hours or the name of the day off, and by which notice."""

    day: date
    is_today: bool
    is_open: bool
    hours: str = ""
    name: str = ""
    basis: str = ""
    open_again: date | None = None


def week_ahead(calendar: Calendar, today: date) -> list[DayOfWeek]:
    """Today always; of the six days after it those that a law or notice made a day off or a make-up day."""
    return list(_rows(calendar, today))


def _rows(calendar: Calendar, today: date) -> Iterator[DayOfWeek]:
    for day in (today + timedelta(days=n) for n in range(DAYS)):
        named = calendar.days_off.get(day) or calendar.makeup_days.get(day)
        if day == today or named:
            yield _row(calendar, day, named, today=today)


def _row(calendar: Calendar, day: date, named: DayOff | None, *, today: date) -> DayOfWeek:
    is_open = calendar.is_working_day(day)
    sessions = calendar.sessions_on(day)
    return DayOfWeek(
        day=day,
        is_today=day == today,
        is_open=is_open,
        hours=", ".join(f"{clock_words(one.start)} đến {clock_words(one.end)}" for one in sessions),
        name=named.name if named else "",
        basis=named.basis if named else "",
        open_again=None if is_open else calendar.next_working_day(day),
    )
