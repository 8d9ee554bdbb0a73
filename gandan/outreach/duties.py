"""The roster of a team, read: hours it must hold, duties, holes. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils.timezone import localdate

from gandan.places.calendar import VIETNAM, vietnam_moment
from gandan.places.calendars import calendar_of

from .models import Mobilisation, Pattern, Shift, Team
from .rostering import Hole, Span, around_the_clock, half_days, holes, uncovered_hours, weekly
from .workflow import ShiftStatus

GONE = (ShiftStatus.ABSENT, ShiftStatus.COVERED)
"""Duties whose own member does not come: a cover, if any, is a duty of its own."""


def span_of(shift: Shift) -> Span:
    return Span(shift.starts_at.astimezone(VIETNAM), shift.ends_at.astimezone(VIETNAM))


def shifts_between(team: Team, since: date, until: date) -> QuerySet[Shift]:
    """Duties that touch these days, both counted."""
    start, end = (
        vietnam_moment(since, datetime.min.time()),
        vietnam_moment(until + timedelta(days=1), datetime.min.time()),
    )
    return team.shifts.filter(starts_at__lt=end, ends_at__gt=start).select_related("member", "covered_by")


def needed(team: Team, since: date, until: date) -> list[Span]:
    """The hours its pattern asks the team to hold, from its first day on; for a team by roster only, those it was asked for."""
    since = max(since, localdate(team.made_at))
    if team.pattern == Pattern.WEEKLY and team.weekday is not None and team.starts and team.ends:
        return weekly(team.weekday, (team.starts, team.ends), since=since, until=until)
    if team.pattern == Pattern.OFFICE:
        return half_days(calendar_of(team.commune, on=since), since=since, until=until)
    if team.pattern == Pattern.CLOCK:
        return around_the_clock(since=since, until=until)
    start, end = (
        vietnam_moment(since, datetime.min.time()),
        vietnam_moment(until + timedelta(days=1), datetime.min.time()),
    )
    asked = Mobilisation.objects.filter(team=team, starts_at__gte=start, starts_at__lt=end)
    return sorted({Span(one.starts_at.astimezone(VIETNAM), one.ends_at.astimezone(VIETNAM)) for one in asked})


@dataclass(frozen=True)
class Coverage:
    """Hours that must be held, and where people are missing."""

    windows: list[Span]
    holes: list[Hole]

    @property
    def hours(self) -> float:
        return sum(window.hours for window in self.windows)

    @property
    def uncovered(self) -> float:
        """Hours without anybody."""
        return uncovered_hours(self.holes)

    def of(self, window: Span) -> list[Hole]:
        return [hole for hole in self.holes if hole.span.meets(window)]


def coverage(team: Team, since: date, until: date, *, shifts: Iterable[Shift] | None = None) -> Coverage:
    """A day's duty from 22:00 belongs to the day before too, so a day more is read on each side."""
    day = timedelta(days=1)
    read = shifts_between(team, since - day, until + day) if shifts is None else shifts
    windows = needed(team, since, until)
    held = [span_of(one) for one in read if one.status not in GONE]
    return Coverage(windows, holes(windows, held, at_once=people_needed(team)))


def people_needed(team: Team) -> int:
    """A weekly session wants the whole team (S3.20: a session with two of three present is flagged)."""
    return max(team.at_once, team.least_members) if team.pattern == Pattern.WEEKLY else team.at_once


def holes_of_today(team: Team, now: datetime) -> list[Hole]:
    """Of today's hours not yet over: nobody rostered, or, once the duty runs, too few signed in."""
    local = now.astimezone(VIETNAM)
    today = local.date()
    found = coverage(team, today, today).holes
    begun = [one for one in needed(team, today, today) if one.starts_at + timedelta(minutes=5) <= local < one.ends_at]
    present = [
        span_of(one)
        for one in shifts_between(team, today, today)
        if one.status == ShiftStatus.PRESENT and one.left_at is None
    ]
    for window in begun:
        there = sum(one.meets(Span(local, local + timedelta(minutes=1))) for one in present)
        rostered = [hole for hole in found if hole.span.meets(window)]
        if there < people_needed(team) and not rostered:
            found.append(Hole(window, there, people_needed(team)))
    return [hole for hole in found if hole.span.ends_at > local]
