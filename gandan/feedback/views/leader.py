"""For leaders and the province: both limits side by side, what waits for a direction, what is late, by category and channel."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.measures.periods import CHOICES, chosen
from gandan.measures.scope import Scope
from gandan.people.access import LeaderRequest, leader
from gandan.places.models import Agency
from gandan.ui.views.files import as_table

from ..figures import by_key, figures_of, heads, lines
from ..models import Feedback
from ..workflow import Status

MOST = 30


@leader
def leader_page(request: LeaderRequest) -> HttpResponse:
    now = timezone.now()
    period = chosen(request.GET, localdate(now))
    communes = _communes(request)
    scope = Scope(tuple(one.pk for one in communes), period.start, period.end, now)
    if request.GET.get("dang") == "xlsx":
        return as_table(
            "phan-anh-theo-linh-vuc.xlsx", f"Phản ánh {period.label}", heads(), lines(by_key(scope, "category"))
        )
    seen = Feedback.objects.seen_by(request.office).select_related("agency")
    facts = {
        "commune": request.office.commune, "office": request.office, "period": period, "figures": figures_of(scope),
        "periods": _periods(request.GET.get("ky", "thang-nay")),
        "categories": by_key(scope, "category"), "channels": by_key(scope, "channel"), "heads": heads(), "now": now,
        "communes": [] if request.office.commune else by_key(scope, "agency"),
        "waiting": seen.filter(status=Status.PROPOSED).order_by("promise_due_at")[:MOST],
        "late": seen.late(now).order_by("promise_due_at")[:MOST],
        "unlawful": seen.behind_the_law(now).order_by("answer_by")[:MOST],
        "stuck": seen.stuck().order_by("stuck_since")[:MOST],
    }  # fmt: skip
    return render(request, "feedback/leader/overview.html", facts)


def _periods(current: str) -> list[dict[str, Any]]:
    return [
        {"href": f"?ky={name}", "label": label, "count": None, "is_current": name == current}
        for name, (label, _) in CHOICES.items()
    ]


def _communes(request: LeaderRequest) -> list[Agency]:
    if request.office.commune:
        return [request.office.commune]
    return list(Agency.objects.communes().filter(province=request.office.agency, is_serving=True))
