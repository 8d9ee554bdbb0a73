"""One programme: what it says now, what it said, who changed it, what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from gandan.people.access import OfficerRequest, officer
from gandan.places.calendars import calendar_of
from gandan.programmes.forms import RuleOnDayForm
from gandan.programmes.kinds import Kind, knows
from gandan.programmes.models import Programme, Term
from gandan.programmes.month_grid import day_off_words
from gandan.programmes.rights import why_not
from gandan.programmes.telling import COMING, RUNNING, Card, card, history, journal, readings, said_in_full, values_of

from .sending import send_regulation


@officer
def detail(request: OfficerRequest, pk: int) -> HttpResponse:
    programme = get_object_or_404(
        Programme.objects.within(request.commune).select_related("agency").prefetch_related("terms"), pk=pk
    )
    today, now = timezone.localdate(), timezone.now()
    told = card(programme, today)
    kind = programme.kind_of() if knows(programme.kind) else None
    read = values_of(told.term) if told.term else None
    page = {
        "programme": programme,
        "card": told,
        "kind": kind,
        "said": said_in_full(*read, request.commune) if read else [],
        "chapters": history(programme, today),
        "journal": journal(programme),
        "readings": _readings(request, kind, told, today),
        "why_not": why_not(request.office, programme),
        "can_switch_off": told.state == RUNNING,
        "can_call_off": told.state == COMING,
        "now": now,
        **_rule_on_day(request, programme, today),
    }
    return render(request, "programmes/officer/detail.html", page)


@officer
def regulation(request: OfficerRequest, pk: int) -> FileResponse:
    """The file of a term, for the officers of the communes it steers."""
    steering = Programme.objects.within(request.commune)
    return send_regulation(get_object_or_404(Term.objects.filter(programme__in=steering), pk=pk))


def _readings(request: OfficerRequest, kind: Kind | None, told: Card, today: date) -> list[Any]:
    if kind is None or told.since is None:
        return []
    return readings(kind.measures, request.commune, told.since, timezone.now(), min(today, told.until or today))


def _rule_on_day(request: OfficerRequest, programme: Programme, today: date) -> dict[str, Any]:
    """“Ngày ấy chạy theo quy định nào?”: the question and, when it was asked, the answer."""
    form = RuleOnDayForm(request.GET) if "ngay" in request.GET else RuleOnDayForm(initial={"ngay": today})
    day = form.day()
    if day is None:
        return {"form": form}
    term = programme.terms.touching(day, day).first()
    read = values_of(term) if term else None
    if read is None:
        return {"form": form, "asked": day}
    kind, values = read
    calendar = calendar_of(request.commune, on=day)
    return {
        "form": form, "asked": day, "rule": term, "rule_said": said_in_full(kind, values, request.commune),
        "does_run": kind.runs_on(values, day), "day_off": day_off_words(calendar, day),
    }  # fmt: skip
