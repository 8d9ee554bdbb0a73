"""For leaders and the province: what is late, by whom, and the figures of the period."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.measures.periods import chosen
from gandan.measures.registry import figures, measure_named
from gandan.measures.scope import Scope
from gandan.people.access import LeaderRequest, leader
from gandan.places.models import Agency
from gandan.ui.views.files import as_table

from ..measures import NAMES
from ..models import Thread

MOST = 50


@dataclass(frozen=True)
class Told:
    """A figure as it is read, the rows behind it and its formula."""

    label: str
    value: str
    n: int
    formula: str
    source: str


@leader
def leader_page(request: LeaderRequest) -> HttpResponse:
    now = timezone.now()
    period = chosen(request.GET, localdate(now))
    scope = Scope(tuple(_communes(request)), period.start, period.end, now)
    told = _told(scope)
    if request.GET.get("dang") == "xlsx":
        rows = [[one.label, one.value, str(one.n), one.formula] for one in told]
        return as_table(
            "hoi-dap.xlsx", f"Hỏi đáp {period.label}", ["Chỉ tiêu", "Giá trị", "Số dòng", "Cách tính"], rows
        )
    late = Thread.objects.seen_by(request.office).late(now).select_related("owner", "procedure", "commune")
    facts = {
        "commune": request.office.commune, "office": request.office, "period": period, "figures": told,
        "late": late.order_by("answer_by")[:MOST], "n_late": late.count(),
    }  # fmt: skip
    return render(request, "conversations/leader/overview.html", facts)


def _told(scope: Scope) -> list[Told]:
    found = figures(scope, *NAMES)
    return [
        Told(one.label, one.say(found[one.name].value), found[one.name].n, one.formula, one.source)
        for one in map(measure_named, NAMES)
    ]


def _communes(request: LeaderRequest) -> list[int]:
    if request.office.commune:
        return [request.office.commune.pk]
    rows = Agency.objects.communes().filter(province=request.office.agency, is_serving=True)
    return list(rows.values_list("pk", flat=True))
