"""“Rà soát rút ngắn”: the limit of law and the registered one, procedure by procedure, and 1 − Σ new / Σ old (S3.39)."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate

from gandan.catalog.models import Procedure
from gandan.core.tables import Cell
from gandan.people.access import OfficerRequest, officer
from gandan.places.counting import UNIT_WORDS
from gandan.programmes.models import Programme
from gandan.programmes.telling import Card, card
from gandan.ui.views.files import as_table

from ...programmes.shortened_limit import SHORTENED, reductions_of

HEADS = ("Mã thủ tục", "Thủ tục", "Đơn vị tính", "Hạn theo luật", "Hạn rút còn", "Thay đổi (%)")


@officer
def reduction(request: OfficerRequest, pk: int) -> HttpResponse:
    """On screen, or as CSV or XLSX with `?dang=`."""
    within = Programme.objects.within(request.commune).filter(kind=SHORTENED)
    programme = get_object_or_404(within.select_related("agency").prefetch_related("terms"), pk=pk)
    told = card(programme, localdate())
    if told.term is None:
        raise Http404
    day, values = _day(told, localdate()), told.term.as_running().values
    boards = _boards(values, programme, day)
    if (kind := request.GET.get("dang")) in ("csv", "xlsx"):
        title = f"Rà soát rút ngắn thời hạn: {programme.name}, {programme.agency}"
        return as_table(f"rut-ngan-{programme.pk}.{kind}", title, HEADS, _rows(boards))
    reckoned = {line["code"] for board in boards for line in board["lines"]}
    context = {
        "programme": programme, "boards": boards, "target": values["target"], "day": day,
        "left_out": sorted(set(values["limits"]) - reckoned),
    }  # fmt: skip
    return render(request, "dossiers/officer/reduction.html", context)


def _day(told: Card, today: date) -> date:
    """Today, or the nearest day on which the programme runs."""
    day = max(today, told.since or today)
    return min(day, told.until) if told.until else day


def _boards(values: Any, programme: Programme, day: date) -> list[dict[str, Any]]:
    """One a unit of time, for hours are not added to days."""
    names = dict(Procedure.objects.filter(code__in=values["limits"]).values_list("code", "short_name"))
    return [
        {
            "unit": UNIT_WORDS[unit], "reduction": found, "is_reached": found.reaches(values["target"]),
            "lines": [
                {"code": one.code, "name": names[one.code], "before": one.before, "after": one.after, "percent": one.percent}
                for one in found.procedures
            ],
        }
        for unit, found in reductions_of(values["limits"], programme.agency, day).items()
    ]  # fmt: skip


def _rows(boards: list[dict[str, Any]]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for board in boards:
        rows += [
            [one["code"], one["name"], board["unit"], one["before"], one["after"], round(one["percent"], 2)]
            for one in board["lines"]
        ]
        total = board["reduction"]
        rows.append(["", "Tổng số", board["unit"], total.total_before, total.total_after, round(total.percent, 2)])
    return rows
