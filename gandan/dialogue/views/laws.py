"""The checklist per law; the leader's record."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.dossiers.models import Dossier
from gandan.measures.measure import Ask, answer
from gandan.measures.periods import chosen
from gandan.measures.registry import measures_named
from gandan.measures.scope import Scope
from gandan.people.access import LeaderRequest, OfficerRequest, leader, officer
from gandan.places.models import Agency

from ..checklist import Line, checklist
from ..limits import limits
from ..models import Opinion, Petition
from .finding import KEEPERS, tabs

SHOWN = (
    "receptions_held", "dialogues_held", "village_visits_held", "heads_received_monthly", "weeks_visited", "hamlets_visited",
    "petitions_on_time", "opinions_resolved", "opinions_on_time",
)  # fmt: skip
OF_A_LEADER = ("receptions_held", "dialogues_held", "village_visits_held")


def _where(line: Line) -> str:
    try:
        return reverse(line.look) if line.look else ""
    except NoReverseMatch:
        return ""


@officer(*KEEPERS)
def duties(request: OfficerRequest) -> HttpResponse:
    """What the laws ask, ticked from the data; the limits of law with how sure we are."""
    laws = checklist(request.commune, timezone.now())
    gaps = [line for law in laws for line in law.lines if line.told.is_met is False]
    facts = {
        "tabs": tabs("checklist"), "gaps": gaps, "limits": limits().values(),
        "laws": [(law.name, [(line, _where(line)) for line in law.lines]) for law in laws],
    }  # fmt: skip
    return render(request, "dialogue/officer/checklist.html", facts)


@leader
def record(request: LeaderRequest) -> HttpResponse:
    """The quarter of the commune, or of every commune for the province; what is still owed; each leader's own record."""
    period = chosen(request.GET, localdate(), default="quy-nay")
    now, commune = timezone.now(), request.office.commune
    communes = [commune] if commune else list(
        Agency.objects.communes().filter(province=request.office.agency, is_serving=True).order_by("sort_name")
    )  # fmt: skip
    scope = Scope(tuple(one.pk for one in communes), period.start, period.end, now)
    named = tuple(measures_named(SHOWN))
    (whole,), by_commune, by_host = answer(
        Ask(scope, named), Ask(scope, named, "agency"), Ask(scope, tuple(measures_named(OF_A_LEADER)), "host")
    )
    facts = {
        "commune": commune, "office": request.office, "period": period, "query": request.GET,
        "figures": [(one, one.say(whole.figures[one.name].value), whole.figures[one.name]) for one in named],
        "communes": _table(by_commune, named) if commune is None else [], "named": named,
        "hosts": _table(by_host, tuple(measures_named(OF_A_LEADER))) if commune else [], "owed": _owed(communes, now),
    }  # fmt: skip
    return render(request, "dialogue/leader/record.html", facts)


def _table(rows: Any, named: Any) -> list[tuple[str, list[str]]]:
    return [(row.label, [one.say(row.figures[one.name].value) for one in named]) for row in rows]


def _owed(communes: list[Agency], now: Any) -> dict[str, int]:
    """The responsibility of the head: what is late now. Counts only, so no denunciation shows."""
    return {
        "petitions": Petition.objects.filter(commune__in=communes).overdue(now).count(),
        "over_level": Petition.objects.filter(commune__in=communes, is_over_level=True).still_open().count(),
        "opinions": Opinion.objects.filter(occasion__commune__in=communes).overdue(now).count(),
        "dossiers": Dossier.objects.filter(commune__in=communes).overdue(now).count(),
    }
