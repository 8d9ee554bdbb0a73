"""Defects: the list, one defect, and what is done with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest, officer

from .. import actions
from ..forms import AssignForm, FixForm, ReasonForm
from ..models import Defect, DefectQuerySet
from ..workflow import STEPS, Status
from .finding import defect_of, may_keep, of_the_centre, tabs

PAGE = 50
CHIPS = {
    "mo": "Chưa xong",
    "cua-toi": "Giao cho tôi",
    "cho-xem": "Chờ xem lại",
    "qua-han": "Quá hạn",
    "tat-ca": "Tất cả",
}


def _chosen(request: OfficerRequest, rows: DefectQuerySet, chip: str) -> DefectQuerySet:
    if chip == "cua-toi":
        return rows.unmended().filter(responsible=request.user)
    if chip == "cho-xem":
        return rows.filter(status=Status.FIXED)
    if chip == "qua-han":
        return rows.overdue(localdate())
    return rows.still_open() if chip == "mo" else rows


@officer
def defects(request: OfficerRequest) -> HttpResponse:
    """Open first; how many days each has lasted."""
    of_the_centre(request)
    chip = request.GET.get("loc", "mo") if request.GET.get("loc", "mo") in CHIPS else "mo"
    rows, today = Defect.objects.of(request.commune), localdate()
    page = Paginator(
        _chosen(request, rows, chip).select_related("amenity", "item", "responsible"), PAGE
    ).get_page(request.GET.get("page"))  # fmt: skip
    chips = [
        {"href": f"?loc={name}", "label": label, "is_current": name == chip,
         "count": _chosen(request, rows, name).count()}
        for name, label in CHIPS.items()
    ]  # fmt: skip
    facts = {
        "tabs": tabs(request, "defects"), "chips": chips, "page": page,
        "rows": [(one, one.days_open(today), one.is_late(today)) for one in page],
    }  # fmt: skip
    return render(request, "premises/officer/defects.html", facts)


def _forms(request: OfficerRequest, defect: Defect, verb: str) -> dict[str, forms.Form]:
    """By verb; only the one that was pressed carries what was typed."""
    data = request.POST if request.method == "POST" else None
    return {
        "assign_defect": AssignForm(data if verb == "assign_defect" else None, commune=request.commune),
        "fix_defect": FixForm(data if verb == "fix_defect" else None, request.FILES or None),
        "reopen_defect": ReasonForm(data if verb == "reopen_defect" else None, auto_id="reopen_%s"),
        "dismiss_defect": ReasonForm(data if verb == "dismiss_defect" else None, auto_id="dismiss_%s"),
    }  # fmt: skip


def _show(request: OfficerRequest, one: Defect, asked: dict[str, forms.Form], pressed: str = "") -> HttpResponse:
    today = localdate()
    steps = [
        {"step": step, "form": asked.get(step.verb), "url": reverse(f"premises:{step.verb}", args=[one.pk]),
         "blocked": _blocked(request, one, step.verb)}
        for step in one.possible_steps()
    ]  # fmt: skip
    facts = {
        "defect": one, "days": one.days_open(today), "is_late": one.is_late(today), "steps": steps,
        "form": asked.get(pressed),
    }  # fmt: skip
    return render(request, "premises/officer/defect.html", facts)


def _blocked(request: OfficerRequest, defect: Defect, verb: str) -> str:
    """Why this person may not take the step now, in words; "" if they may."""
    if verb == "verify_defect" and defect.fixed_by_id == request.user.pk:
        return "Ông/bà là người sửa. Việc xem lại do một người khác làm."
    if verb == "assign_defect" and not may_keep(request):
        return "Lãnh đạo, văn thư hoặc quản trị giao việc."
    return ""


@officer
def defect(request: OfficerRequest, pk: int) -> HttpResponse:
    one = defect_of(request, pk)
    return _show(request, one, _forms(request, one, ""))


Told = dict[str, Any]
VERBS: dict[str, Callable[[Defect, Told, Any], None]] = {
    "assign_defect": lambda one, told, more: actions.assign_defect(one, told["person"], due_on=told["due_on"], **more),
    "fix_defect": lambda one, told, more: actions.fix_defect(one, actions.Mending(told["photo"], told["note"]), **more),
    "verify_defect": lambda one, told, more: actions.verify_defect(one, **more),
    "reopen_defect": lambda one, told, more: actions.reopen_defect(one, told["reason"], **more),
    "dismiss_defect": lambda one, told, more: actions.dismiss_defect(one, told["reason"], **more),
}
SAID = {step.verb: step.label for step in STEPS}


@officer
@require_POST
def press(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    """One step of the life of a defect."""
    if verb not in VERBS:
        raise Http404
    one = defect_of(request, pk)
    if blocked := _blocked(request, one, verb):
        raise RuleBroken(blocked)
    asked = _forms(request, one, verb)
    form = asked.get(verb)
    if form is not None and not form.is_valid():
        return _show(request, one, asked, verb)
    VERBS[verb](one, form.cleaned_data if form is not None else {}, {"by": request.user, "now": timezone.now()})
    messages.success(request, f"{SAID[verb]}: {one.thing}.")
    return redirect("premises:defect", one.pk)
