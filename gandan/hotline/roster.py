"""What the roster of a commune says: its lines, their holes, the hours nobody keeps. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.timezone import localtime

from gandan.core.vietnamese import say_day
from gandan.places.models import Agency

from .coverage import Span, by_day, days_between, holes, total_hours
from .models import DutyShift, Line, LineQuerySet

ONE_MINUTE = timedelta(minutes=1)


def lines_of(commune: Agency) -> LineQuerySet:
    return Line.objects.of(commune).in_use()


def holes_of(commune: Agency, since: date, until: date) -> list[tuple[Line, list[Span]]]:
    """Each line in use with the needed time nobody keeps. Two statements."""
    lines = list(lines_of(commune).select_related("commune", "unit"))
    kept: dict[int, list[Span]] = {line.pk: [] for line in lines}
    for shift in DutyShift.objects.filter(line__in=lines).touching(since, until):
        kept[shift.line_id].append(shift.span)
    return [(line, holes(line.needed(since, until), kept[line.pk])) for line in lines]


@dataclass(frozen=True)
class Day:
    """One line on one day: its shifts and holes; `is_needed` false: nobody has to be there."""

    day: date
    shifts: list[DutyShift]
    holes: list[str]
    is_needed: bool


@dataclass(frozen=True)
class LineWeek:
    line: Line
    days: list[Day]
    hole_hours: float


def weeks_of(commune: Agency, since: date, until: date) -> list[LineWeek]:
    """Line by line, day by day. Two statements."""
    shifts: dict[tuple[int, date], list[DutyShift]] = {}
    found = holes_of(commune, since, until)
    rows = (
        DutyShift.objects.filter(line__in=[line for line, _ in found]).touching(since, until).select_related("person")
    )
    for one in rows:
        for day in by_day([one.span]):
            shifts.setdefault((one.line_id, day), []).append(one)
    return [_week(line, line_holes, shifts, since, until) for line, line_holes in found]


def _week(
    line: Line, line_holes: list[Span], shifts: dict[tuple[int, date], list[DutyShift]], since: date, until: date
) -> LineWeek:
    open_hours, needed = by_day(line_holes), by_day(line.needed(since, until))
    days = [
        Day(day, shifts.get((line.pk, day), []), [clock(one) for one in open_hours.get(day, [])], day in needed)
        for day in days_between(since, until)
    ]
    return LineWeek(line, days, total_hours(line_holes))


def clock(span: Span) -> str:
    """“17:00–24:00”."""
    starts, ends = localtime(span.starts), localtime(span.ends)
    last = f"{ends:%H:%M}" if ends.date() == starts.date() else "24:00"
    return f"{starts:%H:%M}–{last}"


def say(span: Span) -> str:
    """“Chủ nhật, 29/11, 07:00–24:00”, or from one day to another."""
    starts, ends = localtime(span.starts), localtime(span.ends)
    if (ends - ONE_MINUTE).date() == starts.date():
        return f"{say_day(starts.date())}, {clock(span)}"
    return f"{starts:%H:%M} {say_day(starts.date())} đến {ends:%H:%M} {say_day(ends.date())}"
