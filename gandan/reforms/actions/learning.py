"""Communes learn from each other: ask the owner unit, visit it, tell how a model was made known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import (
    LaunchRecorded,
    QuestionAnswered,
    QuestionAsked,
    VisitAgreed,
    VisitBooked,
    VisitDeclined,
    VisitEvent,
    VisitReported,
)
from ..models import Launch, Question, Reform, Visit, VisitStatus
from .adoption import _need

MOST_VISITORS = 50


@transaction.atomic
def ask_question(reform: Reform, *, text: str, agency: Agency, by: User, now: datetime) -> Question:
    """To the unit that owns the model; it stays on the model's page (S0.43)."""
    words = _need(text, "Xin ghi câu hỏi.")
    question = Question.objects.create(reform=reform, agency=agency, text=words, by=by, at=now)
    event = QuestionAsked(reform_id=reform.pk, question_id=question.pk, agency_id=agency.pk)
    record(event, about=reform, by=by, at=now)
    return question


@transaction.atomic
def answer_question(question: Question, *, answer: str, by: User, now: datetime) -> None:
    """By the owner unit or one that runs the model; answered again, the newer answer stands."""
    question.answer = _need(answer, "Xin ghi câu trả lời.")
    question.answered_by, question.answered_at = by, now
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    event = QuestionAnswered(reform_id=question.reform_id, question_id=question.pk)
    record(event, about=question.reform, by=by, at=now)


@dataclass(frozen=True)
class Booking:
    """Who comes to learn, where, on which day, how many people and what for."""

    agency: Agency
    host: Agency
    on: date
    people: int
    purpose: str


@transaction.atomic
def book_visit(reform: Reform, booking: Booking, *, by: User, now: datetime) -> Visit:
    """Ask the unit where the model runs to receive us (S3.25)."""
    purpose = _need(booking.purpose, "Xin ghi nội dung muốn học.")
    if booking.on <= localdate(now):
        raise RuleBroken("Ngày đến học tập phải từ ngày mai trở đi, để đơn vị kia chuẩn bị.")
    if booking.host.commune_id == booking.agency.commune_id:
        raise RuleBroken("Đơn vị này thuộc xã mình. Chọn đơn vị khác đang áp dụng mô hình.")
    if not 1 <= booking.people <= MOST_VISITORS:
        raise RuleBroken(f"Số người từ 1 đến {MOST_VISITORS}.")
    visit = Visit.objects.create(
        reform=reform, agency=booking.agency, host=booking.host, on=booking.on, people=booking.people, purpose=purpose,
        by=by, at=now,
    )  # fmt: skip
    record(_told(VisitBooked, visit, on=visit.on), about=visit, by=by, at=now, is_first=True)
    return visit


@transaction.atomic
def agree_visit(visit: Visit, *, by: User, now: datetime) -> None:
    """The host will receive them."""
    _move(visit, VisitStatus.ASKED, VisitStatus.AGREED)
    record(_told(VisitAgreed, visit, on=visit.on), about=visit, by=by, at=now)


@transaction.atomic
def decline_visit(visit: Visit, *, reason: str, by: User, now: datetime) -> None:
    """Not on that day; the reason says when instead."""
    visit.result = _need(reason, "Xin ghi lý do và ngày khác có thể tiếp.")
    _move(visit, VisitStatus.ASKED, VisitStatus.DECLINED, "result")
    record(_told(VisitDeclined, visit), about=visit, by=by, at=now)


@transaction.atomic
def report_visit(visit: Visit, *, result: str, by: User, now: datetime) -> None:
    """What the visitors learned, after the day."""
    if localdate(now) < visit.on:
        raise RuleBroken(f"Buổi học tập vào ngày {visit.on:%d/%m/%Y}. Ghi kết quả sau buổi đó.")
    visit.result = _need(result, "Xin ghi đã học được gì.")
    _move(visit, VisitStatus.AGREED, VisitStatus.DONE, "result")
    record(_told(VisitReported, visit), about=visit, by=by, at=now)


def _move(visit: Visit, start: str, end: str, *fields: str) -> None:
    if not Visit.objects.filter(pk=visit.pk, status=start).update(status=end):
        raise RuleBroken(f"Lịch học tập này đang là “{visit.get_status_display()}”. Xin tải lại trang.")
    visit.status = end
    if fields:
        visit.save(update_fields=list(fields))


def _told(kind: type[VisitEvent], visit: Visit, **more: Any) -> VisitEvent:
    return kind(reform_id=visit.reform_id, visit_id=visit.pk, agency_id=visit.agency_id, host_id=visit.host_id, **more)


@dataclass(frozen=True)
class Publicity:
    """How a model was made known: channel, day, title, and figures of the channel as [{"label", "value"}]."""

    channel: str
    on: date | None = None
    title: str = ""
    unit_name: str = ""
    source: str = ""
    figures: tuple[Mapping[str, Any], ...] = ()


@transaction.atomic
def record_launch(
    reform: Reform, publicity: Publicity, *, agency: Agency | None, by: User | None, now: datetime
) -> Launch:
    """A ceremony, a broadcast, an article, a page (S4.21)."""
    if publicity.on and publicity.on > localdate(now):
        raise RuleBroken("Ngày ra mắt ở tương lai. Ghi lại sau khi đã làm.")
    launch = Launch.objects.create(
        reform=reform, agency=agency, unit_name=publicity.unit_name.strip(), on=publicity.on,
        channel=_need(publicity.channel, "Xin ghi kênh truyền thông."), title=publicity.title.strip(),
        figures=[dict(one) for one in publicity.figures], source=publicity.source.strip(), by=by, at=now,
    )  # fmt: skip
    record(LaunchRecorded(reform_id=reform.pk, launch_id=launch.pk), about=reform, by=by, at=now)
    return launch
