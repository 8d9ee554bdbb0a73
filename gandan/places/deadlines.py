"""When a legal limit ends, pure: the same start, count, unit and calendar always give the same moment and working.

Bộ luật Dân sự 2015, Điều 147 (the first day does not count; hours run from their moment) and Điều 148 (days end with
the last day, a month without the day ends on its last, a limit ending on a day off ends with the next working day).
Limits of law end at the end of office hours. Sector law may set another unit or cutoff: that is data of the procedure.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime, time

from gandan.places.calendar import (
    LONGEST_DAYS,
    ONE_DAY,
    VIETNAM,
    Calendar,
    DayOff,
    Session,
    to_vietnam_minute,
    too_long,
    vietnam_moment,
)
from gandan.places.explanation import CALENDAR_UNITS, Counted, explain, unconfirmed_years
from gandan.places.working import DayLine, Due, Sentence, Unit, Working

__all__ = [
    "CUTOFF",
    "VIETNAM",
    "Calendar",
    "DayLine",
    "DayOff",
    "Due",
    "Sentence",
    "Session",
    "Unit",
    "Working",
    "due",
    "due_from",
    "half_day_end",
    "same_day_base",
    "to_vietnam_minute",
    "vietnam_moment",
]

CUTOFF = time(15, 0)
"""Nghị định 23/2015/NĐ-CP, Điều 7; Nghị định 118/2025/NĐ-CP, Điều 18, khoản 2: "sau 15 giờ"."""

HIGHEST_COUNT = {
    Unit.WORKING_DAY: LONGEST_DAYS,
    Unit.DAY: LONGEST_DAYS,
    Unit.MONTH: 120,
    Unit.WORKING_HOUR: LONGEST_DAYS * 8,
    Unit.HALF_DAY: LONGEST_DAYS * 2,
    Unit.SAME_DAY: 1,
}
ZERO_ALLOWED = frozenset({Unit.SAME_DAY, Unit.WORKING_HOUR})


def due(start: datetime, count: int, unit: Unit, calendar: Calendar, *, cutoff: time = CUTOFF) -> Due:
    """The moment `count` units after `start`, with its working.

    working_day: end of office hours of the n-th working day after the day of `start`. day and month: the same on the
    n-th calendar day or the corresponding day, moved to the next working day from a day off. working_hour: n office
    hours from the moment. half_day: end of the n-th session, one already begun being the first. same_day: end of the
    working day; received after `cutoff`, of the next one; received on a day off, as if at the next opening; its count
    says nothing (0 or 1). Seconds are dropped. ValueError, with a Vietnamese message, on a naive start, a count that
    the unit does not allow, or a limit beyond 3,660 days.
    """
    start, unit = to_vietnam_minute(start), Unit(unit)
    _check_count(count, unit)
    last_day = _last_day(start.date(), count, unit)
    at = _due_at(Counted(start, count, unit, cutoff, last_day, start), calendar)
    return due_from(Counted(start, count, unit, cutoff, last_day, at), calendar)


def due_from(counted: Counted, calendar: Calendar) -> Due:
    """A finished count with its working; ValueError beyond 3,660 days."""
    if (counted.at - counted.start).days > LONGEST_DAYS:
        raise too_long()
    is_provisional = bool(unconfirmed_years(counted.start, counted.at, calendar))
    return Due(at=counted.at, is_provisional=is_provisional, working=explain(counted, calendar))


def half_day_end(start: datetime, count: int, calendar: Calendar) -> datetime:
    """End of the `count`-th half-day session: one already begun is the first, one just ended is not."""
    start = to_vietnam_minute(start)
    _check_count(count, Unit.HALF_DAY)
    day = start.date()
    sessions = tuple(s for s in calendar.sessions_on(day) if start.time() < s.end)
    left = count
    while left > len(sessions):
        left -= len(sessions)
        day = calendar.next_working_day(day)
        sessions = calendar.sessions_on(day)
    return vietnam_moment(day, sessions[left - 1].end)


def same_day_base(start: datetime, calendar: Calendar, cutoff: time = CUTOFF) -> date:
    """The working day that a same-day limit belongs to; exactly at the cutoff is not yet after it."""
    start = to_vietnam_minute(start)
    is_today = calendar.is_working_day(start.date()) and start.time() <= cutoff
    return start.date() if is_today else calendar.next_working_day(start.date())


def _check_count(count: int, unit: Unit) -> None:
    lowest = 0 if unit in ZERO_ALLOWED else 1
    if count < lowest:
        raise ValueError(f"Số lượng của thời hạn ({unit}) phải từ {lowest} trở lên, không phải {count}.")
    if unit is Unit.SAME_DAY and count > 1:
        raise ValueError("Thời hạn trong ngày chỉ nhận số lượng 0 hoặc 1.")
    if count > HIGHEST_COUNT[unit]:
        raise too_long()


def _last_day(start: date, count: int, unit: Unit) -> date:
    if unit is Unit.DAY:
        return start + ONE_DAY * count
    return _months_later(start, count) if unit is Unit.MONTH else start


def _months_later(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def _due_at(counted: Counted, calendar: Calendar) -> datetime:
    start, count, unit = counted.start, counted.count, counted.unit
    if unit in CALENDAR_UNITS:
        last = counted.last_day
        return calendar.end_of_day(last if calendar.is_working_day(last) else calendar.next_working_day(last))
    if unit is Unit.WORKING_HOUR:
        return calendar.add_working_minutes(start, count * 60)
    if unit is Unit.HALF_DAY:
        return half_day_end(start, count, calendar)
    if unit is Unit.SAME_DAY:
        return calendar.end_of_day(same_day_base(start, calendar, counted.cutoff))
    return calendar.end_of_day(_working_days_later(start.date(), count, calendar))


def _working_days_later(day: date, count: int, calendar: Calendar) -> date:
    for _ in range(count):
        day = calendar.next_working_day(day)
    return day
