"""The officer's pages: how the machines are, putting a result into a compartment, taking it back, figures of a month."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from gandan.core.vietnamese import say_day
from gandan.dossiers.models import Dossier
from gandan.measures.periods import month_asked, preceding_month
from gandan.measures.registry import measure_named
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.ui.qr import svg

from .. import actions
from ..board import MEASURES, Month, cells, empty_of, health, health_of, month_of_machines
from ..forms import MachineForm, ReserveForm
from ..models import Compartment, Locker, Machine, Placement
from ..pickup import open_for, take_out

COUNTER = (Role.RECEPTION, Role.SPECIALIST, Role.LEADER)
KEEPERS = (Role.ADMINISTRATOR, Role.LEADER, Role.CLERK)


# --- Machines ---
@officer
def machines(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    day = month_asked(request.GET.get("thang", ""), timezone.localdate(now))
    months = month_of_machines(request.commune, day, now)
    waiting = Placement.objects.of(request.commune).active().select_related("dossier__procedure", "compartment__locker")
    shown = {
        "health": health(request.commune, now), "rows": [_said(one) for one in months], "labels": _labels(), "month": day,
        "previous": preceding_month(day), "placements": waiting.order_by("expires_at", "pk"),
        "may_keep": request.office.holds(*KEEPERS),
    }  # fmt: skip
    return render(request, "kiosks/officer/machines.html", shown)


def _labels() -> list[str]:
    return [measure_named(name).label for name in MEASURES]


def _said(month: Month) -> dict[str, Any]:
    told = [(measure_named(name), month.figures[name]) for name in MEASURES]
    cells_ = [
        (measure.label, measure.say(figure.value), _behind(figure.numerator, figure.n)) for measure, figure in told
    ]
    return {"machine": month.machine, "cells": cells_, "visits": month.visits, "abandoned": month.abandoned}


def _behind(numerator: float | None, n: int) -> str:
    """“40 trên 65” behind a share; “n = 12” behind a mean."""
    if not n:
        return ""
    return f"n = {n}" if numerator is None or numerator == n else f"{numerator:.0f} trên {n}"


def _find(request: OfficerRequest, pk: int) -> Machine:
    return get_object_or_404(Machine.objects.of(request.commune).select_related("locker", "agency"), pk=pk)


@officer
def machine(request: OfficerRequest, pk: int) -> HttpResponse:
    one, now = _find(request, pk), timezone.now()
    address = settings.PUBLIC_URL + reverse("kiosks:start", args=[one.key])
    shown = {
        "machine": one, "health": health_of(one, now, is_in_use=one.visits.filter(ended_at__isnull=True).exists()),
        "cells": cells(one), "address": address, "qr": mark_safe(svg(address, label="Mã QR địa chỉ của máy")),
        "may_keep": request.office.holds(*KEEPERS), "may_place": request.office.holds(*COUNTER),
    }  # fmt: skip
    return render(request, "kiosks/officer/machine.html", shown)


@officer(*KEEPERS)
def register_machine(request: OfficerRequest) -> HttpResponse:
    form = _machine_form(request, initial={"is_used": True})
    if request.method == "POST" and form.is_valid():
        made = actions.register_machine(request.commune, facts=form.facts(), by=request.user, now=timezone.now())
        messages.success(request, f"Đã thêm {made}. Mở địa chỉ dưới đây trên máy.")
        return redirect("kiosks:machine", made.pk)
    return render(request, "kiosks/officer/register_machine.html", {"form": form})


@officer(*KEEPERS)
def change_machine(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _find(request, pk)
    form = _machine_form(request, initial=MachineForm.initial_of(one))
    if request.method == "POST" and form.is_valid():
        actions.change_machine(one, facts=form.facts(), by=request.user, now=timezone.now())
        messages.success(request, f"Đã lưu {one}.")
        return redirect("kiosks:machine", one.pk)
    return render(request, "kiosks/officer/change_machine.html", {"form": form, "machine": one})


def _machine_form(request: OfficerRequest, initial: dict[str, Any]) -> MachineForm:
    lockers = Locker.objects.filter(agency=request.commune)
    return MachineForm(request.POST if request.method == "POST" else None, lockers=lockers, initial=initial)


# --- A result in a compartment ---
@officer(*COUNTER)
def reserve_compartment(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _find(request, pk)
    empty = Compartment.objects.filter(pk__in=[cell.pk for cell in empty_of(one)])
    form = ReserveForm(
        request.POST if request.method == "POST" else None, empty=empty,
        initial={"code": request.GET.get("ma", ""), "compartment": request.GET.get("ngan", "")},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        dossier = _settled(request, form.cleaned_data["code"])
        if dossier is not None:
            chosen = form.cleaned_data["compartment"]
            held = actions.reserve_compartment(chosen, dossier=dossier, by=request.user, now=timezone.now())
            open_for(request.user, held)
            return redirect("kiosks:placement", held.pk)
        form.add_error("code", "Xã không có hồ sơ này. Xin xem lại mã.")
    return render(request, "kiosks/officer/reserve_compartment.html", {"form": form, "machine": one})


def _settled(request: OfficerRequest, typed: str) -> Dossier | None:
    """By code, or by the key of the receipt."""
    rows = Dossier.objects.for_office(request.office).select_related("procedure", "commune")
    return rows.filter(code=typed).first() or rows.filter(key=typed).first()


def _held(request: OfficerRequest, pk: int) -> Placement:
    related = ("dossier__procedure", "compartment__locker__agency", "placed_by", "machine")
    return get_object_or_404(Placement.objects.of(request.commune).select_related(*related), pk=pk)


@officer
def placement(request: OfficerRequest, pk: int) -> HttpResponse:
    held = _held(request, pk)
    shown = {
        "placement": held, "dossier": held.dossier, "may_place": request.office.holds(*COUNTER),
        "steps": {step.verb for step in held.possible_steps()},
        "machine": held.compartment.locker.machines.first(),
    }  # fmt: skip
    return render(request, "kiosks/officer/placement.html", shown)


@officer(*COUNTER)
@require_POST
def place_result(request: OfficerRequest, pk: int) -> HttpResponse:
    held = _held(request, pk)
    actions.place_result(held, by=request.user, now=timezone.now())
    until = say_day(timezone.localtime(held.expires_at).date()) if held.expires_at else ""
    messages.success(request, f"Kết quả nằm ở {str(held).lower()} đến hết {until}. Mã mở ngăn đang gửi cho người nộp.")
    return redirect("kiosks:placement", held.pk)


@officer(*COUNTER)
@require_POST
def take_back(request: OfficerRequest, pk: int) -> HttpResponse:
    held = _held(request, pk)
    take_out(held, by=request.user, now=timezone.now())
    messages.success(request, f"{held} đang mở. Lấy kết quả ra, trả tại quầy.")
    return redirect("kiosks:placement", held.pk)


@officer(*COUNTER)
@require_POST
def fetch_result(request: OfficerRequest, pk: int) -> HttpResponse:
    """After an interrupted opening: the officer has looked, the compartment is empty."""
    held = _held(request, pk)
    actions.fetch_result(held, by=request.user, now=timezone.now())
    messages.success(request, "Đã ghi người dân nhận kết quả.")
    return redirect("kiosks:placement", held.pk)


@officer(*COUNTER)
@require_POST
def keep_shut(request: OfficerRequest, pk: int) -> HttpResponse:
    held = _held(request, pk)
    actions.keep_shut(held, by=request.user, now=timezone.now())
    messages.success(request, "Kết quả vẫn trong ngăn, mã cũ vẫn dùng được.")
    return redirect("kiosks:placement", held.pk)


@officer(*COUNTER)
@require_POST
def renew_code(request: OfficerRequest, pk: int) -> HttpResponse:
    held = _held(request, pk)
    actions.renew_code(held, by=request.user, now=timezone.now())
    messages.success(request, "Mã mới đang gửi cho người nộp. Mã cũ không mở được nữa.")
    return redirect("kiosks:placement", held.pk)
