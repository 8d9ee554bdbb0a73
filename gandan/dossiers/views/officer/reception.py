"""Receive, send back once, refuse, withdraw, stop."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import localtime

from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.pressing import press

from ... import actions, rights
from ...actions.waiting import is_past_appraisal
from ...actions.working import missing_papers
from ...clockwork import expected_promise
from ...forms.officer import ConfirmForm, ReasonForm, SupplementForm
from .finding import ask, done, find_for, sent


@officer
def receive(request: OfficerRequest, code: str) -> HttpResponse:
    dossier, now = find_for(request, code, "receive"), localtime()
    form = ConfirmForm(sent(request))
    if press(request, form, lambda: actions.receive(dossier, by=request.user, now=now)):
        return done(request, dossier, "Đã tiếp nhận. Ngày hẹn đã tính và ghi trên giấy hẹn.")
    promise = expected_promise(dossier, now)
    return ask(request, dossier, "receive", form, expected=promise.due, programme=promise.rule)


@officer
def ask_supplement(request: OfficerRequest, code: str) -> HttpResponse:
    dossier, now = find_for(request, code, "ask_supplement"), localtime()
    missing = missing_papers(dossier)
    form = SupplementForm(sent(request), dossier=dossier, missing=missing)

    def act() -> None:
        asked = actions.SupplementRequest(
            form.cleaned_data["text"], tuple(form.cleaned_data["components"]),
            is_override=dossier.supplement_count > 0 and request.office.holds(*rights.LEADERS),
        )  # fmt: skip
        actions.ask_supplement(dossier, request=asked, by=request.user, now=now)

    if press(request, form, act):
        return done(request, dossier, "Đã yêu cầu bổ sung. Công dân nhận Mẫu 02 và có 15 ngày.")
    is_late = is_past_appraisal(dossier, now)
    return ask(request, dossier, "ask_supplement", form, missing=missing, is_past_appraisal=is_late)


@officer
def resubmit(request: OfficerRequest, code: str) -> HttpResponse:
    """The citizen brings the missing papers to the counter."""
    dossier = find_for(request, code, "resubmit")
    form = ConfirmForm(sent(request))
    if press(request, form, lambda: actions.resubmit(dossier, by=request.user, now=localtime())):
        return done(request, dossier, "Đã nhận bổ sung. Thời hạn tính lại từ đầu.")
    return ask(request, dossier, "resubmit", form, asked=dossier.pauses.filter(ended_at__isnull=True).first())


@officer
def refuse(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "refuse")
    form = ReasonForm(sent(request))
    if press(
        request,
        form,
        lambda: actions.refuse(dossier, reason=form.cleaned_data["reason"], by=request.user, now=localtime()),
    ):
        return done(request, dossier, "Đã từ chối hồ sơ. In Mẫu 03 để gửi công dân.")
    return ask(request, dossier, "refuse", form)


@officer
def withdraw(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "withdraw")
    form = ReasonForm(sent(request), initial={"reason": "Công dân yêu cầu rút hồ sơ"})
    if press(
        request,
        form,
        lambda: actions.withdraw(dossier, by=request.user, now=localtime(), reason=form.cleaned_data["reason"]),
    ):
        return done(request, dossier, "Đã ghi công dân rút hồ sơ.")
    return ask(request, dossier, "withdraw", form)


@officer
def stop(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "stop")
    form = ReasonForm(sent(request))
    if press(
        request,
        form,
        lambda: actions.stop(dossier, reason=form.cleaned_data["reason"], by=request.user, now=localtime()),
    ):
        return done(request, dossier, "Đã dừng giải quyết. In Mẫu 05 để gửi công dân.")
    return ask(request, dossier, "stop", form)
