"""Visits at home: asked in public, planned by the office, done on a phone at the door."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date, datetime, timedelta

from django import forms
from django.contrib import messages
from django.db.models import F, QuerySet, Sum
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from gandan.catalog.models import ProcedureVersion
from gandan.core.actions import count_try
from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Channel
from gandan.people.access import OfficerRequest, PublicRequest, officer, public
from gandan.people.models import User
from gandan.places.calendars import calendar_of
from gandan.places.deadlines import due
from gandan.places.models import Agency
from gandan.places.working import Unit
from gandan.programmes.running import running
from gandan.ui.views.files import kept_file
from gandan.ui.views.pressing import press

from .. import actions
from ..field_programmes import HOME_SERVICE
from ..fieldwork import day_span
from ..forms.field import AskVisitForm, CollectForm, CompleteForm, DeathForm, HandInForm, ScheduleForm, WhyForm
from ..models import HomeVisit, Purpose
from ..workflow import FINISHED, VisitStatus
from .asking import Ask, asked
from .field_roles import FIELD

WITH = ("commune", "hamlet", "procedure", "dossier__procedure", "visitor", "team")
MOST_A_DAY, A_DAY, RECENT = 10, timedelta(days=1), 20
WAITING = (VisitStatus.REQUESTED, VisitStatus.NOT_MET)
PLANNED = (VisitStatus.SCHEDULED, VisitStatus.ON_THE_WAY)


def _versions(agency: Agency, codes: tuple[str, ...] = ()) -> QuerySet[ProcedureVersion]:
    """Procedures that may be done at home: those of the programme, or whatever is filed in person; by name."""
    rows = ProcedureVersion.objects.in_force(localdate()).with_facts().filter(channels__contains=[Channel.COUNTER])
    rows = rows.filter(procedure__code__in=codes) if codes else rows.filter(forms__is_published=True).distinct()
    return rows.order_by("procedure__sort_name")


# --- Public -----------------------------------------------------------------------------------------------------------
@public
def ask_visit(request: PublicRequest) -> HttpResponse:
    rule = next(iter(running(HOME_SERVICE, request.commune, localdate())), None)
    if rule is None:
        return render(request, "outreach/public/ask_visit.html", {"rule": None, "commune": request.commune})
    form = _ask_form(request, rule.values["groups"], rule.values["procedures"])
    if request.method == "POST" and form.is_valid():
        door = f"visit:{request.META.get('REMOTE_ADDR', '')}"
        if not count_try(door, now=timezone.now(), limit=MOST_A_DAY * 10, per=A_DAY):
            raise RuleBroken("Hôm nay đã có quá nhiều yêu cầu từ mạng này. Xin gọi điện cho Trung tâm.")
        visit = actions.ask_visit(request.commune, form.asked(), by=None, now=timezone.now())
        return redirect("outreach:visit_standing", visit.key)
    context = {"form": form, "rule": rule, "commune": request.commune}
    return render(request, "outreach/public/ask_visit.html", context)


def _ask_form(request: PublicRequest | OfficerRequest, groups: tuple[str, ...], codes: tuple[str, ...]) -> AskVisitForm:
    key = request.POST.get("key") or secrets.token_hex(16)
    data = request.POST if request.method == "POST" else None
    return AskVisitForm(
        data, agency=request.commune, groups=groups, versions=_versions(request.commune, codes), key=key
    )


@public
def visit_standing(request: PublicRequest, key: str) -> HttpResponse:
    """Where the request stands, for whoever has its key. No address, no group on it."""
    visit = get_object_or_404(HomeVisit.objects.select_related(*WITH), key=key)
    rule = next(iter(running(HOME_SERVICE, visit.commune, localdate())), None)
    by = due(visit.asked_at, rule.values["within"], Unit.WORKING_DAY, calendar_of(visit.commune)).at if rule else None
    context = {
        "visit": visit, "commune": visit.commune, "by": by, "is_waiting": visit.status in WAITING,
        "is_post": visit.status == VisitStatus.OFFERED_POST,
    }  # fmt: skip
    return render(request, "outreach/public/visit_standing.html", context)


# --- Office -----------------------------------------------------------------------------------------------------------
def _visits(request: OfficerRequest) -> QuerySet[HomeVisit]:
    return HomeVisit.objects.filter(commune=request.commune).select_related(*WITH)


def _find(request: OfficerRequest, pk: int) -> HomeVisit:
    return get_object_or_404(_visits(request), pk=pk)


@officer(*FIELD)
def visits(request: OfficerRequest) -> HttpResponse:
    """Deaths first, then who waits longest; the days planned; money not handed in."""
    rows = _visits(request)
    fees = rows.filter(fee_collected__gt=0, fee_handed_in_at__isnull=True, status__in=FINISHED)
    context = {
        "notices": rows.filter(purpose=Purpose.NOTICE, status__in=PLANNED).order_by("asked_at"),
        "waiting": rows.filter(status__in=WAITING).order_by("asked_at"),
        "planned": rows.filter(status__in=PLANNED).exclude(purpose=Purpose.NOTICE).order_by(
            "planned_for__date", "visitor", F("route_order").asc(nulls_last=True)
        ),
        "post": rows.filter(status=VisitStatus.OFFERED_POST).order_by("-asked_at")[:RECENT],
        "done": rows.filter(status__in=FINISHED).order_by("-done_at")[:RECENT],
        "fees": fees.order_by("visitor__username").values("visitor__username", "visitor__full_name").annotate(
            total=Sum("fee_collected")
        ),
        "rule": next(iter(running(HOME_SERVICE, request.commune, localdate())), None), "today": localdate(),
        "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/visits.html", context)


@officer(*FIELD)
def take_visit_call(request: OfficerRequest) -> HttpResponse:
    """Somebody telephones: the same form, typed by the officer."""
    rule = next(iter(running(HOME_SERVICE, request.commune, localdate())), None)
    if rule is None:
        raise RuleBroken("Xã chưa bật chương trình “Phục vụ tại nhà khi có yêu cầu”.")
    form = _ask_form(request, rule.values["groups"], rule.values["procedures"])
    if request.method == "POST" and form.is_valid():
        visit = actions.ask_visit(request.commune, form.asked(), by=request.user, now=localtime())
        return redirect("outreach:visit", visit.pk)
    words = "Không từ chối vì thiếu giấy tờ. Ngoài các nhóm thì hướng dẫn gửi qua bưu chính công ích."
    return asked(request, form, Ask("Yêu cầu tại nhà qua điện thoại", "Ghi yêu cầu", reverse("outreach:visits"), words))


@officer(*FIELD)
def announce_death(request: OfficerRequest) -> HttpResponse:
    form = DeathForm(request.POST if request.method == "POST" else None, agency=request.commune)
    if request.method == "POST" and form.is_valid():
        visit = actions.announce_death(request.commune, form.asked(), by=request.user, now=localtime())
        messages.success(request, "Đã lập chuyến đến nhà ngay. Người đi bấm “Lên đường”.")
        return redirect("outreach:visit", visit.pk)
    words = "Giấy báo tử được cấp tại gia đình, vào giờ nào cũng đi."
    return asked(request, form, Ask("Báo có người qua đời", "Lập chuyến đi ngay", reverse("outreach:visits"), words))


@officer(*FIELD)
def visit(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _find(request, pk)
    context = {
        "visit": one, "may": {step.verb for step in one.possible_steps()}, "is_notice": one.purpose == Purpose.NOTICE,
        "may_collect": one.status in PLANNED and one.purpose != Purpose.RETURN and not one.has_collected,
        "legs": HomeVisit.objects.filter(dossier=one.dossier_id).exclude(pk=pk) if one.dossier_id else (),
        "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/visit.html", context)


def _page(pk: int) -> str:
    return reverse("outreach:visit", args=[pk])


def _press(request: OfficerRequest, form: forms.Form, ask: Ask, act: Callable[[], object]) -> HttpResponse:
    """The page of one verb; a broken rule is said on the form and nothing typed is lost."""
    return redirect(ask.back) if press(request, form, act) else asked(request, form, ask)


@officer(*FIELD)
def schedule_visit(request: OfficerRequest, pk: int) -> HttpResponse:
    one, today = _find(request, pk), localdate()
    nearest = calendar_of(request.commune).next_working_day(today)
    colleagues = User.objects.staff_of(request.commune).filter(is_active=True).order_by("full_name")
    known = localtime(one.planned_for) if one.planned_for else None
    initial = {
        "day": known.date() if known else nearest, "hour": f"{known:%H:%M}" if known else "09:00",
        "visitor": one.visitor or request.user,
    }  # fmt: skip
    form = ScheduleForm(request.POST if request.method == "POST" else None, colleagues=colleagues, initial=initial)

    def act() -> None:
        plan = actions.VisitPlan(form.at(), form.cleaned_data["visitor"])
        actions.schedule_visit(one, plan=plan, by=request.user, now=localtime())

    words = f"{one.hamlet or ''} {one.address}. Cả ngày của người đi được xếp lại theo đường gần nhất.".strip()
    return _press(request, form, Ask(f"Hẹn đến nhà {one.name}", "Lên lịch", _page(pk), words), act)


@officer(*FIELD)
@require_POST
def set_out(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.set_out(_find(request, pk), by=request.user, now=localtime())
    return redirect(_page(pk))


@officer(*FIELD)
def collect(request: OfficerRequest, pk: int) -> HttpResponse:
    """At the door, on a phone: choose the procedure, tick the papers seen, photograph one."""
    one = _find(request, pk)
    initial = {
        "name": one.name, "phone": one.phone, "address": one.address,
        "procedure": request.GET.get("thu-tuc") or (one.procedure.code if one.procedure else ""),
    }  # fmt: skip
    versions = list(_versions(request.commune))
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = CollectForm(*sent, versions=versions, initial=initial)

    if press(request, form, lambda: actions.collect(one, taken=form.taken(), by=request.user, now=localtime())):
        return redirect(_page(pk))
    context = {
        "visit": one, "form": form, "versions": versions, "version": form.version, "commune": request.commune,
        "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/collect.html", context)


@officer(*FIELD)
def complete_visit(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _find(request, pk)
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = CompleteForm(data, files, initial={"recipient": one.name, "is_verified": one.is_verified})
    if press(request, form, lambda: actions.complete_visit(one, done=form.done(), by=request.user, now=localtime())):
        return redirect(_page(pk))
    context = {"visit": one, "form": form, "commune": request.commune, "office": request.office}
    return render(request, "outreach/officer/complete_visit.html", context)


@officer(*FIELD)
def miss_visit(request: OfficerRequest, pk: int) -> HttpResponse:
    one, form = _find(request, pk), WhyForm(request.POST if request.method == "POST" else None)
    form.fields["reason"].label = "Đã đến lúc nào, hẹn lại khi nào"

    def act() -> None:
        actions.miss_visit(one, note=form.cleaned_data["reason"], by=request.user, now=localtime())

    return _press(request, form, Ask(f"Không gặp {one.name}", "Ghi không gặp", _page(pk)), act)


@officer(*FIELD)
@require_POST
def offer_post(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.offer_post(_find(request, pk), by=request.user, now=localtime())
    return redirect(_page(pk))


@officer(*FIELD)
def cancel_visit(request: OfficerRequest, pk: int) -> HttpResponse:
    one, form = _find(request, pk), WhyForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        actions.cancel_visit(one, reason=form.cleaned_data["reason"], by=request.user, now=localtime())

    ask = Ask(f"Hủy chuyến đến nhà {one.name}", "Hủy, ghi lý do", _page(pk), is_danger=True)
    return _press(request, form, ask, act)


# --- The day, the money -----------------------------------------------------------------------------------------------
@officer(*FIELD)
def day_route(request: OfficerRequest) -> HttpResponse:
    """The way of a day, to print or to read on the phone: each visitor's stops in order."""
    day = _day(request.GET.get("ngay", ""))
    start, end = day_span(day)
    stops = _visits(request).filter(planned_for__gte=start, planned_for__lt=end, status__in=PLANNED)
    context = {
        "day": day, "stops": stops.order_by("visitor__full_name", F("route_order").asc(nulls_last=True), "planned_for"),
        "before": day - timedelta(days=1), "after": day + timedelta(days=1), "commune": request.commune,
        "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/day_route.html", context)


