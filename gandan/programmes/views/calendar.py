"""The switchboard: what runs on which day, and the kinds that can be switched on."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gandan.measures.periods import month_asked
from gandan.people.access import OfficerRequest, officer
from gandan.places.calendars import calendar_of
from gandan.programmes.kinds import all_kinds
from gandan.programmes.month_grid import month_grid
from gandan.programmes.rights import CHANGERS, why_not
from gandan.programmes.running import terms_of
from gandan.programmes.telling import cards


@officer
def calendar(request: OfficerRequest) -> HttpResponse:
    today = timezone.localdate()
    first = month_asked(request.GET.get("thang", ""), today)
    month = month_grid(first, terms_of(request.commune), calendar_of(request.commune, on=today), today=today)
    page = {
        "month": month,
        "today": today,
        "is_this_month": first == today.replace(day=1),
        "cards": cards(request.commune, today),
        "why_not": why_not(request.office),
    }
    return render(request, "programmes/officer/calendar.html", page)


@officer(*CHANGERS)
def choose(request: OfficerRequest) -> HttpResponse:
    return render(request, "programmes/officer/choose.html", {"kinds": all_kinds()})
