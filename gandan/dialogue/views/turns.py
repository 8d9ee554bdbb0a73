"""The reception book: people in order, minutes, refusals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.core.keys import new_key
from gandan.documents.drawing import as_pdf
from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import as_file
from gandan.ui.views.pressing import press

from .. import actions, papers
from ..forms import DeskTurnForm, MinutesForm, RefuseForm
from ..models import Turn
from ..workflow import TurnStatus
from .finding import KEEPERS, blocks, form_page, occasion_of, petition_of, turn_of

Told = dict[str, Any]
VERBS: dict[str, Callable[[Turn, Told, Any], None]] = {
    "receive_turn": lambda one, told, more: actions.receive_turn(one, told["minutes"], **more),
    "refuse_turn": lambda one, told, more: actions.refuse_turn(one, told["refusal"], told["words"], **more),
    "miss_turn": lambda one, told, more: actions.miss_turn(one, **more),
    "cancel_turn": lambda one, told, more: actions.cancel_turn(one, **more),
    "notice_refusal": lambda one, told, more: actions.notice_refusal(one, **more),
}


@officer(*KEEPERS)
def book_turn(request: OfficerRequest, pk: int) -> HttpResponse:
    """By telephone or at the desk."""
    one = occasion_of(request, pk)
    form = DeskTurnForm(request.POST if request.method == "POST" else None, initial={"press": new_key(), "people": 1})
    here = reverse("dialogue:occasion", args=[one.pk])
    page = {
        "title": "Đăng ký tiếp công dân", "back": here, "back_label": str(one), "button": "Ghi vào sổ",
        "said": "Đã ghi vào sổ tiếp công dân.", "to": here,
    }  # fmt: skip
    return form_page(
        request, form, lambda: actions.book_turn(one, form.booking(), by=request.user, now=timezone.now()), page
    )


@officer(*KEEPERS)
def turn(request: OfficerRequest, pk: int) -> HttpResponse:
    return _show(request, turn_of(request, pk), _forms(None, ""))


def _forms(data: Any, verb: str) -> dict[str, forms.Form | None]:
    return {
        "receive_turn": MinutesForm(data if verb == "receive_turn" else None),
        "refuse_turn": RefuseForm(data if verb == "refuse_turn" else None),
        "miss_turn": None,
        "cancel_turn": None,
    }


def _show(request: OfficerRequest, one: Turn, asked: dict[str, forms.Form | None], pressed: str = "") -> HttpResponse:
    if one.is_sealed:
        for petition in one.petitions.all():
            actions.read_petition(petition_of(request, petition.pk), "turn", by=request.user, now=timezone.now())
    facts = {
        "one": one, "form": asked.get(pressed), "petitions": one.petitions.all(),
        "steps": blocks(one.possible_steps(), "dialogue:press_turn", one.pk, asked),
        "is_refused": one.status == TurnStatus.REFUSED, "is_notice_late": one.is_notice_late(timezone.now()),
    }  # fmt: skip
    return render(request, "dialogue/officer/turn.html", facts)


@officer(*KEEPERS)
@require_POST
def press_turn(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    verb = verb.replace("-", "_")
    if verb not in VERBS:
        raise Http404
    one = turn_of(request, pk)
    asked = _forms(request.POST, verb)
    form = asked.get(verb) or forms.Form(request.POST)
    more = {"by": request.user, "now": timezone.now()}
    if not press(request, form, lambda: VERBS[verb](one, form.cleaned_data, more)):
        if asked.get(verb) is None:
            raise RuleBroken(" ".join(map(str, form.non_field_errors())))
        return _show(request, one, asked, verb)
    messages.success(request, f"{one}: đã ghi.")
    return redirect("dialogue:turn", one.pk)


@officer(*KEEPERS)
def turn_paper(request: OfficerRequest, pk: int, kind: str) -> HttpResponse:
    """`bien-ban`: minutes; `tu-choi`: notice of the refusal."""
    one, now = turn_of(request, pk), timezone.now()
    if kind == "bien-ban" and one.status == TurnStatus.RECEIVED:
        sheet = papers.turn_minutes(one, now)
    elif kind == "tu-choi" and one.status == TurnStatus.REFUSED:
        sheet = papers.refusal_notice(one, now)
    else:
        raise Http404
    for petition in one.petitions.filter(is_sealed=True):
        actions.read_petition(petition, "minutes", by=request.user, now=now)
    return as_file(as_pdf(sheet), f"{kind}-{one.pk}.pdf", is_shown=True)
