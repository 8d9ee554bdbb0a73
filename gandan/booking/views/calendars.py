"""Appointments for calendar programs: one as a file, many as a feed under a secret key."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localtime

from gandan.booking import actions
from gandan.booking.ical import Happening, calendar
from gandan.booking.models import Appointment, CalendarFeed
from gandan.booking.programmes import BOOKABLE
from gandan.booking.workflow import Status
from gandan.people.access import OfficerRequest, PublicRequest, officer, public
from gandan.programmes.kinds import kind_named
from gandan.ui.views.files import as_file

from .public import find
from .roles import STAFF

BACK, AHEAD = timedelta(days=31), timedelta(days=92)
ALARM = 120


def _title(one: Appointment) -> str:
    return (one.procedure.short_name if one.procedure else one.matter) or kind_named(one.service).label


def _happening(one: Appointment, *, is_mine: bool) -> Happening:
    """To the person: place and link. To staff: title and number only; a feed may lie in a stranger's cloud."""
    link = reverse("booking:mine", args=[one.key]) if is_mine else reverse("booking:appointment", args=[one.pk])
    return Happening(
        uid=f"lich-hen-{one.pk}@gandan", starts_at=one.starts_at, ends_at=one.ends_at, made_at=one.made_at, title=_title(one),
        place=", ".join(part for part in (one.agency.name, one.agency.address) if part), url=f"{settings.PUBLIC_URL}{link}",
        sequence=one.moves + (one.status == Status.CANCELLED), is_cancelled=one.status == Status.CANCELLED,
        alarm_minutes=ALARM if is_mine else 0,
    )  # fmt: skip


def _file(name: str, happenings: Iterable[Happening], filename: str) -> HttpResponse:
    return as_file(calendar(name, happenings), f"{filename}.ics")


@public
def event(request: PublicRequest, key: str) -> HttpResponse:
    one = find(request, key)
    return _file("Lịch hẹn", [_happening(one, is_mine=True)], "lich-hen")


@public
def feed(request: PublicRequest, key: str) -> HttpResponse:
    """A month back, a quarter ahead."""
    found = get_object_or_404(CalendarFeed.objects.select_related("agency", "officer"), key=key)
    now = localtime()
    rows = Appointment.objects.filter(agency=found.agency).between(now - BACK, now + AHEAD)
    rows = rows.filter(service=found.service) if found.service else rows.filter(officer=found.officer)
    told = rows.select_related("agency", "procedure").order_by("starts_at")
    name = kind_named(found.service).label if found.service else f"Lịch hẹn của {found.officer}"
    return _file(name, [_happening(one, is_mine=False) for one in told], "lich-hen")


@officer(*STAFF)
def feeds(request: OfficerRequest) -> HttpResponse:
    """Own feed and those of the services; asking again gives a new address and closes the old one."""
    if request.method == "POST":
        service = request.POST.get("service", "")
        actions.open_feed(request.commune, by=request.user, now=localtime(), service=service)
        messages.success(request, "Đã tạo địa chỉ lịch mới. Địa chỉ cũ không còn dùng được.")
        return redirect("booking:feeds")
    known = {one.service: one for one in CalendarFeed.objects.filter(agency=request.commune, officer=None)}
    own = CalendarFeed.objects.filter(agency=request.commune, officer=request.user).first()
    page = {
        "own": own, "services": [(kind_named(name).label, name, known.get(name)) for name in BOOKABLE],
        "base": settings.PUBLIC_URL,
    }  # fmt: skip
    return render(request, "booking/officer/feeds.html", page)
