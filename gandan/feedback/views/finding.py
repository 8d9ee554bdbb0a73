"""What every officer's page of feedback begins with."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest
from gandan.people.models import Role

from ..models import Feedback

TABS = (
    ("index", "Phản ánh"), ("boxes", "Hòm thư góp ý"), ("weeks", "Tổng hợp tuần"), ("streets", "Đi tuyến"),
    ("units", "Đơn vị phụ trách"), ("book", "Sổ theo dõi"),
)  # fmt: skip
KEEPERS = (str(Role.LEADER), str(Role.ADMINISTRATOR), str(Role.CLERK))


def tabs(current: str) -> list[dict[str, Any]]:
    """Chips for `ui/parts/filters.html`."""
    return [
        {"href": reverse(f"feedback:{name}"), "label": label, "is_current": name == current, "count": None}
        for name, label in TABS
    ]


def of_the_commune(request: OfficerRequest) -> None:
    """Pages without a row of their own are not for partner agencies."""
    if request.office.is_partner_only:
        raise Http404


def keeps(request: OfficerRequest) -> None:
    of_the_commune(request)
    if not request.office.holds(*KEEPERS):
        raise RuleBroken("Lãnh đạo, văn thư hoặc quản trị làm việc này.")


def feedback_of(request: OfficerRequest, pk: int) -> Feedback:
    rows = Feedback.objects.seen_by(request.office).select_related(
        "agency", "hamlet", "dossier__procedure", "duplicate_of", "passed_from__agency", "received_by", "household__street",
        "box_opening__box", "weekly_return__source", "possible_duplicate_of",
    )  # fmt: skip
    return get_object_or_404(rows, pk=pk)
