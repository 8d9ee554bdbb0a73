"""The commune's offices: the tree with contact data, and office hours."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from gandan.core.vietnamese import say_day
from gandan.people.access import OfficerRequest, officer
from gandan.places import actions
from gandan.places.calendars import calendar_of
from gandan.places.forms import HALVES, AgencyForm, SessionsForm
from gandan.places.models import Agency, AgencyKind
from gandan.places.office_hours import hours_words
from gandan.ui.views.pressing import press

from .calendar import EDITORS

NOON = time(12)


@officer
def agency(request: OfficerRequest) -> HttpResponse:
    offices = list(Agency.objects.inside(request.commune).exclude(pk=request.commune.pk))
    page = {
        "divisions": [office for office in offices if office.kind == AgencyKind.DIVISION],
        "partners": [office for office in offices if office.kind == AgencyKind.PARTNER],
        "hours": hours_words(calendar_of(request.commune, on=timezone.localdate()).sessions),
        "can_edit": request.office.holds(*EDITORS),
    }
    return render(request, "places/officer/agency.html", page)


@officer(*EDITORS)
def edit_agency(request: OfficerRequest, code: str) -> HttpResponse:
    found = get_object_or_404(Agency.objects.inside(request.commune), code=code)
    told = {name: getattr(found, name) for name in ("name", "phone", "email", "address", "identifier")}
    form = AgencyForm(request.POST or None, initial=told, agency=found)
    if press(request, form, lambda: actions.edit_agency(found, by=request.user, **form.cleaned_data)):
        messages.success(request, f"Đã lưu {found.name}.")
        return redirect("places:agency")
    page = {"form": form, "heading": f"Sửa {told['name']}", "back": reverse("places:agency"), "section": "agency"}
    return render(request, "places/officer/edit.html", page)


@officer
def office_hours(request: OfficerRequest) -> HttpResponse:
    today = timezone.localdate()
    coming = request.commune.sessions.filter(valid_from__gt=today).values_list("valid_from", flat=True)
    page = {
        "hours": hours_words(calendar_of(request.commune, on=today).sessions),
        "coming": [(day, hours_words(calendar_of(request.commune, on=day).sessions)) for day in sorted(set(coming))],
        "can_edit": request.office.holds(*EDITORS),
    }
    return render(request, "places/officer/office_hours.html", page)


@officer(*EDITORS)
def set_sessions(request: OfficerRequest) -> HttpResponse:
    today = timezone.localdate()
    form = SessionsForm(request.POST or None, initial=_week_now(request.commune, today), today=today)

    def act() -> None:
        actions.set_sessions(request.commune, form.week(), valid_from=form.cleaned_data["valid_from"], by=request.user)

    if press(request, form, act):
        messages.success(request, f"Giờ làm việc mới áp dụng từ {say_day(form.cleaned_data['valid_from'])}.")
        return redirect("places:office_hours")
    return render(request, "places/officer/set_sessions.html", {"form": form})


def _week_now(commune: Agency, today: date) -> dict[str, Any]:
    """The hours in force, as the form names them: a session that starts before noon is the morning's."""
    told: dict[str, Any] = {"valid_from": today}
    for day, sessions in calendar_of(commune, on=today).sessions.items():
        for session in sessions:
            half = HALVES[0][0] if session.start < NOON else HALVES[1][0]
            told |= {f"{half}_starts_{day}": session.start, f"{half}_ends_{day}": session.end}
    return told
