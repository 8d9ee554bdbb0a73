"""Dossiers for recognition: the commune submits, the province appraises and decides."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, now

from gandan.people.access import LeaderRequest, OfficerRequest, leader, officer
from gandan.people.models import Role

from .. import actions
from ..forms.registry import ApplyForm, DecideForm, PlainForm, ReasonForm
from ..models import Level, Recognition
from ..models.registry import APPRAISE, DECIDE, TURN_DOWN
from ..recognised import recognised_in
from .registry import find, show

STEPS = {one.verb: one for one in (APPRAISE, DECIDE, TURN_DOWN)}
FORMS: dict[str, type[forms.Form]] = {"appraise": PlainForm, "decide_recognition": DecideForm, "turn_down": ReasonForm}
WORDS = {"appraise": "tham-dinh", "decide_recognition": "quyet-dinh", "turn_down": "tra-lai"}
EXPLAINED = {
    "appraise": "Đơn vị thấy hồ sơ đang được thẩm định.",
    "decide_recognition": "Cấp công nhận hiện trên trang của mô hình. Quyết định tính cho năm ghi trong ngày quyết định.",
    "turn_down": "Đơn vị đọc được lý do và lập lại hồ sơ.",
}


@officer(Role.LEADER, Role.CLERK, Role.ADMINISTRATOR)
def apply_for_recognition(request: OfficerRequest, code: str) -> HttpResponse:
    reform = find(request, code)
    form = ApplyForm(request.POST or None, initial={"description": reform.summary})
    if request.method == "POST" and form.is_valid():
        claim = actions.Claim(**form.cleaned_data)
        actions.apply_for_recognition(reform, claim, agency=request.commune, by=request.user, now=now())
        messages.success(request, "Đã gửi hồ sơ đề nghị công nhận.")
        return redirect("reforms:detail", code)
    return show(request, "apply_for_recognition", {"reform": reform, "form": form})


def _seen(request: LeaderRequest) -> Any:
    """The province those of its communes, a commune's leader those of the commune."""
    agency = request.office.commune or request.office.agency
    place = {"agency__province": agency} if agency.commune_id is None else {"agency__commune": agency.commune_id}
    return Recognition.objects.filter(**place).select_related("reform", "agency", "submitted_by")


@leader
def province_recognitions(request: LeaderRequest) -> HttpResponse:
    rows = _seen(request).order_by("status", "-submitted_at")
    waiting = [one for one in rows if one.possible_steps()]
    ended = [one for one in rows if not one.possible_steps()]
    agency, year = request.office.commune or request.office.agency, localdate().year
    shown = {"waiting": waiting, "ended": ended, "year": year, "recognised": recognised_in(agency, year)}
    return render(request, "reforms/leader/recognitions.html", shown)


@leader
def province_recognition(request: LeaderRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(_seen(request), pk=pk)
    steps = one.possible_steps() if _decides(request, one) else []
    return render(request, "reforms/leader/recognition.html", {"recognition": one, "steps": steps})


def _decides(request: LeaderRequest, one: Recognition) -> bool:
    """The level asked: the province for its own, the leader of the commune for the commune's."""
    is_province = request.office.commune is None
    return is_province if one.level == Level.PROVINCE else not is_province and request.office.holds(Role.LEADER)


def _page(verb: str) -> Callable[..., HttpResponse]:
    def page(request: LeaderRequest, pk: int) -> HttpResponse:
        one = get_object_or_404(_seen(request), pk=pk)
        if not _decides(request, one):
            raise Http404
        form = FORMS[verb](request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            getattr(actions, verb)(one, by=request.user, now=now(), **form.cleaned_data)
            messages.success(request, f"{STEPS[verb].label}: đã ghi.")
            return redirect("reforms:province_recognition", pk)
        shown = {"recognition": one, "form": form, "step": STEPS[verb], "explained": EXPLAINED[verb]}
        return render(request, "reforms/leader/recognition_step.html", shown)

    page.__name__ = verb
    return page


def decide_page(verb: str) -> Any:
    return leader(_page(verb))
