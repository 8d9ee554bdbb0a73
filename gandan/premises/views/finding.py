"""What every officer's page begins with: find within the commune; the row of links above the page."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest
from gandan.people.models import Role

from ..models import Amenity, ChecklistItem, Defect

TABS = (
    ("officer", "Hôm nay"),
    ("defects", "Hỏng hóc"),
    ("checklist", "Mục kiểm tra"),
    ("history", "Đã kiểm tra"),
    ("month", "Bảng tháng"),
    ("lists", "Danh mục"),
)
KEEPERS = (str(Role.LEADER), str(Role.ADMINISTRATOR), str(Role.CLERK))
"""Who keeps the lists and gives defects to people."""


def tabs(request: OfficerRequest, current: str) -> list[dict[str, Any]]:
    """Chips for `ui/parts/filters.html`."""
    still_open = Defect.objects.of(request.commune).still_open().count()
    return [
        {"href": reverse(f"premises:{name}"), "label": label, "is_current": name == current,
         "count": still_open if name == "defects" else None}
        for name, label in TABS
    ]  # fmt: skip


def of_the_centre(request: OfficerRequest) -> None:
    """Pages without a row of their own are not for partner agencies."""
    if request.office.is_partner_only:
        raise Http404


def _own(request: OfficerRequest) -> None:
    if request.office.is_partner_only:
        raise RuleBroken("Việc này của cán bộ Trung tâm.")


def amenity_of(request: OfficerRequest, pk: int) -> Amenity:
    found = get_object_or_404(Amenity.objects.of(request.commune).select_related("agency", "responsible"), pk=pk)
    _own(request)
    return found


def item_of(request: OfficerRequest, **which: Any) -> ChecklistItem:
    rows = ChecklistItem.objects.of(request.commune).select_related("agency", "unit", "responsible")
    found = get_object_or_404(rows, **which)
    _own(request)
    return found


def defect_of(request: OfficerRequest, pk: int) -> Defect:
    rows = Defect.objects.of(request.commune).select_related(
        "agency", "amenity__responsible", "item__responsible", "responsible", "found_by", "fixed_by", "closed_by"
    )
    found = get_object_or_404(rows, pk=pk)
    _own(request)
    return found


def may_keep(request: OfficerRequest) -> bool:
    return request.user.roles_in(request.office.agency, today=localdate()) & set(KEEPERS) != set()
