"""Money: ask for it, take it at the counter, confirm that it came."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import localtime

from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.pressing import press

from ... import actions
from ...forms.officer import DemandForm, ProofForm
from ...models import Dossier
from .finding import ask, done, find_for, sent


def _owed(dossier: Dossier) -> dict[str, object]:
    """The confirmed fee of the dossier; an unconfirmed one is left to be typed."""
    return {"amount": dossier.fee_amount or "", "purpose": f"Phí, lệ phí: {dossier.procedure.short_name}"}


def _demand(form: DemandForm) -> actions.Demand:
    typed = form.cleaned_data
    return actions.Demand(typed["amount"], typed["purpose"], typed["citation"])


@officer
def ask_payment(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "ask_payment")
    form = DemandForm(sent(request), initial=_owed(dossier))
    if press(
        request, form, lambda: actions.ask_payment(dossier, demand=_demand(form), by=request.user, now=localtime())
    ):
        return done(request, dossier, "Đã yêu cầu nộp tiền. Thời gian chờ không tính vào hạn.")
    return ask(request, dossier, "ask_payment", form)


@officer
def take_cash(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "take_cash")
    form = DemandForm(sent(request), initial=_owed(dossier))
    if press(request, form, lambda: actions.take_cash(dossier, demand=_demand(form), by=request.user, now=localtime())):
        return done(request, dossier, "Đã thu tiền và ghi số biên lai.")
    return ask(request, dossier, "take_cash", form)


@officer
def confirm_payment(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "confirm_payment")
    form = ProofForm(sent(request), dossier=dossier)

    def act() -> None:
        typed = form.cleaned_data
        proof = actions.Proof(typed["method"], typed["bank_reference"])
        actions.confirm_payment(typed["payment"], proof=proof, by=request.user, now=localtime())

    if press(request, form, act):
        return done(request, dossier, "Đã xác nhận nộp tiền. Hồ sơ tiếp tục, hạn đã cộng thời gian chờ.")
    return ask(request, dossier, "confirm_payment", form)
