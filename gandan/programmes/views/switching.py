"""Switching on, changing, ending: a form, then what it will do in words, then the verb."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

from django.contrib import messages
from django.db.models import Min
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest, officer
from gandan.places.calendars import calendar_of
from gandan.programmes import actions
from gandan.programmes.conflicts import Clash, Conflict
from gandan.programmes.forms import CallOffForm, ChangeForm, RegulationForm, SwitchOffForm, SwitchOnForm, TermForm
from gandan.programmes.kinds import Kind, kind_named, knows
from gandan.programmes.models import Programme, Term
from gandan.programmes.month_grid import coming_days, day_off_words
from gandan.programmes.offer import offer_for
from gandan.programmes.rehearsal import rehearse
from gandan.programmes.rights import CHANGERS
from gandan.programmes.telling import card, said_in_full
from gandan.ui.views.pressing import press

SHOWN_DAYS = 5
STEERING = {"csrfmiddlewaretoken", "step", "replacing"}


@officer(*CHANGERS)
def switch_on(request: OfficerRequest, kind: str) -> HttpResponse:
    today = timezone.localdate()
    found = _kind(kind)
    form = SwitchOnForm(
        found, offer_for(found, request.commune, today), request.POST or None, parameters={},
        initial={"since": today, "name": found.label},
    )  # fmt: skip

    def act(*, is_real: bool) -> Programme:
        told = form.cleaned_data
        switch = actions.Switch(
            kind=found.name, agency=request.commune, name=told["name"], parameters=form.parameters(), since=told["since"],
            until=told["until"], basis=told["basis"], regulation=request.FILES.get("regulation") if is_real else None,
            replacing=_replacing(request) if is_real else (),
        )  # fmt: skip
        return actions.switch_on(switch, by=request.user, now=timezone.now())

    asked = Asked(form, "programmes/officer/switch_on.html", {"kind": found}, act, "Đã bật “{}”.")
    return _in_two_steps(request, asked)


@officer(*CHANGERS)
def change(request: OfficerRequest, pk: int) -> HttpResponse:
    today = timezone.localdate()
    programme = _own(request, pk)
    last = programme.terms.last()
    if last is None or not knows(programme.kind):
        raise Http404
    kind = programme.kind_of()
    form = ChangeForm(
        kind, offer_for(kind, request.commune, today), request.POST or None, parameters=last.parameters,
        initial={"since": max(last.since, today + actions.ONE_DAY)},
    )  # fmt: skip

    def act(*, is_real: bool) -> Programme:
        told = form.cleaned_data
        regulation = request.FILES.get("regulation") if is_real else None
        asked = actions.Change(form.parameters(), told["since"], told["reason"], told["basis"], regulation)
        actions.change(programme, asked, by=request.user, now=timezone.now())
        return programme

    page = {"kind": kind, "programme": programme, "last": last}
    return _in_two_steps(request, Asked(form, "programmes/officer/change.html", page, act, "Đã đổi “{}”."))


@officer(*CHANGERS)
def switch_off(request: OfficerRequest, pk: int) -> HttpResponse:
    programme = _own(request, pk)
    form = SwitchOffForm(request.POST or None, initial={"last_day": timezone.localdate()})

    def act() -> None:
        actions.switch_off(programme, **form.cleaned_data, by=request.user, now=timezone.now())

    if press(request, form, act, field="last_day"):
        messages.success(request, f"“{programme}” chạy đến hết {form.cleaned_data['last_day']:%d/%m/%Y}.")
        return redirect("programmes:detail", programme.pk)
    page = {"form": form, "programme": programme, "card": card(programme, timezone.localdate())}
    return render(request, "programmes/officer/switch_off.html", page)


@officer(*CHANGERS)
def call_off(request: OfficerRequest, pk: int) -> HttpResponse:
    programme = _own(request, pk)
    form = CallOffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.call_off(programme, by=request.user, now=timezone.now(), reason=form.cleaned_data["reason"])
        messages.success(request, f"Đã hủy “{programme}”. Chưa ngày nào chạy theo chương trình này.")
        return redirect("programmes:detail", programme.pk)
    page = {"form": form, "programme": programme, "card": card(programme, timezone.localdate())}
    return render(request, "programmes/officer/call_off.html", page)


@dataclass(frozen=True)
class Asked:
    """A form on its way: its page, what it does (for real or as a rehearsal), and what is said when it is done."""

    form: TermForm
    template: str
    page: dict[str, Any]
    act: Callable[..., Programme]
    done: str


@dataclass(frozen=True)
class Rival:
    """A conflict as the clerk decides it. `has_run`: it ends the day before; if not, it is called off.

    `why_stay` says why it cannot be ended here, "" if it can.
    """

    conflict: Conflict
    has_run: bool
    why_stay: str


def _in_two_steps(request: OfficerRequest, asked: Asked) -> HttpResponse:
    form, refused, conflicts = asked.form, "", list[Conflict]()
    if request.method != "POST" or not form.is_valid() or request.POST.get("step") == "edit":
        return render(request, asked.template, {"form": form, **asked.page})
    try:
        rehearse(lambda: asked.act(is_real=False))
    except Clash as clash:
        conflicts = clash.conflicts
    except RuleBroken as broken:
        form.add_error(None, broken.message)
        return render(request, asked.template, {"form": form, **asked.page})
    if request.POST.get("step") == "confirm":
        try:
            done = asked.act(is_real=True)
        except RuleBroken as broken:
            refused = broken.message
        else:
            messages.success(request, asked.done.format(done))
            return redirect("programmes:detail", done.pk)
    page = {"refused": refused, **_preview(request, asked, conflicts)}
    return render(request, "programmes/officer/preview.html", page)


def _preview(request: OfficerRequest, asked: Asked, conflicts: list[Conflict]) -> dict[str, Any]:
    """What would hold from when, in words, and on which days."""
    kind, told, values = asked.form.kind, asked.form.cleaned_data, asked.form.values()
    last: Term | None = asked.page.get("last")
    until = last.until if last else told["until"]
    calendar = calendar_of(request.commune, on=told["since"])
    days = islice(coming_days(kind, values, since=told["since"], until=until), SHOWN_DAYS)
    return {
        "programme": None,
        **asked.page,
        "title": told.get("name") or str(asked.page["programme"]),
        "told": told,
        "until": until,
        "said": said_in_full(kind, values, request.commune),
        "differences": kind.differences(kind.read(last.parameters), values) if last else [],
        "days": [(day, day_off_words(calendar, day)) for day in days],
        "file_form": RegulationForm(),
        "rivals": _rivals(request, conflicts, told["since"], is_new=last is None),
        "kept": [(name, one) for name, all_of in request.POST.lists() if name not in STEERING for one in all_of],
    }


def _rivals(request: OfficerRequest, conflicts: list[Conflict], since: date, *, is_new: bool) -> list[Rival]:
    own = Programme.objects.of(request.commune)
    firsts = dict(own.annotate(first=Min("terms__since")).values_list("pk", "first"))
    return [_rival(one, firsts.get(one.other.programme_id), since, is_new=is_new) for one in conflicts]


def _rival(conflict: Conflict, first: date | None, since: date, *, is_new: bool) -> Rival:
    """`first`: the day on which a programme of the own commune began or will begin; None for one of the province."""
    today = timezone.localdate()
    why = ""
    if not is_new:
        why = "Đổi hoặc dừng chương trình ấy trước, rồi quay lại đây."
    elif first is None:
        why = "Chương trình ấy của tỉnh, xã không dừng được. Đổi ngày hoặc tham số."
    elif first <= today and since <= today:
        why = "Chương trình ấy đang chạy hôm nay. Chọn ngày bắt đầu từ ngày mai thì kết thúc được."
    return Rival(conflict, first is not None and first < since, why)


def _replacing(request: OfficerRequest) -> tuple[int, ...]:
    return tuple(int(one) for one in request.POST.getlist("replacing") if one.isdecimal() and len(one) < 19)


def _kind(name: str) -> Kind:
    if not knows(name):
        raise Http404
    return kind_named(name)


def _own(request: OfficerRequest, pk: int) -> Programme:
    return get_object_or_404(Programme.objects.of(request.commune).select_related("agency"), pk=pk)
