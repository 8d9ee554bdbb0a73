"""What every officer's page begins with: find within the commune; the row of links; month and quarter asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate

from gandan.core.workflow import Step
from gandan.people.access import OfficerRequest
from gandan.people.models import Role
from gandan.ui.views.pressing import press

from ..models import Occasion, Opinion, Petition, Turn, may_read_sealed

KEEPERS = (str(Role.LEADER), str(Role.CLERK), str(Role.SPECIALIST), str(Role.RECEPTION))
"""Who keeps calendars, the reception book and the petitions."""
TABS = (
    ("index", "Lịch"),
    ("petitions", "Đơn thư"),
    ("conferences", "Đối thoại, ý kiến"),
    ("visits", "Xuống cơ sở"),
    ("desk", "Nội quy"),
    ("checklist", "Nghĩa vụ theo luật"),
)


def tabs(current: str) -> list[dict[str, Any]]:
    """Chips for `ui/parts/filters.html`."""
    return [
        {"href": reverse(f"dialogue:{name}"), "label": label, "is_current": name == current, "count": None}
        for name, label in TABS
    ]


def occasion_of(request: OfficerRequest, pk: int) -> Occasion:
    return get_object_or_404(
        Occasion.objects.of(request.commune).select_related("commune__province", "host__agency", "hamlet"), pk=pk
    )


def may_read(request: OfficerRequest) -> bool:
    """The right to read denunciations."""
    return may_read_sealed(request.user, request.commune, today=localdate())


def turn_of(request: OfficerRequest, pk: int) -> Turn:
    """404 for the turn of a denouncer without the right."""
    found = get_object_or_404(
        Turn.objects.of(request.commune).select_related("occasion__commune__province", "occasion__host"), pk=pk
    )
    if found.is_sealed and not may_read(request):
        raise Http404
    return found


def petition_of(request: OfficerRequest, pk: int) -> Petition:
    """404 for a denunciation without the right."""
    rows = Petition.objects.of(request.commune).seen_by(request.user, today=localdate())
    return get_object_or_404(
        rows.select_related("commune__province", "unit", "assignee", "turn", "occasion", "hamlet", "merged_into"), pk=pk
    )


def opinion_of(request: OfficerRequest, pk: int) -> Opinion:
    """A partner agency sees only what was given to it."""
    rows = Opinion.objects.of(request.commune).select_related(
        "occasion__commune__province", "unit", "hamlet", "answered_by"
    )
    if request.office.is_partner_only:
        rows = rows.filter(unit=request.office.agency)
    return get_object_or_404(rows, pk=pk)


def blocks(steps: list[Step], route: str, pk: int, asked: dict[str, forms.Form | None]) -> list[dict[str, Any]]:
    """What may be done now, each with its form, for `dialogue/officer/steps.html`."""
    return [
        {"step": step, "form": asked.get(step.verb), "url": reverse(f"{route}", args=[pk, step.verb.replace("_", "-")])}
        for step in steps
        if step.verb in asked
    ]


def form_page(
    request: OfficerRequest, form: forms.Form, act: Callable[[], object], page: dict[str, Any]
) -> HttpResponse:  # fmt: skip
    """A page of one form: `page` has title, back, back_label, button, said, to (a URL or a function of what was made)."""
    made: list[object] = []
    if press(request, form, lambda: made.append(act())):
        messages.success(request, page["said"])
        return redirect(page["to"](made[0]) if callable(page["to"]) else page["to"])
    return render(request, "dialogue/officer/form.html", {**page, "form": form})
