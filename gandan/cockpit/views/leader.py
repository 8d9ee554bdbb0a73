"""What leaders see: the commune's board, or the province's communes side by side."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.cockpit.boards import OTHERS, at_risk, board_of
from gandan.cockpit.province import COLUMNS, CommuneLine, ProvinceBoard, named_like, province_board
from gandan.measures.periods import last_months, month_of
from gandan.measures.registry import measure_named
from gandan.people.access import LeaderRequest, leader
from gandan.places.models import Agency
from gandan.ui.views.files import as_table

from .measure import Place, measure_page


@leader
def overview(request: LeaderRequest) -> HttpResponse:
    commune = request.office.commune
    if commune is None:
        return _province(request)
    now = timezone.now()
    facts = {
        "commune": commune, "board": board_of(commune, now), "risks": at_risk(commune, now), "now": now,
        "route": "cockpit:measure", "others": OTHERS,
    }  # fmt: skip
    return render(request, "cockpit/leader/overview.html", facts)


@leader
def measure(request: LeaderRequest, name: str) -> HttpResponse:
    commune, agency = request.office.commune, request.office.agency
    agencies = [commune] if commune else list(Agency.objects.communes().filter(province=agency))
    place = Place(agencies, (commune or agency).name, commune, "cockpit:measure", "cockpit:overview")
    return measure_page(request, name, place)


def _province(request: LeaderRequest) -> HttpResponse:
    month = _month(request)
    board = province_board(request.office.agency, month)
    lines = _asked(request, board)
    if request.GET.get("dang") == "xlsx":
        return _file(request.office.agency, month, board, lines)
    best, worst = board.ranked()
    facts = {
        "office": request.office, "province": request.office.agency, "board": board, "lines": lines, "month": month_of(month),
        "best": best, "worst": worst, "sort": _sort(request), "is_down": _is_down(request),
        "totals": {name: board.total(name) for name in COLUMNS},
        "months": [(first, month_of(first).label) for first in last_months(localdate(), 13)[::-1]],
        "known": sum(1 for line in board.lines if line.figures),
    }  # fmt: skip
    return render(request, "cockpit/leader/province.html", facts)


def _month(request: LeaderRequest) -> date:
    today = localdate()
    asked = request.GET.get("thang", "")
    return next((first for first in last_months(today, 13) if f"{first:%Y-%m}" == asked), today.replace(day=1))


def _sort(request: LeaderRequest) -> str:
    return request.GET.get("sap", "") if request.GET.get("sap") in COLUMNS else ""


def _is_down(request: LeaderRequest) -> bool:
    return request.GET.get("chieu", "xuong") != "len"


def _asked(request: LeaderRequest, board: ProvinceBoard) -> list[CommuneLine]:
    sort = _sort(request)
    lines = board.sorted_by(sort, descending=_is_down(request)) if sort else board.lines
    return named_like(lines, request.GET.get("q", ""))


def _file(province: Agency, month: date, board: ProvinceBoard, lines: list[CommuneLine]) -> HttpResponse:
    heads = ["Mã đơn vị", "Đơn vị", *(f"{measure.label} ({measure.unit})" for measure in board.measures)]
    rows = [
        [line.commune.code, line.commune.name, *(_cell(line.value(measure.name)) for measure in board.measures)]
        for line in lines
    ]
    title = f"{province.name}, {month_of(month).label.lower()}"
    return as_table(f"cac-xa_{province.code}_{month:%Y-%m}.xlsx", title, heads, rows)


def _cell(value: float | None) -> str | float:
    return measure_named("received").say(None) if value is None else round(value, 2)
