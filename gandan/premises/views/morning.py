"""The morning round on the phone: big buttons, then the doors open."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.people.access import OfficerRequest, officer

from .. import actions
from ..forms import LookForm
from ..models import ChecklistItem, Defect, OpeningDay
from ..rules import rules_of
from ..standing import standings
from .finding import amenity_of, may_keep, of_the_centre, tabs


@officer
def today(request: OfficerRequest) -> HttpResponse:
    """What is still to be looked at today, and what is broken."""
    of_the_centre(request)
    now = timezone.now()
    day, found = localdate(now), standings(request.commune, now)
    items = ChecklistItem.objects.of(request.commune).used().with_last()
    facts = {
        "tabs": tabs(request, "officer"), "rows": found, "rules": rules_of(request.commune, day),
        "checked": sum(one.check is not None for one in found), "working": sum(one.is_working for one in found),
        "opening": OpeningDay.objects.filter(agency=request.commune, day=day).select_related("opened_by").first(),
        "due": [one for one in items if one.is_due(day)], "may_keep": may_keep(request),
        "mine": Defect.objects.of(request.commune).unmended().filter(responsible=request.user)
        .select_related("amenity", "item"),
    }  # fmt: skip
    return render(request, "premises/officer/today.html", facts)


@officer
def check_amenity(request: OfficerRequest, pk: int) -> HttpResponse:
    """One amenity: good, or what is wrong with it."""
    amenity = amenity_of(request, pk)
    asked = {"needs_photo": amenity.needs_photo, "reads": bool(amenity.reading)}
    form = LookForm(request.POST if request.method == "POST" else None, request.FILES or None, **asked)
    if request.method == "POST" and form.is_valid():
        check = actions.check_amenity(amenity, form.look(), by=request.user, now=timezone.now())
        said = "dùng tốt" if check.is_ok else "hỏng, đã ghi vào danh sách hỏng hóc"
        messages.success(request, f"{amenity}: {said}.")
        return redirect("premises:officer")
    return render(request, "premises/officer/check_amenity.html", {"amenity": amenity, "form": form})


@officer
@require_POST
def open_day(request: OfficerRequest) -> HttpResponse:
    of_the_centre(request)
    day = actions.open_day(request.commune, by=request.user, now=timezone.now())
    messages.success(request, f"Đã mở cửa với {day.working}/{day.total} tiện ích dùng tốt.")
    return redirect("premises:officer")
