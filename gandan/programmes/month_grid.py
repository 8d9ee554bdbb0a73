"""A month as weeks of days, Monday first, and what runs on each; the coming days of a rule. Pure."""

from __future__ import annotations

from calendar import Calendar as Weeks
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gandan.places.calendar import Calendar

from .kinds import Kind, Running, Values, kind_named

ONE_DAY = timedelta(days=1)
FARTHEST = 366
WEEKEND = "nghỉ cuối tuần"


@dataclass(frozen=True)
class Day:
    """`day_off` is the name of the day off, “nghỉ cuối tuần”, or "" for a working day."""

    day: date
    day_off: str
    is_today: bool
    is_in_month: bool
    runs: tuple[Running, ...] = ()

    @property
    def is_weekend(self) -> bool:
        return self.day_off == WEEKEND

    @property
    def is_bare(self) -> bool:
        """Nothing to say about it: left out where the month is a list."""
        return not self.runs and not self.is_today and self.day_off in ("", WEEKEND)


@dataclass(frozen=True)
class Month:
    first: date
    weeks: list[list[Day]]
    always: list[Running]
    """What runs on every day of its term: told once beside the month, not in thirty cells."""

    @property
    def previous(self) -> date:
        return (self.first - ONE_DAY).replace(day=1)

    @property
    def following(self) -> date:
        return (self.first + timedelta(days=31)).replace(day=1)


def month_grid(first: date, terms: Sequence[Running], calendar: Calendar, *, today: date) -> Month:
    """The month that begins on `first`."""
    weeks = [
        [_day(day, terms, calendar, first=first, today=today) for day in week]
        for week in Weeks().monthdatescalendar(first.year, first.month)
    ]
    last = max(day.day for day in weeks[-1] if day.is_in_month)
    shown = [one for one in terms if one.since <= last and (one.until is None or one.until >= first)]
    return Month(first, weeks, [one for one in shown if kind_named(one.kind).is_every_day])


def _day(day: date, terms: Iterable[Running], calendar: Calendar, *, first: date, today: date) -> Day:
    is_in_month = (day.year, day.month) == (first.year, first.month)
    runs = tuple(one for one in terms if is_in_month and _is_special(one, day) and not _rests(one.kind, day, calendar))
    return Day(day, day_off_words(calendar, day), day == today, is_in_month, runs)


def _is_special(one: Running, day: date) -> bool:
    kind = kind_named(one.kind)
    return one.covers(day) and not kind.is_every_day and kind.runs_on(one.values, day)


def _rests(kind: str, day: date, calendar: Calendar) -> bool:
    return kind_named(kind).rests_on_holidays and day in calendar.days_off and not calendar.is_working_day(day)


def day_off_words(calendar: Calendar, day: date) -> str:
    if calendar.is_working_day(day):
        return ""
    named = calendar.days_off.get(day)
    return named.name if named else WEEKEND


def coming_days(kind: Kind, values: Values, *, since: date, until: date | None) -> Iterator[date]:
    """Days on which a rule would run, looking at most a year ahead."""
    for number in range(FARTHEST):
        day = since + number * ONE_DAY
        if until is not None and day > until:
            return
        if kind.runs_on(values, day):
            yield day
