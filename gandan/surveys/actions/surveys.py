"""A survey from its plan to the published table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from .. import workflow
from ..events import (
    CommentHidden,
    SurveyClosed,
    SurveyOpened,
    SurveyPlanned,
    SurveyPublished,
    SurveySummarised,
)
from ..models import LEAST, Comment, Questionnaire, Survey, SurveyKind
from ..results import summary_of
from ..rules import rules_of
from ..shipped import AFTER_RESULT
from .questionnaires import set_up_questionnaires


@dataclass(frozen=True)
class Plan:
    """What is asked, when, of whom."""

    questionnaire: Questionnaire
    kind: str
    title: str
    opens_on: date
    closes_on: date | None = None
    least: int = LEAST
    origin: str = ""


@transaction.atomic
def plan_survey(commune: Agency, plan: Plan, *, by: User | None, now: datetime) -> Survey:
    """A draft: it can be read through before anybody is asked."""
    if plan.questionnaire.agency_id not in (None, commune.pk):
        raise RuleBroken("Bộ câu hỏi này của xã khác.")
    if plan.closes_on and plan.closes_on < plan.opens_on:
        raise RuleBroken("Ngày đóng phải từ ngày mở trở đi.")
    if plan.kind == SurveyKind.MODEL and not plan.origin:
        raise RuleBroken("Khảo sát người dùng mô hình cần ghi mô hình nào.")
    made = Survey.objects.create(
        agency=commune, questionnaire=plan.questionnaire, kind=plan.kind, title=plan.title, opens_on=plan.opens_on,
        closes_on=plan.closes_on, least=plan.least, origin=plan.origin, made_by=by, made_at=now,
    )  # fmt: skip
    told = SurveyPlanned(survey_id=made.pk, questionnaire_id=plan.questionnaire.pk)
    record(told, about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def open_survey(survey: Survey, *, by: User | None, now: datetime) -> None:
    """From now on people may answer. One after-result survey at a time."""
    Agency.objects.select_for_update(no_key=True).get(pk=survey.agency_id)
    if survey.closes_on and survey.closes_on < localdate(now):
        raise RuleBroken(f"Ngày đóng {survey.closes_on:%d/%m/%Y} đã qua. Xin lập đợt khảo sát mới.")
    if survey.kind == SurveyKind.AFTER_RESULT and _open_rating_survey(survey.agency) is not None:
        raise RuleBroken("Đang có một đợt đánh giá sau khi nhận kết quả. Đóng đợt đó rồi mới mở đợt này.")
    survey.take(workflow.OPEN_SURVEY)
    record(SurveyOpened(survey_id=survey.pk), about=survey, by=by, at=now)


@transaction.atomic
def close_survey(survey: Survey, *, by: User | None, now: datetime) -> None:
    """Nobody answers any more. Links of unanswered invitations say so."""
    _lock(survey)
    survey.take(workflow.CLOSE_SURVEY)
    survey.closed_at = now
    survey.save(update_fields=["closed_at"])
    record(SurveyClosed(survey_id=survey.pk, replies=survey.replies.count()), about=survey, by=by, at=now)


@transaction.atomic
def summarise_survey(survey: Survey, *, by: User | None, now: datetime) -> None:
    """The table as it is now, kept for good."""
    _lock(survey)
    if survey.batches.exclude(status=workflow.BatchStatus.ACCEPTED).exists():
        raise RuleBroken("Còn lô phiếu giấy chưa nhập đối chiếu xong. Xong lô đó rồi tổng hợp.")
    survey.take(workflow.SUMMARISE_SURVEY)
    survey.summary = summary_of(survey, now=now)
    survey.save(update_fields=["summary"])
    record(SurveySummarised(survey_id=survey.pk, replies=survey.summary["n"]), about=survey, by=by, at=now)


@transaction.atomic
def publish_survey(survey: Survey, *, by: User, now: datetime) -> None:
    """The public may read it: figures only, no words of anybody."""
    survey.take(workflow.PUBLISH_SURVEY)
    survey.published_at, survey.published_by = now, by
    survey.save(update_fields=["published_at", "published_by"])
    record(SurveyPublished(survey_id=survey.pk), about=survey, by=by, at=now)


@transaction.atomic
def open_rating_survey(commune: Agency, *, by: User | None, now: datetime) -> Survey:
    """The after-result survey that is open, or a new one with the eight contents of the decree."""
    Agency.objects.select_for_update(no_key=True).get(pk=commune.pk)
    found = _open_rating_survey(commune)
    if found is not None:
        return found
    set_up_questionnaires(now=now)
    newest = Questionnaire.objects.filter(agency__isnull=True, code=AFTER_RESULT).latest("version")
    today = localdate(now)
    plan = Plan(
        newest, SurveyKind.AFTER_RESULT, f"Sau khi nhận kết quả, năm {today.year}", today, date(today.year, 12, 31),
        rules_of(commune, today).least,
    )  # fmt: skip
    made = plan_survey(commune, plan, by=by, now=now)
    open_survey(made, by=by, now=now)
    return made


@transaction.atomic
def hide_comment(comment: Comment, *, by: User, now: datetime) -> None:
    """Abuse, or words that still name somebody: nobody reads them any more."""
    _lock(comment.survey)
    comment.is_hidden = True
    comment.text = ""
    comment.save(update_fields=["is_hidden", "text"])
    record(CommentHidden(survey_id=comment.survey_id), about=comment.survey, by=by, at=now)


def _open_rating_survey(commune: Agency) -> Survey | None:
    found = Survey.objects.of(commune).filter(kind=SurveyKind.AFTER_RESULT, status=workflow.SurveyStatus.OPEN)
    return found.select_related("questionnaire").first()


def _lock(survey: Survey) -> None:
    Survey.objects.select_for_update(no_key=True).only("pk").get(pk=survey.pk)
