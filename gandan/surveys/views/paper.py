"""Typing papers: the first time, the second time by somebody else, and again where the two differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest, officer

from .. import actions, grid
from ..models import Channel, Question, Survey
from ..workflow import BatchStatus
from .finding import TYPISTS, batch_of, survey_of

ROWS = 30


def _page(request: OfficerRequest, survey: Survey, numbers: Sequence[int], **more: Any) -> HttpResponse:
    questions = list(survey.questionnaire.questions.all())
    rows = more.pop("rows")
    facts = {
        "survey": survey, "questions": questions, "lines": grid.lines(questions, rows, request.POST, numbers),
        "channels": [(str(one), one.label) for one in (Channel.PAPER, Channel.MAILBOX)], **more,
    }  # fmt: skip
    return render(request, "surveys/officer/grid.html", facts)


def _typed(request: OfficerRequest, survey: Survey, rows: int) -> dict[int, actions.Given]:
    questions: list[Question] = list(survey.questionnaire.questions.all())
    return grid.read(questions, rows, request.POST)


@officer(*TYPISTS)
def type_batch(request: OfficerRequest, pk: int) -> HttpResponse:
    """Thirty lines; Tab goes from key to key. What was typed stays in the page when a line is wrong."""
    survey, fault = survey_of(request, pk), ""
    if request.method == "POST":
        try:
            sheets = _typed(request, survey, ROWS)
            channel = request.POST.get("channel", Channel.PAPER)
            batch = actions.type_batch(survey, sheets, channel=channel, by=request.user, now=timezone.now())
        except RuleBroken as refused:
            fault = refused.message
        else:
            count, again = batch.count, len(batch.to_check)
            messages.success(request, f"Đã nhập {count} phiếu. Một người khác nhập lại {again} phiếu để đối chiếu.")
            return redirect("surveys:batch", batch.pk)
    waiting = survey.invitations.filter(number__isnull=False, is_used=False).order_by("number")
    held = _held(survey)
    numbers = [one for one in waiting.values_list("number", flat=True)[: 4 * ROWS] if one and one not in held]
    return _page(
        request,
        survey,
        numbers[:ROWS],
        rows=ROWS,
        fault=fault,
        title="Nhập phiếu giấy",
        is_first=True,
        has_none=not numbers,
    )


def _held(survey: Survey) -> set[int]:
    """Numbers in batches that do not count yet."""
    open_batches = survey.batches.exclude(status=BatchStatus.ACCEPTED)
    return {int(number) for batch in open_batches for number in batch.sheets}


@officer(*TYPISTS)
def batch(request: OfficerRequest, pk: int) -> HttpResponse:
    """The state of a batch and, for whoever is next, the lines to type."""
    one = batch_of(request, pk)
    numbers = one.to_check if one.status == BatchStatus.TYPED else one.differing
    is_mine = one.typed_by_id == request.user.pk
    fault = ""
    if request.method == "POST" and one.status != BatchStatus.ACCEPTED:
        try:
            sheets = _typed(request, one.survey, len(numbers))
            _take(request, one, sheets)
        except RuleBroken as refused:
            fault = refused.message
        else:
            return redirect("surveys:batch", pk)
    more = {"batch": one, "is_mine": is_mine, "fault": fault, "title": f"Lô {one.pk}: {one.status_label().lower()}"}
    if one.status == BatchStatus.ACCEPTED:
        numbers = []
    return _page(request, one.survey, numbers, rows=len(numbers), **more)


def _take(request: OfficerRequest, one: Any, sheets: dict[int, actions.Given]) -> None:
    now = timezone.now()
    if one.status == BatchStatus.DIFFERING:
        actions.retype_batch(one, sheets, by=request.user, now=now)
        messages.success(request, "Đã nhập lại phiếu lệch. Xin người khác đối chiếu lần nữa.")
        return
    differing = actions.check_batch(one, sheets, by=request.user, now=now)
    if differing:
        messages.warning(request, f"{len(differing)} phiếu lệch nhau. Người nhập lần một xem lại phiếu giấy.")
    else:
        messages.success(request, f"Hai lần nhập khớp. {one.count} phiếu đã vào kết quả.")
