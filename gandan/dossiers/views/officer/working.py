"""The office at work: hand over, hold, finish a leg, approve, return, correct."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.timezone import localdate, localtime

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import User
from gandan.ui.views.pressing import press

from ... import actions
from ...forms.officer import ApproveForm, ConfirmForm, FinishLegForm, HoldForm, ReasonForm, ReturnForm
from .finding import ask, done, find_for, sent, sent_with_files
from .steps import may_finish


@officer
def hand_over(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "hand_over")
    form = ConfirmForm(sent(request))
    if press(request, form, lambda: actions.hand_over(dossier, by=request.user, now=localtime())):
        return done(request, dossier, "Đã chuyển xử lý. Các cơ quan của bước đầu đều đã nhận việc.")
    return ask(request, dossier, "hand_over", form, legs=dossier.legs.select_related("agency"))


@officer
def hold(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "hold")
    colleagues = User.objects.filter(
        is_active=True, is_staff_member=True, agency__commune=request.commune, assignments__since__lte=localdate()
    )
    form = HoldForm(sent(request), colleagues=colleagues.distinct().order_by("sort_name"), me=request.user)
    if press(
        request,
        form,
        lambda: actions.hold(dossier, holder=form.cleaned_data["holder"], by=request.user, now=localtime()),
    ):
        return done(request, dossier, f"{dossier.holder} giữ hồ sơ này.")
    return ask(request, dossier, "hold", form)


@officer
def finish_leg(request: OfficerRequest, code: str, leg: int) -> HttpResponse:
    dossier = find_for(request, code, "finish_leg")
    work = get_object_or_404(dossier.legs.select_related("agency", "dossier__agency"), pk=leg)
    if not may_finish(work, request.office):
        raise RuleBroken(
            f"Bước “{work.name}” của {work.agency} {work.get_status_display().lower()}. Người của cơ quan đó ghi kết quả."
        )
    form = FinishLegForm(sent(request))
    if press(
        request,
        form,
        lambda: actions.finish_leg(work, by=request.user, now=localtime(), note=form.cleaned_data["note"]),
    ):
        return done(request, dossier, f"Đã ghi xong bước “{work.name}”.")
    return ask(request, dossier, "finish_leg", form, leg=work)


@officer
def approve(request: OfficerRequest, code: str) -> HttpResponse:
    """The leader's signing page: one card, made for a telephone too."""
    dossier = find_for(request, code, "approve")
    form = ApproveForm(*sent_with_files(request))

    def act() -> None:
        result = actions.Outcome(number=form.cleaned_data["number"], upload=form.cleaned_data["file"])
        actions.approve(dossier, by=request.user, now=localtime(), result=result)

    if press(request, form, act):
        return done(request, dossier, "Đã phê duyệt. Hồ sơ chờ trả kết quả.")
    legs = dossier.legs.select_related("agency", "finished_by")
    return ask(request, dossier, "approve", form, legs=legs, papers=dossier.papers.all())


@officer
def return_result(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "return_result")
    form = ReturnForm(sent(request))
    if press(
        request,
        form,
        lambda: actions.return_result(dossier, by=request.user, now=localtime(), received_by=form.receiver()),
    ):
        return done(request, dossier, "Đã trả kết quả.")
    return ask(request, dossier, "return_result", form, results=dossier.results.all())


@officer
def correct(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "correct")
    form = ReasonForm(sent(request))
    if press(
        request,
        form,
        lambda: actions.correct(dossier, reason=form.cleaned_data["reason"], by=request.user, now=localtime()),
    ):
        return done(request, dossier, "Đã mở lại để đính chính trong 3 ngày làm việc.")
    return ask(request, dossier, "correct", form)
