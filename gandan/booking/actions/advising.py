"""Legal advice: noted, offered to the knowledge base without names, approved by the leader (S0.10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import AdviceApproved, AdviceGiven, AdviceOffered
from ..models import Advice, Appointment

LONGEST = 480


@dataclass(frozen=True, kw_only=True)
class Talk:
    """What was asked and answered, how long it took; `appointment` None for somebody who walked in."""

    field: str
    question: str
    answer: str
    minutes: int
    appointment: Appointment | None = None


@transaction.atomic
def note_advice(agency: Agency, talk: Talk, *, by: User, now: datetime) -> Advice:
    question, answer = talk.question.strip(), talk.answer.strip()
    if not question or not answer or not talk.field.strip():
        raise RuleBroken("Xin ghi đủ lĩnh vực, câu hỏi và câu trả lời.")
    if not 1 <= talk.minutes <= LONGEST:
        raise RuleBroken(f"Thời lượng từ 1 đến {LONGEST} phút.")
    if talk.appointment is not None and Advice.objects.filter(appointment=talk.appointment).exists():
        raise RuleBroken("Lịch hẹn này đã ghi nội dung tư vấn.")
    advice = Advice.objects.create(
        agency=agency, appointment=talk.appointment, field=talk.field.strip()[:120], question=question, answer=answer,
        minutes=talk.minutes, officer=by, given_at=now,
    )  # fmt: skip
    event = AdviceGiven(advice_id=advice.pk, agency_id=agency.pk, minutes=talk.minutes)
    record(event, about=advice, by=by, at=now, is_first=True)
    return advice


@transaction.atomic
def offer_advice(advice: Advice, *, question: str, answer: str, by: User, now: datetime) -> None:
    """In a wording that tells nobody who asked; the leader approves it before anybody else reads it."""
    if not question.strip() or not answer.strip():
        raise RuleBroken("Xin viết lại câu hỏi và câu trả lời, bỏ tên, địa chỉ, số giấy tờ.")
    kept = Advice.objects.select_for_update().get(pk=advice.pk)
    if kept.approved_at is not None:
        raise RuleBroken("Nội dung này đã được duyệt vào kho tri thức.")
    advice.public_question, advice.public_answer, advice.offered_at = question.strip(), answer.strip(), now
    advice.save(update_fields=["public_question", "public_answer", "offered_at"])
    record(AdviceOffered(advice_id=advice.pk, agency_id=advice.agency_id), about=advice, by=by, at=now)


@transaction.atomic
def approve_advice(advice: Advice, *, by: User, now: datetime) -> None:
    """The knowledge base may take the anonymous wording."""
    if not Advice.objects.offered().filter(pk=advice.pk).update(approved_by=by, approved_at=now):
        raise RuleBroken("Nội dung này chưa được đề xuất, hoặc đã duyệt rồi.")
    advice.approved_by, advice.approved_at = by, now
    record(AdviceApproved(advice_id=advice.pk, agency_id=advice.agency_id), about=advice, by=by, at=now)
