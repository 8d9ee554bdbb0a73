"""The day of the hall: zones with their switches, counters with their balance, groups with what they saved."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate, localtime

from gandan.measures.registry import figures as figures_of
from gandan.measures.registry import measures_named
from gandan.measures.scope import Scope
from gandan.people.access import OfficerRequest, officer

from .. import measures
from ..balance import counters_on, moved_on, reasons_on, spread, zones_on
from ..models import PeerGroup
from .finding import need_to_serve


@officer
def figures(request: OfficerRequest) -> HttpResponse:
    need_to_serve(request)
    day = _day(request.GET.get("ngay", ""))
    scope = Scope((request.commune.pk,), day, day, localtime())
    told = figures_of(scope, *measures.SHOWN)
    counters = counters_on(request.commune, day)
    groups = PeerGroup.objects.filter(agency=request.commune, day=day, confirmed_at__isnull=False)
    context = {
        "day": day, "is_today": day == localdate(), "zones": zones_on(request.commune, day),
        "reasons": reasons_on(request.commune, day), "counters": counters, "spread": spread(counters),
        "moved": moved_on(request.commune, day), "groups": groups.select_related("procedure"),
        "figures": [(one, one.say(told[one.name].value), told[one.name].n) for one in measures_named(measures.SHOWN)],
    }  # fmt: skip
    return render(request, "hall/officer/figures.html", context)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return localdate()