def _day(text: str) -> date:
    try:
        return datetime.fromisoformat(text).date() if text else localdate()
    except ValueError:
        raise Http404 from None


@officer(*FIELD)
def hand_in_fees(request: OfficerRequest, username: str) -> HttpResponse:
    visitor = get_object_or_404(User.objects.staff_of(request.commune), username=username)
    mine = _visits(request).filter(
        visitor=visitor, fee_collected__gt=0, fee_handed_in_at__isnull=True, status__in=FINISHED
    )
    form = HandInForm(request.POST if request.method == "POST" else None)
    rows = list(mine.order_by("done_at"))

    def act() -> None:
        actions.hand_in_fees(visitor, rows, counted=form.cleaned_data["counted"], by=request.user, now=localtime())

    if press(request, form, act):
        messages.success(request, "Đã ghi nộp tiền: thu, biên lai và tiền nộp khớp nhau.")
        return redirect("outreach:visits")
    context = {
        "visitor": visitor, "rows": rows, "total": sum(one.fee_collected for one in rows), "form": form,
        "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/hand_in_fees.html", context)


@officer(*FIELD)
def visit_proof(request: OfficerRequest, pk: int, kind: str) -> HttpResponseBase:
    """The signature (“chu-ky”) or the photo (“anh”) of a visit."""
    one = _find(request, pk)
    file = {"chu-ky": one.signature, "anh": one.photo}.get(kind)
    return kept_file(file, f"{kind}{'.png' if file and str(file.name).endswith('png') else '.jpg'}", is_shown=True)
