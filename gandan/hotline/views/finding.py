"""What every officer's page of the lines begins with."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest
from gandan.people.models import Role

from ..models import Call, Line

TABS = (
    ("index", "Cuộc gọi"), ("roster", "Lịch trực"), ("tickets", "Phiếu từ tổng đài tỉnh"), ("listenings", "Nghe lại"),
    ("report", "Tuân thủ"), ("lines", "Đường dây"), ("posts", "Danh bạ"),
)  # fmt: skip
OF_PARTNERS = ("index", "roster", "tickets")
KEEPERS = (str(Role.LEADER), str(Role.ADMINISTRATOR), str(Role.CLERK))


def tabs(request: OfficerRequest, current: str) -> list[dict[str, Any]]:
    """Chips for `ui/parts/filters.html`."""
    return [
        {"href": reverse(f"hotline:{name}"), "label": label, "is_current": name == current, "count": None}
        for name, label in TABS
        if not request.office.is_partner_only or name in OF_PARTNERS
    ]


def of_the_commune(request: OfficerRequest) -> None:
    """Not for partner agencies."""
    if request.office.is_partner_only:
        raise Http404


def keeps(request: OfficerRequest) -> None:
    """Before a change to lines, roster or directory."""
    of_the_commune(request)
    if not request.office.holds(*KEEPERS):
        raise RuleBroken("Lãnh đạo, văn thư hoặc quản trị làm việc này.")


def may_keep(request: OfficerRequest) -> bool:
    return request.office.holds(*KEEPERS)


def call_of(request: OfficerRequest, pk: int) -> Call:
    related = (
        "commune__province", "line__unit", "line__commune", "forwarded_to", "on_duty", "answered_by", "feedback",
        "call_back__done_by", "recording",
    )  # fmt: skip
    return get_object_or_404(Call.objects.seen_by(request.office).select_related(*related), pk=pk)


def line_of(request: OfficerRequest, pk: int) -> Line:
    return get_object_or_404(Line.objects.seen_by(request.office).select_related("commune", "unit"), pk=pk)
