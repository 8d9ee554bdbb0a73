"""Invitations and the one answer each gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import F
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.dossiers.models import Dossier, UnderProgramme
from gandan.dossiers.workflow import Status
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import GuideOpened, RatingInvited, RepliesMixed, StationPlaced, StationUsed, SurveyAnswered
from ..masking import mask
from ..models import (
    Channel,
    Comment,
    GuideOpening,
    Invitation,
    OfficerTally,
    Question,
    Questionnaire,
    Reply,
    Station,
    Survey,
    SurveyKind,
)
from ..rules import rules_of
from ..verdicts import attitude_of, verdict_of
from .surveys import open_rating_survey

ANSWERED = "Phiếu này đã được trả lời một lần. Mỗi lời mời chỉ trả lời một lần. Cảm ơn ông/bà."
CLOSED = "Đợt khảo sát này đã đóng. Cảm ơn ông/bà đã quan tâm."
EXPIRED = "Lời mời này đã hết hạn trả lời."
EMPTY = "Phiếu chưa có câu trả lời nào. Xin chọn ít nhất một câu."
LONGEST_COMMENT = 1000
MIX = """
WITH gone AS (DELETE FROM surveys_reply WHERE survey_id = %s RETURNING *)
INSERT INTO surveys_reply SELECT * FROM gone ORDER BY random()
"""


@dataclass(frozen=True)
class Given:
    """Question number → place of the chosen word; question number → words."""

    answers: Mapping[int, int] = field(default_factory=dict)
    comments: Mapping[int, str] = field(default_factory=dict)


@transaction.atomic
def invite_rating(dossier: Dossier, *, officer: User | None, now: datetime) -> Invitation | None:
    """The result was returned: one invitation a dossier, where the commune's programme asks for it."""
    rules = rules_of(dossier.commune, localdate(now))
    if not rules.is_running or dossier.status != Status.RETURNED:
        return None
    survey = open_rating_survey(dossier.commune, by=None, now=now)
    invitation, is_new = Invitation.objects.get_or_create(
        dossier=dossier,
        defaults={
            "survey": survey, "unit": dossier.agency, "field": dossier.procedure.field, "officer": officer,
            "programmes": sorted(UnderProgramme.objects.filter(dossier=dossier).values_list("programme", flat=True)),
            "expires_on": localdate(now) + timedelta(days=rules.days),
        },
    )  # fmt: skip
    if is_new:
        told = RatingInvited(survey_id=survey.pk, invitation_id=invitation.pk, dossier_id=dossier.pk)
        record(told, about=invitation, by=None, at=now, is_first=True)
    return invitation


@transaction.atomic
def answer(invitation: Invitation, given: Given, *, channel: str = "", now: datetime) -> None:
    """Burn the invitation, keep the reply. Both in one transaction, with nothing that joins them.

    The journal tells only that the survey has one more reply. RuleBroken: closed, expired, answered, empty.
    """
    survey = Survey.objects.select_for_update(no_key=True).select_related("questionnaire").get(pk=invitation.survey_id)
    today = localdate(now)
    if not survey.is_answerable(today):
        raise RuleBroken(CLOSED)
    _burn(invitation, today)
    _keep(survey, invitation, given, channel=channel or invitation.channel, today=today)
    record(SurveyAnswered(survey_id=survey.pk), about=survey, by=None, at=now)


def _burn(invitation: Invitation, today: date) -> None:
    """By compare-and-swap: of two presses one wins."""
    if not Invitation.objects.filter(pk=invitation.pk, is_used=False).update(is_used=True):
        raise RuleBroken(ANSWERED)
    if invitation.expires_on < today:
        raise RuleBroken(EXPIRED)
    invitation.is_used = True


