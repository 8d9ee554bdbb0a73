"""The giver's side: give, follow by unit, accept, give back, postpone, withdraw."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.people.access import LeaderRequest, leader
from gandan.places.models import Agency, AgencyQuerySet

from .. import actions, listing
from ..forms import AssignForm
from ..history import history
from ..models import Task
from . import pressing
from .officer import find, workbook_of


def _units(request: LeaderRequest) -> AgencyQuerySet:
    """Units the leader may give to: those of the commune, or the communes of the province."""
    if request.office.commune:
        return Agency.objects.inside(request.office.commune)
    return Agency.objects.communes().filter(province=request.office.agency).order_by("sort_name")


@leader
def overview(request: LeaderRequest) -> HttpResponse:
    """Not taken in three days, overdue by unit with the cause (S0.45)."""
    now = timezone.now()
    seen = Task.objects.seen_by(request.office)
    if request.GET.get("dang") == "xlsx":
        return workbook_of(seen.overdue(now).select_related("agency", "owner"))
    facts = {
        "lying": seen.left_lying(now).select_related("agency").order_by("given_at"), "units": listing.by_unit(seen, now),
        "waiting": seen.filter(status="done").select_related("agency"), "now": now,
        "overdue": seen.overdue(now).select_related("agency", "owner"),
        "commune": request.office.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "tasks/leader/overview.html", facts)


@leader
def assign(request: LeaderRequest) -> HttpResponse:
    """One duty to one or several units: a task for each, or none when one is refused."""
    form = AssignForm(request.POST if request.method == "POST" else None, agencies=_units(request))
    if request.method == "POST" and form.is_valid():
        giver, now = request.office.commune or request.office.agency, timezone.now()
        with transaction.atomic():
            made = [actions.assign_task(order, by=request.user, now=now) for order in form.orders(giver)]
        messages.success(request, f"Đã giao cho {len(made)} đơn vị.")
        return redirect("tasks:overview")
    facts = {"form": form, "commune": request.office.commune, "office": request.office}
    return render(request, "tasks/leader/assign.html", facts)


@leader
def leader_detail(request: LeaderRequest, pk: int) -> HttpResponse:
    task = find(request.office, pk)
    now = timezone.now()
    facts = {
        "task": task, "left": task.left_words(now), "is_overdue": task.is_overdue(now), "back": "tasks:overview",
        "history": history(task, today=localdate(now)), "commune": request.office.commune, "office": request.office,
        "verbs": [one for one in pressing.offered(task, request.user, request.office)
                  if request.office.commune or not one.is_unit],
    }  # fmt: skip
    return render(request, "tasks/officer/detail.html", facts)


@leader
def judge(request: LeaderRequest, pk: int, name: str) -> HttpResponse:
    """What the giver does: accept, give back, postpone, withdraw."""
    return pressing.press(request, find(request.office, pk), name, detail="tasks:leader_detail", user=request.user)
