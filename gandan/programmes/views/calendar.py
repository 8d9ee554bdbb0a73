"""The switchboard: what runs on which day, and the kinds that can be switched on."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gandan.people.access import OfficerRequest, officer
from gandan.places.calendar import YEARS
from gandan.places.calendars import calendar_of
from gandan.programmes.kinds import all_kinds
from gandan.programmes.month_grid import month_grid
from gandan.programmes.rights import CHANGERS, why_not
from gandan.programmes.running import terms_of
from gandan.programmes.telling import cards


@officer
def calendar(request: OfficerRequest) -> HttpResponse:
    today = timezone.localdate()
    first = _month(request.GET.get("thang", ""), today)
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


def _month(text: str, today: date) -> date:
    """“2026-11”; this month for anything else."""
    year, _, month = text.partition("-")
    if year.isdecimal() and month.isdecimal() and len(text) <= 7 and int(year) in YEARS and 1 <= int(month) <= 12:
        return date(int(year), int(month), 1)
    return today.replace(day=1)
