"""The amenities for whoever comes: their state of today, and the page behind the QR on each."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.people.access import PublicRequest, public
from gandan.places.directory import serving_communes

from .. import actions
from ..forms import FaultForm
from ..limits import may_count_use, may_report
from ..models import Amenity
from ..standing import standing_of, standings

TOO_OFTEN = "Chỗ này vừa có nhiều người báo. Trung tâm đã biết, xin ông/bà nói trực tiếp với cán bộ đón tiếp."


@public
def amenities(request: PublicRequest) -> HttpResponse:
    """What is free, and whether it works today."""
    found = standings(request.commune, timezone.now())
    facts = {"rows": found, "working": sum(one.is_working for one in found), "total": len(found)}
    return render(request, "premises/public/amenities.html", facts)


def _amenity(request: PublicRequest, key: str) -> Amenity:
    """404 for a key that does not exist; the page wears the letterhead of the amenity's commune."""
    found = Amenity.objects.filter(is_used=True).select_related("agency", "responsible")
    amenity = get_object_or_404(found, key=key)
    request.commune = serving_communes().get(amenity.agency.code, request.commune)
    return amenity


@public
def report_defect(request: PublicRequest, key: str) -> HttpResponse:
    """Reached by the QR: its state, “tôi vừa dùng”, and what is wrong with it."""
    amenity, now = _amenity(request, key), timezone.now()
    form = FaultForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if not may_report(amenity.key, request.META.get("REMOTE_ADDR", "?"), now=now):
            raise RuleBroken(TOO_OFTEN)
        actions.report_defect(amenity, form.fault(), by=None, now=now)
        messages.success(request, "Đã báo cho người phụ trách. Cảm ơn ông/bà.")
        return redirect("premises:report_defect", key)
    facts = {"one": standing_of(amenity, now), "amenity": amenity, "form": form}
    return render(request, "premises/public/report_defect.html", facts)


@public
@require_POST
def count_use(request: PublicRequest, key: str) -> HttpResponse:
    amenity, now = _amenity(request, key), timezone.now()
    if may_count_use(amenity.key, now=now):
        actions.count_use(amenity, by=None, now=now)
    messages.success(request, "Đã ghi một lượt dùng. Cảm ơn ông/bà.")
    return redirect("premises:report_defect", key)
