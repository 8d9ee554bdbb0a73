"""Settled on the day of reception, pure: which limits a fast day serves, when its day ends, and the working of that date.

A day off stops a fast day. A Saturday or Sunday has none to stop: its session ends at the hours of the programme (A04),
while the statutory clock waits for the next working morning (A03).
"""

from __future__ import annotations

from datetime import date, datetime, time
from math import ceil

from gandan.places.calendar import SATURDAY, Calendar, to_vietnam_minute, vietnam_moment
from gandan.places.working import DayLine, Due, Sentence, Unit, Working, clock_words, day_words, moment_words
from gandan.programmes.kinds import Running, Values

HOURS = (time(7, 30), time(11, 30))
"""Of a weekend session when the programme does not say (A04)."""
WEEKDAY_HOURS = 8


def days_of(count: int, unit: Unit) -> int | None:
    """A statutory limit in the days a fast day speaks of: 3, 5, 7.

    Days are days, whether working days or not, as the models say only “03, 05, 07 ngày”; two half days or eight office
    hours are one, rounded up. None for months, which no day can stand for, and for limits that end on the same day anyway.
    """
    match unit:
        case Unit.WORKING_DAY | Unit.DAY:
            return count
        case Unit.HALF_DAY:
            return ceil(count / 2)
        case Unit.WORKING_HOUR:
            return ceil(count / WEEKDAY_HOURS)
        case _:
            return None


def serves(values: Values, days: int | None) -> bool:
    """Is a limit of so many days one of the programme's: exactly (A06), or up to its largest where it says so?"""
    if not days:
        return False
    return days <= values["limits"][-1] if values["up_to"] else days in values["limits"]


def closing(values: Values, day: date, calendar: Calendar) -> datetime | None:
    """The end of the programme's hours on this day; None on a day off."""
    if calendar.is_working_day(day):
        return calendar.end_of_day(day)
    if day in calendar.days_off or day.weekday() < SATURDAY:
        return None
    sessions = calendar.sessions.get(day.weekday())
    return vietnam_moment(day, sessions[-1].end if sessions else values["hours_to"] or HOURS[1])


def promised_end(values: Values, at: datetime, calendar: Calendar) -> datetime | None:
    """Until when a complete dossier received at `at` is settled; None when it came too late or on a day off."""
    here = to_vietnam_minute(at)
    end = closing(values, here.date(), calendar)
    return end if end is not None and here < end and here.time() <= values["cutoff"] else None


def latest(values: Values, end: datetime) -> time:
    """The hour by which papers have to be complete on a day that ends at `end`."""
    cutoff: time = values["cutoff"]
    return min(cutoff, to_vietnam_minute(end).time())


def same_day_due(rule: Running, received_at: datetime, end: datetime) -> Due:
    """The promise of a fast day with its working: the programme's name, its rule and the decision it rests on."""
    start, at = to_vietnam_minute(received_at), to_vietnam_minute(end)
    by = clock_words(latest(rule.values, end))
    received = (
        f"Nhận đủ hồ sơ {moment_words(start, near=start.date())}. "
        f"Đang chạy chương trình “{rule.name}”: đủ giấy tờ trước {by} thì có kết quả trong ngày."
    )
    due = f"Hạn là {day_words(at.date(), near=start.date())}, lúc {clock_words(at)}."
    working = Working(
        start=start, count=0, unit=Unit.SAME_DAY, rule=f"“{rule.name}”: đủ giấy tờ trước {by} thì có kết quả trong ngày.",
        citation=rule.basis or f"Chương trình “{rule.name}” của xã",
        days=(DayLine(at.date(), "due", f"nhận {start:%H:%M}, hạn {at:%H:%M}"),),
        sentences=(Sentence(text=received, source=rule.basis), Sentence(text=due, source="")),
    )  # fmt: skip
    return Due(at=at, is_provisional=False, working=working)
