"""The province: which communes serve outside office hours, two days a week at least."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from gandan.booking.coverage import Covered, communes_of, coverage
from gandan.booking.programmes import LEAST_DAYS
from gandan.core.tables import Cell
from gandan.people.access import LeaderRequest, leader
from gandan.ui.views.files import as_table

HEADS = ("Xã, phường", "Số ngày một tuần", "Khung giờ", "Chương trình", "Từ ngày")


@leader
def extra_hours_coverage(request: LeaderRequest) -> HttpResponse:
    lines = coverage(communes_of(request.office.agency), localdate())
    if request.GET.get("dang") == "xlsx":
        rows: list[list[Cell]] = [
            [one.commune.name, one.days, "; ".join(one.hours), "; ".join(one.programmes), _since(one)]
            for one in lines
        ]  # fmt: skip
        return as_table("ngoai-gio-toan-tinh.xlsx", "Phục vụ ngoài giờ", HEADS, rows)
    enough = sum(one.is_enough for one in lines)
    page = {
        "office": request.office, "commune": request.office.commune, "lines": sorted(lines, key=lambda one: one.is_enough),
        "enough": enough, "all": len(lines), "least": LEAST_DAYS,
    }  # fmt: skip
    return render(request, "booking/leader/extra_hours_coverage.html", page)


def _since(one: Covered) -> str:
    return f"{one.since:%d/%m/%Y}" if one.since else ""