def _keep(survey: Survey, invitation: Invitation, given: Given, *, channel: str, today: date) -> None:
    questions = list(survey.questionnaire.questions.all())
    answers, comments = checked(questions, given)
    Questionnaire.objects.filter(pk=survey.questionnaire_id, frozen_at__isnull=True).update(
        frozen_at=datetime.combine(today, datetime.min.time(), tzinfo=survey.made_at.tzinfo)
    )
    Reply.objects.create(
        survey=survey, unit=invitation.unit, field=invitation.field, programmes=invitation.programmes, channel=channel,
        week=today - timedelta(days=today.weekday()), verdict=verdict_of(questions, answers),
        answers={str(number): place for number, place in answers.items()},
    )  # fmt: skip
    Comment.objects.bulk_create(Comment(survey=survey, question=number, text=text) for number, text in comments.items())
    attitude = attitude_of(questions, answers)
    if invitation.officer_id and attitude is not None:
        _tally(invitation, survey.agency, attitude, today)


def checked(questions: list[Question], given: Given) -> tuple[dict[int, int], dict[int, str]]:
    """Marks and masked words that belong to these questions. RuleBroken for what does not, for gaps, for an empty reply."""
    known = {one.number: one for one in questions}
    for number, place in given.answers.items():
        if number not in known or known[number].is_text or not 0 <= place < len(known[number].words):
            raise RuleBroken(f"Câu {number} không có mức trả lời này.")
    comments = {
        number: mask(text)[:LONGEST_COMMENT]
        for number, text in given.comments.items()
        if text.strip() and number in known and known[number].is_text
    }
    if not given.answers and not comments:
        raise RuleBroken(EMPTY)
    missing = [
        one.number for one in questions if one.is_required and not one.is_text and one.number not in given.answers
    ]
    if missing:
        raise RuleBroken(f"Còn câu {', '.join(map(str, missing))} chưa trả lời.")
    return dict(given.answers), comments


def _tally(invitation: Invitation, commune: Agency, attitude: float, today: date) -> None:
    row, _ = OfficerTally.objects.get_or_create(
        officer_id=invitation.officer_id, month=today.replace(day=1), defaults={"agency": commune}
    )
    OfficerTally.objects.filter(pk=row.pk).update(points=F("points") + attitude, ratings=F("ratings") + 1)


# --- Doors without an invitation of one's own ---
@transaction.atomic
def place_station(commune: Agency, *, name: str, channel: str, by: User, now: datetime) -> Station:
    """A QR for a counter, or the address of a touch screen."""
    if channel not in (Channel.COUNTER, Channel.KIOSK):
        raise RuleBroken("Điểm đánh giá là mã QR tại quầy hoặc màn hình chạm.")
    if Station.objects.filter(agency=commune, name=name).exists():
        raise RuleBroken(f"Đã có điểm đánh giá tên “{name}”.")
    made = Station.objects.create(agency=commune, name=name, channel=channel)
    record(StationPlaced(station_id=made.pk), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def begin_at_station(station: Station, *, now: datetime) -> Invitation:
    """Somebody stands at a counter or a screen: an invitation for today, tied to no dossier."""
    today = localdate(now)
    found = Survey.objects.of(station.agency).answerable(today).filter(opens_on__lte=today)
    survey = found.filter(kind=SurveyKind.AFTER_RESULT).first()
    if survey is None or not station.is_used:
        raise RuleBroken("Hiện không có đợt đánh giá nào đang mở tại đây.")
    made = Invitation.objects.create(survey=survey, channel=station.channel, unit=station.agency, expires_on=today)
    record(StationUsed(survey_id=survey.pk, station_id=station.pk), about=station, by=None, at=now)
    return made


@transaction.atomic
def count_opening(commune: Agency, *, source: str, now: datetime) -> None:
    """The way to the ratings was opened on somebody's telephone (S0.39)."""
    today = localdate(now)
    row, _ = GuideOpening.objects.select_for_update().get_or_create(agency=commune, source=source, day=today)
    GuideOpening.objects.filter(pk=row.pk).update(count=F("count") + 1)
    record(GuideOpened(source=source), about=row, by=None, at=now)


@transaction.atomic
def mix_replies(survey: Survey, *, now: datetime) -> int:
    """Write the replies of a survey anew in random order, so that neither their place in the table nor the transaction
    that wrote them tells when one came. Returns how many.
    """
    Survey.objects.select_for_update(no_key=True).only("pk").get(pk=survey.pk)
    with connection.cursor() as cursor:
        cursor.execute(MIX, [survey.pk])
        count = int(cursor.rowcount)
    record(RepliesMixed(replies=count), about=survey, by=None, at=now)
    return count
