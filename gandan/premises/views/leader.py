"""For the province and leaders of communes: equipment by unit, amenities of today by commune."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from gandan.people.access import LeaderRequest, leader
from gandan.places.models import Agency
from gandan.ui.views.files import as_table

from ..coverage import HEADS, KINDS, coverage, table
from ..models import Defect
from ..standing import standings


@leader
def province(request: LeaderRequest) -> HttpResponse:
    """Three kinds × units with the gaps; how many amenities work where today."""
    now, office = timezone.now(), request.office.commune or request.office.agency
    rows = coverage(office)
    if request.GET.get("dang") == "xlsx":
        return as_table("phu-thiet-bi.xlsx", f"Phủ thiết bị, {office}", HEADS, table(rows))
    communes = [office] if request.office.commune else [row.unit for row in rows]
    facts = {
        "commune": request.office.commune, "office": request.office, "kinds": KINDS, "rows": rows,
        "covered": sum(row.is_covered for row in rows), "gaps": [row for row in rows if not row.is_covered],
        "amenities": [_morning(one, now) for one in communes],
    }  # fmt: skip
    return render(request, "premises/leader/province.html", facts)


def _morning(commune: Agency, now: datetime) -> dict[str, Any]:
    found = standings(commune, now)
    return {
        "commune": commune, "total": len(found), "checked": sum(one.check is not None for one in found),
        "working": sum(one.is_working for one in found),
        "late": Defect.objects.of(commune).overdue(timezone.localdate(now)).count(),
    }  # fmt: skip
