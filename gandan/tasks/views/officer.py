"""A unit's tasks: the list, one task, and what the unit does with it."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.people.offices import Office
from gandan.ui.views.files import as_file

from .. import listing
from ..history import history
from ..models import Task
from . import pressing


@officer
def index(request: OfficerRequest) -> HttpResponse:
    """Mine, my unit's, or those we gave; by deadline."""
    now, asked = timezone.now(), listing.Asked.read(request.GET)
    rows = listing.listed(request.office, asked, now)
    if request.GET.get("dang") == "xlsx":
        return workbook_of(rows[:5000])
    page = Paginator(rows, listing.PAGE).get_page(request.GET.get("page"))
    counts = listing.counts(request.office, asked.whose, now)
    facts = {
        "page": page, "asked": asked, "now": now, "whose": _chips(listing.WHOSE, asked.whose, f"&loc={asked.chip}", "ai"),
        "chips": _chips(listing.CHIPS, asked.chip, f"&ai={asked.whose}", "loc", counts),
        "rows": [(task, task.left_words(now), task.is_overdue(now)) for task in page],
        "may_assign": request.office.holds(Role.LEADER), "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "tasks/officer/index.html", facts)


def workbook_of(rows: Any) -> HttpResponse:
    return as_file(listing.workbook(rows), f"nhiem-vu-{localdate():%Y%m%d}.xlsx")


def _chips(names: Any, current: str, rest: str, word: str, counts: Any = None) -> list[dict[str, Any]]:
    return [
        {"href": f"?{word}={name}{rest}", "label": label, "count": counts[name] if counts else None,
         "is_current": name == current}
        for name, label in names.items()
    ]  # fmt: skip


def find(office: Office, pk: int) -> Task:
    rows = Task.objects.seen_by(office).select_related("agency", "given_by", "giver", "owner")
    return get_object_or_404(rows, pk=pk)


@officer
def detail(request: OfficerRequest, pk: int) -> HttpResponse:
    task = find(request.office, pk)
    now = timezone.now()
    facts = {
        "task": task, "left": task.left_words(now), "is_overdue": task.is_overdue(now), "back": "tasks:index",
        "history": history(task, today=localdate(now)), "verbs": pressing.offered(task, request.user, request.office),
        "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "tasks/officer/detail.html", facts)


@officer
def press(request: OfficerRequest, pk: int, name: str) -> HttpResponse:
    """What the unit itself does: acknowledge, name who, note progress, finish."""
    if not pressing.BY_NAME[name].is_unit:
        raise Http404
    return pressing.press(request, find(request.office, pk), name, detail="tasks:detail", user=request.user)
