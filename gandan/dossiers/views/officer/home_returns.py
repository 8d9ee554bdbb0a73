"""Results brought home: the list of the trip, the letter, and what happened at the door."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime
from django.views.decorators.clickjacking import xframe_options_sameorigin

from gandan.core.workflow import Step
from gandan.people.access import OfficerRequest, officer
from gandan.programmes.running import running, term_numbered
from gandan.ui.views.pressing import press

from ... import actions
from ...forms.returning import CancelForm, DeliverForm, MissForm, PromiseHomeReturnForm
from ...marking import fits
from ...models import HomeReturn
from ...models.home_return import CANCEL, DELIVER, MISS, TO_BRING, HomeReturnQuerySet
from ...returning import HOME_RETURN
from ...sheets_home import guidance, letter_of, letter_sheet, letter_words, trip_sheet
from .detail import stream
from .finding import ask, done, find_for, need, sent, sent_with_files
from .printing import DRAWN, file_of

A_PAGE = 30
WITH = ("dossier__procedure", "dossier__commune__province", "dossier__agency", "delivered_by")


def _homes(request: OfficerRequest) -> HomeReturnQuerySet:
    return HomeReturn.objects.of(request.commune).select_related(*WITH)


def _find(request: OfficerRequest, pk: int) -> HomeReturn:
    home = get_object_or_404(_homes(request), pk=pk)
    need(request, "bring_home")
    return home


@officer
def home_returns(request: OfficerRequest) -> HttpResponse:
    """To bring, due first; then what waits for its result, and what was brought."""
    need(request, "bring_home")
    homes, now = _homes(request), localtime()
    to_bring = [(one, one.is_late(now)) for one in homes.to_bring()]
    delivered = Paginator(homes.delivered(), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "to_bring": to_bring, "late": sum(is_late for _, is_late in to_bring), "awaiting": homes.awaiting_result(),
        "page": delivered, "delivered": [(one, one.is_late(now)) for one in delivered],
    }  # fmt: skip
    return render(request, "dossiers/officer/home_returns.html", context)


@officer
def trip(request: OfficerRequest) -> HttpResponse:
    """The list the trip takes along, as PDF."""
    need(request, "bring_home")
    homes, now = list(_homes(request).to_bring()), localtime()
    return file_of(trip_sheet(homes, request.commune, now), "pdf", f"tra-tai-nha-{now:%Y%m%d}")


@officer
def home_return(request: OfficerRequest, pk: int) -> HttpResponse:
    home, now = _find(request, pk), localtime()
    rule = term_numbered(home.term_id)
    event = letter_of(home, rule)
    context = {
        "home": home, "dossier": home.dossier, "rule": rule, "is_late": home.is_late(now),
        "letter": letter_words(home, event) if event else (), "leaflet": guidance(rule) if event else [],
        "is_open": home.status in TO_BRING, "is_ready": home.due_at is not None,
    }  # fmt: skip
    return render(request, "dossiers/officer/home_return.html", context)


@officer
def letter(request: OfficerRequest, pk: int, kind: str) -> HttpResponse:
    home = _find(request, pk)
    if kind not in DRAWN:
        raise Http404
    return file_of(letter_sheet(home, localtime()), kind, f"thu-chuc-mung-{home.dossier.tail}")


@officer
@xframe_options_sameorigin
def proof(request: OfficerRequest, pk: int) -> HttpResponseBase:
    home = _find(request, pk)
    return stream(home.proof, home.proof_type, f"trao-tai-nha-{home.dossier.tail}")


@officer
def promise_home_return(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "promise_home_return")
    rules = [one for one in running(HOME_RETURN, dossier.agency, localdate()) if fits(dossier, one)]
    form = PromiseHomeReturnForm(sent(request), groups=rules[0].values["groups"] if rules else ())

    def act() -> None:
        asked = actions.HomeRequest(**form.cleaned_data)
        actions.promise_home_return(dossier, request=asked, by=request.user, now=localtime())

    if press(request, form, act):
        return done(request, dossier, "Đã nhận mang kết quả đến nhà.")
    return ask(request, dossier, "promise_home_return", form)


@officer
def deliver_home_return(request: OfficerRequest, pk: int) -> HttpResponse:
    home, form = _find(request, pk), DeliverForm(*sent_with_files(request))

    def act() -> None:
        handed = actions.HandedOver(**form.cleaned_data)
        actions.deliver_home_return(home, handed=handed, by=request.user, now=localtime())

    if press(request, form, act):
        return _back(request, "Đã ghi trao kết quả tận nhà. Hồ sơ đã trả xong.")
    return _ask(request, home, DELIVER, form)


@officer
def miss_home_return(request: OfficerRequest, pk: int) -> HttpResponse:
    home, form = _find(request, pk), MissForm(sent(request))

    def act() -> None:
        actions.miss_home_return(home, note=form.cleaned_data["note"], by=request.user, now=localtime())

    if press(request, form, act):
        return _back(request, "Đã ghi. Kết quả còn trong danh sách chờ mang đến.")
    return _ask(request, home, MISS, form)


@officer
def cancel_home_return(request: OfficerRequest, pk: int) -> HttpResponse:
    home, form = _find(request, pk), CancelForm(sent(request))

    def act() -> None:
        actions.cancel_home_return(home, reason=form.cleaned_data["reason"], by=request.user, now=localtime())

    if press(request, form, act):
        return _back(request, "Đã ghi. Kết quả chờ tại Trung tâm.")
    return _ask(request, home, CANCEL, form)


def _back(request: OfficerRequest, told: str) -> HttpResponse:
    messages.success(request, told)
    return redirect("dossiers:home_returns")


def _ask(request: OfficerRequest, home: HomeReturn, step: Step, form: forms.Form) -> HttpResponse:
    status = 409 if form.non_field_errors() else 200
    context = {"home": home, "dossier": home.dossier, "step": step, "form": form}
    return render(request, "dossiers/officer/home_press.html", context, status=status)
