"""Whether somebody is on duty at every minute, pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gandan.places.calendar import Calendar, vietnam_moment

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, order=True)
class Span:
    """From a moment up to, not including, another; both aware."""

    starts: datetime
    ends: datetime

    @property
    def hours(self) -> float:
        return (self.ends - self.starts) / timedelta(hours=1)


def days_between(since: date, until: date) -> list[date]:
    """Every day, the last one counted."""
    return [since + ONE_DAY * number for number in range((until - since).days + 1)]


def whole_days(since: date, until: date) -> list[Span]:
    """Every hour of the days: 24/24."""
    return [Span(vietnam_moment(since, time()), vietnam_moment(until + ONE_DAY, time()))]


def office_hours(calendar: Calendar, since: date, until: date) -> list[Span]:
    """The office sessions of the days, none on days off."""
    return [
        Span(vietnam_moment(day, one.start), vietnam_moment(day, one.end))
        for day in days_between(since, until)
        for one in calendar.sessions_on(day)
    ]


def holes(needed: Iterable[Span], kept: Iterable[Span]) -> list[Span]:
    """What of the needed time nobody keeps, in order. A shift may begin before and end after what is needed."""
    shifts, found = sorted(kept), []
    for need in sorted(needed):
        clock = need.starts
        for shift in shifts:
            if shift.ends <= clock or shift.starts >= need.ends:
                continue
            if shift.starts > clock:
                found.append(Span(clock, shift.starts))
            clock = shift.ends
        if clock < need.ends:
            found.append(Span(clock, need.ends))
    return found


def total_hours(spans: Iterable[Span]) -> float:
    return sum(one.hours for one in spans)


def by_day(spans: Iterable[Span]) -> dict[date, list[Span]]:
    """Cut at midnight, for a page of days."""
    cut: dict[date, list[Span]] = {}
    for one in spans:
        starts = one.starts
        while starts < one.ends:
            day = starts.astimezone(vietnam_moment(date(2000, 1, 1), time()).tzinfo).date()
            ends = min(one.ends, vietnam_moment(day + ONE_DAY, time()))
            cut.setdefault(day, []).append(Span(starts, ends))
            starts = ends
    return cut
