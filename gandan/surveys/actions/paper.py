"""Papers: sheets with numbers, typed by one person, in part typed again by another, then counted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from .. import workflow
from ..events import BatchChecked, BatchTyped, SheetsPrinted, SurveyAnswered
from ..models import Channel, Invitation, PaperBatch, Survey
from ..sampling import to_check
from ..workflow import BatchStatus, SurveyStatus
from .answering import Given, _burn, _keep, checked

MOST_SHEETS, MOST_OF_A_BATCH, CHECK_EVERY, VALID_DAYS = 500, 60, 5, 365
Sheets = Mapping[int, Given]
"""Sheet number → what is on it."""


@transaction.atomic
def print_sheets(survey: Survey, *, count: int, by: User, now: datetime) -> list[Invitation]:
    """Numbered sheets to fill in by hand: a number counts once."""
    if not 1 <= count <= MOST_SHEETS:
        raise RuleBroken(f"Mỗi lần in từ 1 đến {MOST_SHEETS} phiếu.")
    first = next_number(survey)
    made = Invitation.objects.bulk_create(
        Invitation(
            survey=survey, channel=Channel.PAPER, number=number, unit_id=survey.agency_id,
            expires_on=survey.closes_on or localdate(now) + timedelta(days=VALID_DAYS),
        )
        for number in range(first, first + count)
    )  # fmt: skip
    record(SheetsPrinted(survey_id=survey.pk, first=first, last=first + count - 1), about=survey, by=by, at=now)
    return made


def next_number(survey: Survey) -> int:
    """Locks the survey: numbers are given one after another."""
    Survey.objects.select_for_update(no_key=True).only("pk").get(pk=survey.pk)
    last = Invitation.objects.filter(survey=survey).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


@transaction.atomic
def type_batch(survey: Survey, sheets: Sheets, *, channel: str = Channel.PAPER, by: User, now: datetime) -> PaperBatch:
    """The first typing. Nothing counts yet; every fifth sheet is typed again by somebody else."""
    _may_type(survey)
    if not sheets:
        raise RuleBroken("Chưa nhập phiếu nào.")
    if len(sheets) > MOST_OF_A_BATCH:
        raise RuleBroken(f"Mỗi lô nhiều nhất {MOST_OF_A_BATCH} phiếu.")
    if channel not in (Channel.PAPER, Channel.MAILBOX):
        raise RuleBroken("Phiếu giấy nhận tại chỗ, hoặc lấy từ hộp thư góp ý.")
    _are_free(survey, sheets)
    made = PaperBatch.objects.create(
        survey=survey, channel=channel, sheets=_as_json(survey, sheets), count=len(sheets), typed_by=by, typed_at=now
    )
    made.to_check = to_check(list(sheets), every=CHECK_EVERY, seed=made.pk)
    made.save(update_fields=["to_check"])
    told = BatchTyped(survey_id=survey.pk, batch_id=made.pk, sheets=len(sheets))
    record(told, about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def check_batch(batch: PaperBatch, again: Sheets, *, by: User, now: datetime) -> list[int]:
    """The second typing of the drawn sheets, by another person who does not see the first. Equal: the batch counts.

    Returns the numbers of the sheets that differ; they go back to the first person.
    """
    kept = PaperBatch.objects.select_for_update(of=("self",)).select_related("survey__questionnaire").get(pk=batch.pk)
    if kept.typed_by_id == by.pk:
        raise RuleBroken("Người nhập lần một không tự đối chiếu. Xin nhờ người khác nhập lại.")
    if set(again) != set(kept.to_check):
        raise RuleBroken("Xin nhập lại đủ các phiếu đã rút để đối chiếu.")
    second = _as_json(kept.survey, again)
    differing = [
        number for number in kept.to_check if second[str(number)]["answers"] != kept.sheets[str(number)]["answers"]
    ]
    kept.checked_by, kept.checked_on, kept.differing = by, localdate(now), differing
    kept.take(workflow.FIND_DIFFERENCES if differing else workflow.ACCEPT_BATCH)
    if differing:
        kept.times_differing += 1
    else:
        _count(kept, now)
    kept.save()
    told = BatchChecked(survey_id=kept.survey_id, batch_id=kept.pk, differing=len(differing))
    record(told, about=kept, by=by, at=now)
    return differing


@transaction.atomic
def retype_batch(batch: PaperBatch, sheets: Sheets, *, by: User, now: datetime) -> None:
    """The first person looks at the papers again. Other sheets are drawn for the next check beside those that differed."""
    kept = PaperBatch.objects.select_for_update(of=("self",)).select_related("survey__questionnaire").get(pk=batch.pk)
    if set(sheets) != set(kept.differing):
        raise RuleBroken("Xin nhập lại đủ các phiếu lệch.")
    kept.sheets = {**kept.sheets, **_as_json(kept.survey, sheets)}
    numbers = [int(number) for number in kept.sheets]
    fresh = to_check(numbers, every=CHECK_EVERY, seed=kept.pk + 1000 * kept.times_differing)
    kept.to_check = sorted({*kept.differing, *fresh})
    kept.take(workflow.RETYPE_BATCH)
    kept.typed_by, kept.typed_at = by, now
    kept.save()
    record(BatchTyped(survey_id=kept.survey_id, batch_id=kept.pk, sheets=len(sheets)), about=kept, by=by, at=now)


def _count(batch: PaperBatch, now: datetime) -> None:
    """Every sheet becomes a reply; what was typed is kept no longer."""
    survey = Survey.objects.select_for_update(no_key=True).select_related("questionnaire").get(pk=batch.survey_id)
    _may_type(survey)
    found = Invitation.objects.filter(survey=survey, number__in=[int(one) for one in batch.sheets])
    invitations = {one.number: one for one in found}
    for number, sheet in batch.sheets.items():
        invitation = invitations[int(number)]
        _burn(invitation, min(localdate(now), invitation.expires_on))
        _keep(survey, invitation, _from_json(sheet), channel=batch.channel, today=localdate(now))
    batch.sheets = {}
    record(SurveyAnswered(survey_id=survey.pk), about=survey, by=None, at=now)


def _may_type(survey: Survey) -> None:
    """Papers filled in before the last day are still typed until the table is made."""
    if survey.status not in (SurveyStatus.OPEN, SurveyStatus.CLOSED):
        raise RuleBroken("Đợt khảo sát này không nhận phiếu giấy nữa.")


def _are_free(survey: Survey, sheets: Sheets) -> None:
    known = dict(Invitation.objects.filter(survey=survey, number__in=list(sheets)).values_list("number", "is_used"))
    waiting = {int(one) for batch in _waiting(survey) for one in batch.sheets}
    for number in sorted(sheets):
        if number not in known:
            raise RuleBroken(f"Không có phiếu số {number} trong đợt này. Xin xem lại số in trên phiếu.")
        if known[number] or number in waiting:
            raise RuleBroken(f"Phiếu số {number} đã nhập rồi.")


def _waiting(survey: Survey) -> list[PaperBatch]:
    """Locks the survey, so that two people do not type the same papers at once."""
    Survey.objects.select_for_update(no_key=True).only("pk").get(pk=survey.pk)
    return list(PaperBatch.objects.filter(survey=survey).exclude(status=BatchStatus.ACCEPTED))


def _as_json(survey: Survey, sheets: Sheets) -> dict[str, Any]:
    questions = list(survey.questionnaire.questions.all())
    told: dict[str, Any] = {}
    for number, given in sheets.items():
        try:
            answers, comments = checked(questions, given)
        except RuleBroken as refused:
            raise RuleBroken(f"Phiếu số {number}: {refused.message}") from None
        told[str(number)] = {
            "answers": {str(one): place for one, place in answers.items()},
            "comments": {str(one): text for one, text in comments.items()},
        }
    return told


def _from_json(sheet: dict[str, Any]) -> Given:
    return Given(
        {int(number): place for number, place in sheet["answers"].items()},
        {int(number): text for number, text in sheet["comments"].items()},
    )
