"""The page of a model's measured effect: read from the kept rows, never reckoned here."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from gandan.measures.measure import Measure
from gandan.people.access import LeaderRequest, OfficerRequest, leader, officer
from gandan.people.offices import Office
from gandan.places.models import Agency
from gandan.reforms import actions
from gandan.reforms.effect.reading import effect_charts, effect_table, measures_with_effect
from gandan.reforms.effect.spread import spread_elsewhere, spread_in
from gandan.reforms.models import Reform


@officer
def effect(request: OfficerRequest, code: str) -> HttpResponse:
    return _page(request, request.office, code)


@leader
def province_effect(request: LeaderRequest, code: str) -> HttpResponse:
    return _page(request, request.office, code)


def _page(request: HttpRequest, office: Office, code: str) -> HttpResponse:
    reform = get_object_or_404(Reform.objects.seen_by(office.agency), code=code)
    if request.method == "POST":
        actions.ask_refresh(reform)
        messages.success(request, "Đang tính lại. Số mới có sau khoảng một phút, xin tải lại trang.")
        return redirect(request.get_full_path())
    return render(request, "reforms/officer/effect.html", _facts(request, office, reform))


def _facts(request: HttpRequest, office: Office, reform: Reform) -> dict[str, Any]:
    measures = measures_with_effect(reform)
    measure = _chosen(measures, request.GET.get("chi-tieu", ""))
    table = effect_table(reform, measure) if measure else None
    province = _province(office.agency)
    return {
        "reform": reform, "office": office, "commune": office.commune, "measures": measures, "table": table,
        "charts": effect_charts(table.whole.effect, table.measure) if table and table.whole else [],
        "spread": spread_in(reform, province), "elsewhere": spread_elsewhere(reform, province),
    }  # fmt: skip


def _chosen(measures: list[Measure], name: str) -> Measure | None:
    return next((one for one in measures if one.name == name), measures[0] if measures else None)


def _province(agency: Agency) -> Agency:
    return agency.province or agency
