"""The things of the checklist: what is due, one inspection, what expires."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.people.access import OfficerRequest, officer

from .. import actions
from ..cadence import due_on
from ..forms import LookForm, RenewForm
from ..models import ChecklistItem
from ..rules import rules_of
from .finding import item_of, may_keep, of_the_centre, tabs


@officer
def checklist(request: OfficerRequest) -> HttpResponse:
    """By group: last look, next look; above them what expires soon."""
    of_the_centre(request)
    today = localdate()
    items = ChecklistItem.objects.of(request.commune).used().with_last().select_related("unit", "responsible")
    rows = [(one, due_on(one.cadence, one.last_on), one.is_due(today)) for one in items]
    sections = [(name, list(group)) for name, group in groupby(rows, key=lambda row: row[0].section)]
    soon = today + timedelta(days=rules_of(request.commune, today).warn_days)
    facts = {
        "tabs": tabs(request, "checklist"), "sections": sections, "today": today, "may_keep": may_keep(request),
        "expiring": ChecklistItem.objects.of(request.commune).expiring(soon),
        "due": sum(is_due for _, _, is_due in rows), "total": len(rows),
    }  # fmt: skip
    return render(request, "premises/officer/checklist.html", facts)


@officer
def inspect_item(request: OfficerRequest, pk: int) -> HttpResponse:
    return _inspect(request, item_of(request, pk=pk), is_scanned=False)


@officer
def inspect_here(request: OfficerRequest, key: str) -> HttpResponse:
    """Opened by the QR at the place: the inspector stood there."""
    return _inspect(request, item_of(request, key=key), is_scanned=True)


def _inspect(request: OfficerRequest, item: ChecklistItem, *, is_scanned: bool) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = LookForm(data, request.FILES or None, needs_photo=item.needs_photo)
    if request.method == "POST" and form.is_valid():
        found = form.finding(is_scanned=is_scanned)
        actions.inspect_item(item, found, by=request.user, now=timezone.now())
        messages.success(request, f"Đã ghi: {item}, {'tốt' if found.is_ok else 'chưa đạt'}.")
        return redirect("premises:checklist")
    facts = {
        "item": item, "form": form, "is_scanned": is_scanned,
        "last": item.inspections.select_related("inspector").first(), "defect": item.defects.still_open().first(),
    }  # fmt: skip
    return render(request, "premises/officer/inspect_item.html", facts)


@officer
def renew_item(request: OfficerRequest, pk: int) -> HttpResponse:
    item = item_of(request, pk=pk)
    form = RenewForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.renew_item(item, form.cleaned_data["expires_on"], by=request.user, now=timezone.now())
        messages.success(request, f"Đã ghi hạn dùng mới của {item}.")
        return redirect("premises:checklist")
    return render(request, "premises/officer/renew_item.html", {"item": item, "form": form})
