"""Finding what the person at the screen may see, and the shapes of page that several views share."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render

from gandan.contests.models import Campaign, Contest
from gandan.contests.ways import address
from gandan.people.access import LeaderRequest, OfficerRequest
from gandan.people.models import User
from gandan.places.models import Agency

StaffRequest = OfficerRequest | LeaderRequest


def organiser_of(request: StaffRequest) -> Agency:
    """For whom the person organises: the commune, or the province."""
    return request.office.commune or request.office.agency


def own_campaign(request: StaffRequest, pk: int) -> Campaign:
    return get_object_or_404(Campaign.objects.run_by(organiser_of(request)).select_related("organiser"), pk=pk)


def own_contest(request: StaffRequest, pk: int) -> Contest:
    return get_object_or_404(Contest.objects.run_by(organiser_of(request)).select_related("organiser"), pk=pk)


def units_of(organiser: Agency) -> QuerySet[Agency]:
    """Who may be commended or takes part: parts of the commune, or communes of the province."""
    if organiser.commune_id:
        return Agency.objects.inside(organiser)
    return Agency.objects.communes().filter(province=organiser).order_by("sort_name")


def people_of(organiser: Agency) -> QuerySet[User]:
    """Staff from among whom judges are named."""
    within = {"agency__commune": organiser} if organiser.commune_id else {"agency__province": organiser}
    own = User.objects.filter(agency=organiser)
    return (User.objects.filter(**within) | own).filter(is_staff_member=True, is_active=True).order_by("sort_name")


def show_form(request: StaffRequest, form: Form, **words: Any) -> HttpResponse:
    """The one page of a form: `title`, `press`, `back` (address), `back_to` (words), optional `intro`."""
    return render(request, "contests/form.html", {"form": form, **words})


def confirm(request: StaffRequest, **words: Any) -> HttpResponse:
    """The one page that asks before something is locked: `title`, `text`, `press`, `back`, optional `danger`."""
    return render(request, "contests/confirm.html", words)


def on(request: StaffRequest, told: str, name: str, *parts: Any) -> HttpResponseRedirect:
    """Say that it is done and go to a page on this side."""
    messages.success(request, told)
    return redirect(address(request.path, name, *parts))
