"""Deaths at any hour: the family's page, and the page of the officer on duty."""

from __future__ import annotations

from datetime import timedelta

from allauth.core.internal.httpkit import get_client_ip
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from gandan.booking import actions
from gandan.booking.actions.on_call import Asking, duty_names
from gandan.booking.forms import DeathForm
from gandan.booking.models import DeathCall, Source
from gandan.booking.programmes import DEATH
from gandan.core.actions import count_try
from gandan.people.access import OfficerRequest, PublicRequest, officer, public
from gandan.people.models import Role, User
from gandan.places.models import Agency
from gandan.programmes.kinds import Running
from gandan.programmes.running import running

from .roles import STAFF

CALLERS = (*STAFF, Role.ADMINISTRATOR)
MOST, PER = 6, timedelta(hours=1)
DEATH_PROCEDURE = "1.000656"
SHOWN = 50


def _rule(commune: Agency) -> Running | None:
    return next(iter(running(DEATH, commune, localtime().date())), None)


@public
def ask_death_papers(request: PublicRequest) -> HttpResponse:
    """A short form that calls the officer on duty at once."""
    rule, form = _rule(request.commune), DeathForm(request.POST or None)
    if rule is not None and request.method == "POST" and form.is_valid():
        now = localtime()
        if count_try(f"death-call:{get_client_ip(request)}", now=now, limit=MOST, per=PER):
            call = actions.ask_death_papers(request.commune, Asking(**form.cleaned_data), by=None, now=now)
            return redirect("booking:death_standing", call.key)
        form.add_error(None, "Đã gửi nhiều yêu cầu trong một giờ. Xin gọi điện cho Trung tâm.")
    page = {"rule": rule, "form": form, "phone": rule.values["phone"] if rule else ""}
    return render(request, "booking/public/ask_death_papers.html", page)


@public
def death_standing(request: PublicRequest, key: str) -> HttpResponse:
    """Who was called, who has accepted, when the paper was given."""
    call = get_object_or_404(DeathCall.objects.select_related("agency__commune__province", "officer"), key=key)
    if call.agency.commune is None:
        raise Http404
    request.commune = call.agency.commune
    rule = _rule(request.commune)
    page = {"call": call, "today": localtime().date(), "phone": rule.values["phone"] if rule else ""}
    return render(request, "booking/public/death_standing.html", page)


@officer(*CALLERS)
def death_calls(request: OfficerRequest) -> HttpResponse:
    """Calls, newest first; who is on duty now; a call taken by telephone is entered here."""
    rule, now, form = _rule(request.commune), localtime(), DeathForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        asking = Asking(**form.cleaned_data, source=Source.PHONE)
        call = actions.ask_death_papers(request.commune, asking, by=request.user, now=now)
        return redirect("booking:death_call", call.pk)
    names = duty_names(rule, now) if rule else ()
    known = {one.username: one for one in User.objects.staff_of(request.commune).filter(username__in=names)}
    calls = DeathCall.objects.of(request.commune).select_related("officer").order_by("-asked_at")
    page = {
        "rule": rule, "form": form, "calls": calls[:SHOWN], "duty": [known[name] for name in names if name in known],
        "today": now.date(),
    }  # fmt: skip
    return render(request, "booking/officer/death_calls.html", page)


def _find(request: OfficerRequest, pk: int) -> DeathCall:
    return get_object_or_404(DeathCall.objects.of(request.commune).select_related("officer", "programme"), pk=pk)


@officer(*CALLERS)
def death_call(request: OfficerRequest, pk: int) -> HttpResponse:
    call = _find(request, pk)
    page = {
        "call": call, "verbs": {step.verb for step in call.possible_steps()}, "today": localtime().date(),
        "filing": _filing(request.commune),
    }  # fmt: skip
    return render(request, "booking/officer/death_call.html", page)


def _filing(commune: Agency) -> str:
    """The counter's form of the death registration, where that page exists."""
    rule = _rule(commune)
    codes = rule.values["procedures"] if rule else ()
    try:
        return reverse("dossiers:counter_form", args=[codes[0] if codes else DEATH_PROCEDURE])
    except NoReverseMatch:
        return ""


@officer(*CALLERS)
@require_POST
def accept_death_call(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.accept_death_call(_find(request, pk), by=request.user, now=localtime())
    messages.success(request, "Đã nhận. Gia đình được nhắn tên cán bộ. Xin gọi lại ngay.")
    return redirect("booking:death_call", pk)


@officer(*CALLERS)
@require_POST
def note_death_notice(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.note_death_notice(_find(request, pk), by=request.user, now=localtime(), note=request.POST.get("note", ""))
    messages.success(request, "Đã ghi giờ cấp giấy.")
    return redirect("booking:death_call", pk)


@officer(*CALLERS)
@require_POST
def close_death_call(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.close_death_call(_find(request, pk), by=request.user, now=localtime(), note=request.POST.get("note", ""))
    messages.success(request, "Đã khép lại yêu cầu.")
    return redirect("booking:death_call", pk)


@officer(*CALLERS)
@require_POST
def call_next_officer(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.call_next_officer(_find(request, pk), by=request.user, now=localtime())
    messages.success(request, "Đã gọi người trực tiếp theo.")
    return redirect("booking:death_call", pk)
