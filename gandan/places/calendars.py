"""The working calendar of an agency, read from the database and kept in memory (gandan/core/kept.py)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.timezone import localdate

from gandan.core.kept import Kept

from .calendar import DEFAULT_SESSIONS, Calendar, DayOff, Session
from .models import Agency, CalendarDay, CalendarYear, DayKind, OfficeSession

WeekSessions = dict[int, tuple[Session, ...]]
Timetable = dict[date, WeekSessions]
"""The weeks of one agency by the day from which they hold."""


@dataclass
class _Calendars:
    national: Calendar
    lines: dict[int, list[Timetable]] = field(default_factory=dict)
    calendars: dict[tuple[int, date | None, int], Calendar] = field(default_factory=dict)


def national_calendar() -> Calendar:
    """Days off, make-up days and confirmed years of the country, with the default office hours. No SQL when kept."""
    return _kept.fresh().national


def calendar_of(agency: Agency, *, on: date | None = None) -> Calendar:
    """The calendar of one agency with the office hours in force on a day (today when not told). No SQL when kept.

    An agency without office hours of its own keeps those of the nearest agency above it: commune, then province.
    """
    kept = keep_calendars([agency])
    found = _in_force(kept.lines[agency.pk], on or localdate())
    if found is None:
        return kept.national
    level, since = found
    key = (agency.pk, since, level)
    if key not in kept.calendars:
        kept.calendars[key] = _with_sessions(kept.national, kept.lines[agency.pk][level][since])
    return kept.calendars[key]


def keep_calendars(agencies: Iterable[Agency]) -> _Calendars:
    """Read the office hours of these agencies, in one statement, unless they are kept already."""
    kept = _kept.fresh()
    if missing := [agency for agency in agencies if agency.pk not in kept.lines]:
        kept.lines.update(_timetables(missing))
    return kept


def forget_calendars() -> None:
    """Read again from the database: now, and once more when the change is committed."""
    _kept.forget()


def week_of(sessions: Iterable[OfficeSession]) -> WeekSessions:
    """Office sessions by weekday, each day in order of the clock."""
    week: WeekSessions = {}
    for row in sorted(sessions, key=lambda row: (row.weekday, row.starts)):
        week[row.weekday] = (*week.get(row.weekday, ()), Session(row.starts, row.ends))
    return week


def _read_national() -> Calendar:
    days = {row.day: (row.kind, DayOff(row.day, row.name, row.basis)) for row in CalendarDay.objects.all()}
    return Calendar(
        sessions=DEFAULT_SESSIONS,
        days_off={day: told for day, (kind, told) in days.items() if kind != DayKind.MAKEUP},
        makeup_days={day: told for day, (kind, told) in days.items() if kind == DayKind.MAKEUP},
        complete_years=frozenset(CalendarYear.objects.values_list("year", flat=True)),
    )


_kept = Kept("places.calendars", lambda: _Calendars(_read_national()))


def _timetables(agencies: list[Agency]) -> dict[int, list[Timetable]]:
    """By agency: its timetable and those above it, nearest first (one statement for all)."""
    lines = {agency.pk: agency.line for agency in agencies}
    rows: dict[int, dict[date, list[OfficeSession]]] = {}
    for row in OfficeSession.objects.filter(agency__in={pk for line in lines.values() for pk in line}):
        rows.setdefault(row.agency_id, {}).setdefault(row.valid_from, []).append(row)
    weeks = {pk: {since: week_of(sessions) for since, sessions in dated.items()} for pk, dated in rows.items()}
    return {pk: [weeks.get(above, {}) for above in line] for pk, line in lines.items()}


def _in_force(line: list[Timetable], day: date) -> tuple[int, date] | None:
    for level, timetable in enumerate(line):
        begun = [since for since in timetable if since <= day]
        if begun:
            return level, max(begun)
    return None


def _with_sessions(national: Calendar, week: WeekSessions) -> Calendar:
    return Calendar(
        sessions=week,
        days_off=national.days_off,
        makeup_days=national.makeup_days,
        complete_years=national.complete_years,
    )
