"""Opinions: raised beforehand, at the meeting or on the spot; given to a unit; planned; answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import say_day
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendars import calendar_of
from gandan.places.deadlines import due
from gandan.places.models import Agency, Hamlet
from gandan.places.working import Unit

from ..events import OpinionAnswered, OpinionAssigned, OpinionPlanned, OpinionRaised
from ..models import Occasion, OccasionKind, Opinion, OpinionSource, Outcome
from ..rules import rules_of
from ..workflow import ANSWER_OPINION, ASSIGN_OPINION, PLAN_OPINION, OccasionStatus

MOST_OPINIONS = 400


@dataclass(frozen=True, kw_only=True)
class Voice:
    """What somebody said, and who, for the answer only."""

    text: str
    name: str = ""
    phone: str = ""
    hamlet: Hamlet | None = None
    source: str = OpinionSource.MEETING
    press: str = ""


@transaction.atomic
def raise_opinion(occasion: Occasion, voice: Voice, *, by: User | None, now: datetime) -> Opinion:
    """The next number of the occasion. Questions from the web only before a dialogue that is public."""
    held = Occasion.objects.select_for_update().get(pk=occasion.pk)
    if voice.press and (known := Opinion.objects.filter(press=voice.press, occasion=held).first()):
        return known
    if voice.source == OpinionSource.BEFORE and (not held.takes_questions or held.starts_at <= now):
        raise RuleBroken("Buổi đối thoại này không còn nhận câu hỏi gửi trước.")
    if held.status == OccasionStatus.CANCELLED or held.kind == OccasionKind.RECEPTION:
        raise RuleBroken("Ghi ý kiến vào buổi đối thoại hoặc chuyến xuống thôn. Tiếp công dân thì nhận đơn.")
    if not voice.text.strip():
        raise RuleBroken("Ghi nội dung ý kiến.")
    last = held.opinions.aggregate(last=Max("number"))["last"] or 0
    if last >= MOST_OPINIONS:
        raise RuleBroken("Buổi này đã có rất nhiều câu hỏi. Xin ông/bà nêu trực tiếp tại buổi đối thoại.")
    told = {**vars(voice), "text": voice.text.strip(), "hamlet": voice.hamlet or held.hamlet}
    made = Opinion.objects.create(occasion=held, number=last + 1, raised_at=now, **told)
    event = OpinionRaised(opinion_id=made.pk, occasion_id=held.pk, source=made.source)
    record(event, about=made, by=by, at=now, is_first=True)
    return made


@dataclass(frozen=True)
class Wording:
    """`text`: for the public, names of people taken out, "" keeps what was said. `is_private`: answered, not published."""

    text: str = ""
    is_private: bool = False


AS_SAID = Wording()


@transaction.atomic
def assign_opinion(opinion: Opinion, unit: Agency, *, by: User, now: datetime, wording: Wording = AS_SAID) -> None:
    """A unit answers within the working days the commune promises, counted from today. Given again, the first day stays."""
    commune = opinion.occasion.commune
    if unit.commune_id != commune.pk:
        raise RuleBroken(f"{unit} không thuộc {commune.name_within}.")
    opinion.take(ASSIGN_OPINION)
    opinion.unit, opinion.is_private = unit, wording.is_private
    opinion.text = wording.text.strip() or opinion.text
    if opinion.due_at is None:
        days = rules_of(commune, localdate(now)).opinion_days
        found = due(now, days, Unit.WORKING_DAY, calendar_of(commune, on=localdate(now))).retold(
            opening="Giao đơn vị", rule=f"{days} ngày làm việc xã đã hứa.", citation="Tài liệu 001, TC3.1.4.d"
        )
        opinion.due_at, opinion.working, opinion.assigned_at = found.at, found.working.as_json(), now
    opinion.save()
    record(
        OpinionAssigned(opinion_id=opinion.pk, agency_id=unit.pk, due_at=opinion.due_at), about=opinion, by=by, at=now
    )


@transaction.atomic
def plan_opinion(opinion: Opinion, plan: str, until: date, *, by: User, now: datetime) -> None:
    """Not resolved yet, but when and how is said in public."""
    if not plan.strip():
        raise RuleBroken("Ghi sẽ làm gì để giải quyết.")
    if until <= localdate(now):
        raise RuleBroken(f"Ngày giải quyết xong phải sau {say_day(localdate(now))}.")
    opinion.take(PLAN_OPINION)
    opinion.plan, opinion.planned_until = plan.strip(), until
    opinion.save(update_fields=["plan", "planned_until"])
    record(OpinionPlanned(opinion_id=opinion.pk, until=until), about=opinion, by=by, at=now)


@transaction.atomic
def answer_opinion(opinion: Opinion, outcome: str, answer: str, *, by: User, now: datetime) -> None:
    """Resolved, explained or passed on: the answer is public with the opinion."""
    if outcome not in Outcome.values:
        raise RuleBroken("Chọn đã giải quyết, đã giải thích hay đã chuyển.")
    if not answer.strip():
        raise RuleBroken("Ghi câu trả lời. Người dân đọc được câu này.")
    opinion.take(ANSWER_OPINION)
    opinion.outcome, opinion.answer, opinion.answered_at, opinion.answered_by = outcome, answer.strip(), now, by
    opinion.save(update_fields=["outcome", "answer", "answered_at", "answered_by"])
    event = OpinionAnswered(opinion_id=opinion.pk, outcome=outcome, is_on_time=not opinion.is_late(now))
    record(event, about=opinion, by=by, at=now)
