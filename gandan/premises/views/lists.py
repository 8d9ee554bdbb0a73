"""The lists themselves: taken over, added to, changed; the QR labels to print."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.people.access import OfficerRequest, officer
from gandan.ui.qr import svg

from .. import actions
from ..forms import AmenityForm, ItemForm
from ..models import Amenity, ChecklistItem
from ..rules import rules_of
from .finding import KEEPERS, amenity_of, item_of, may_keep, of_the_centre, tabs


@officer
def lists(request: OfficerRequest) -> HttpResponse:
    of_the_centre(request)
    facts = {
        "tabs": tabs(request, "lists"), "amenities": Amenity.objects.of(request.commune).select_related("responsible"),
        "items": ChecklistItem.objects.of(request.commune).select_related("unit", "responsible"),
        "rules": rules_of(request.commune, localdate()), "may_keep": may_keep(request),
    }  # fmt: skip
    return render(request, "premises/officer/lists.html", facts)


@officer(*KEEPERS)
@require_POST
def set_up_amenities(request: OfficerRequest) -> HttpResponse:
    count = actions.set_up_amenities(request.commune, by=request.user, now=timezone.now())
    messages.success(request, f"Đã thêm {count} tiện ích." if count else "Danh mục đã có đủ các số của danh mục mẫu.")
    return redirect("premises:lists")


@officer(*KEEPERS)
@require_POST
def set_up_checklist(request: OfficerRequest) -> HttpResponse:
    count = actions.set_up_checklist(request.commune, by=request.user, now=timezone.now())
    messages.success(request, f"Đã thêm {count} mục kiểm tra." if count else "Danh mục đã có đủ.")
    return redirect("premises:lists")


def _page(request: OfficerRequest, form: Any, title: str) -> HttpResponse:
    return render(request, "premises/officer/keep.html", {"form": form, "title": title})


@officer(*KEEPERS)
def add_amenity(request: OfficerRequest) -> HttpResponse:
    form = AmenityForm(request.POST if request.method == "POST" else None, commune=request.commune)
    if request.method == "POST" and form.is_valid():
        actions.add_amenity(request.commune, form.details(), by=request.user, now=timezone.now())
        return redirect("premises:lists")
    return _page(request, form, "Thêm tiện ích")


@officer(*KEEPERS)
def change_amenity(request: OfficerRequest, pk: int) -> HttpResponse:
    amenity = amenity_of(request, pk)
    form = AmenityForm(request.POST if request.method == "POST" else None, commune=request.commune, amenity=amenity)
    if request.method == "POST" and form.is_valid():
        actions.change_amenity(amenity, form.details(), by=request.user, now=timezone.now())
        return redirect("premises:lists")
    return _page(request, form, amenity.name)


@officer(*KEEPERS)
def add_item(request: OfficerRequest) -> HttpResponse:
    form = ItemForm(request.POST if request.method == "POST" else None, commune=request.commune)
    if request.method == "POST" and form.is_valid():
        actions.add_item(request.commune, form.details(), by=request.user, now=timezone.now())
        return redirect("premises:lists")
    return _page(request, form, "Thêm mục kiểm tra")


@officer(*KEEPERS)
def change_item(request: OfficerRequest, pk: int) -> HttpResponse:
    item = item_of(request, pk=pk)
    form = ItemForm(request.POST if request.method == "POST" else None, commune=request.commune, item=item)
    if request.method == "POST" and form.is_valid():
        actions.change_item(item, form.details(), by=request.user, now=timezone.now())
        return redirect("premises:lists")
    return _page(request, form, item.name)


@officer
def labels(request: OfficerRequest) -> HttpResponse:
    """To print and hang: amenities for citizens, places of the checklist (`?loai=muc`) for inspectors."""
    of_the_centre(request)
    is_items = request.GET.get("loai") == "muc"
    things: Any = (
        ChecklistItem.objects.of(request.commune).used() if is_items
        else Amenity.objects.of(request.commune).filter(is_used=True)
    )  # fmt: skip
    name = "premises:inspect_here" if is_items else "premises:report_defect"
    rows = [
        (one, mark_safe(svg(settings.PUBLIC_URL + reverse(name, args=[one.key]), label=f"Mã QR của {one}")))
        for one in things
    ]
    return render(request, "premises/officer/labels.html", {"rows": rows, "is_items": is_items})
