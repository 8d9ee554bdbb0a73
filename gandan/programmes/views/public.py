"""What the commune offers this week and the next, in the citizen's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from gandan.people.access import PublicRequest, public
from gandan.places.calendar import Calendar
from gandan.places.calendars import calendar_of
from gandan.programmes.kinds import Running, kind_named
from gandan.programmes.models import Programme, Term
from gandan.programmes.month_grid import ONE_DAY
from gandan.programmes.running import on_day, terms_of

from .sending import send_regulation

DAYS = 14


@dataclass(frozen=True)
class Announced:
    """A programme as the citizen reads it."""

    name: str
    sentence: str
    basis: str
    term_id: int
    has_regulation: bool
    until: date | None


@dataclass(frozen=True)
class ServiceDay:
    day: date
    holiday: str
    announced: list[Announced]


@public
def week(request: PublicRequest) -> HttpResponse:
    """From Monday of this week through Sunday of the next, days gone by left out."""
    today = timezone.localdate()
    end = today - today.weekday() * ONE_DAY + timedelta(days=DAYS)
    days = [today + number * ONE_DAY for number in range((end - today).days)]
    runs = {day: on_day(request.commune, day) for day in days}
    shown = _announced(
        {one.term_id: one for found in runs.values() for one in found}, _last_days(terms_of(request.commune))
    )
    calendar = calendar_of(request.commune, on=today)
    special = [
        ServiceDay(day, _holiday(calendar, day), [shown[one.term_id] for one in runs[day] if not _is_always(one)])
        for day in days
    ]
    always = {one.term_id: shown[one.term_id] for found in runs.values() for one in found if _is_always(one)}
    page = {
        "days": [one for one in special if one.announced],
        "always": list(always.values()),
        "today": today,
        "end": end - ONE_DAY,
    }
    return render(request, "programmes/public/week.html", page)


@public
def public_regulation(request: PublicRequest, pk: int) -> FileResponse:
    """The regulation of what runs or is announced; that of the past stays with the officers."""
    not_ended = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    soon = Q(since__lt=timezone.localdate() + timedelta(days=DAYS))
    terms = Term.objects.filter(not_ended & soon, programme__in=Programme.objects.within(request.commune))
    return send_regulation(get_object_or_404(terms, pk=pk))


def _holiday(calendar: Calendar, day: date) -> str:
    named = calendar.days_off.get(day)
    return named.name if named else ""


def _is_always(one: Running) -> bool:
    return kind_named(one.kind).is_every_day


def _last_days(terms: Iterable[Running]) -> dict[int, date | None]:
    """By programme, from terms oldest first: a change of parameters is no end."""
    return {one.programme_id: one.until for one in terms}


def _announced(runs: dict[int, Running], last_days: dict[int, date | None]) -> dict[int, Announced]:
    with_file = set(Term.objects.filter(pk__in=runs).exclude(regulation="").values_list("pk", flat=True))
    return {pk: _told(one, last_days[one.programme_id], has_regulation=pk in with_file) for pk, one in runs.items()}


def _told(one: Running, last_day: date | None, *, has_regulation: bool) -> Announced:
    sentence = kind_named(one.kind).announced(one.values)
    return Announced(one.name, sentence, one.basis, one.term_id, has_regulation, last_day)
