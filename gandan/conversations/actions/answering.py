"""The officer's side: take up, answer under one's name, hand on, tell the leader, close."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

from ..clock import minutes_taken
from ..events import (
    FieldDutyGiven,
    ThreadAnswered,
    ThreadClosed,
    ThreadEscalated,
    ThreadNoted,
    ThreadReassigned,
    ThreadTakenUp,
)
from ..models import FieldDuty, Side, Thread, Turn
from ..workflow import ANSWER, CLOSE, ESCALATE, TAKE_UP, ThreadStatus
from .saying import _count_touch, _lock, _needs, _owner_of, _say, _Words


@dataclass(frozen=True)
class Answer:
    """Words and the procedures whose cards go with them."""

    text: str
    cards: Sequence[str] = ()
    press_key: str = ""


@transaction.atomic
def take_up_thread(thread: Thread, *, by: User, now: datetime) -> None:
    """“Tôi trả lời”: the others see that somebody does."""
    thread.take(TAKE_UP)
    thread.owner = by
    thread.save(update_fields=["owner"])
    record(ThreadTakenUp(thread_id=thread.pk, officer_id=by.pk), about=thread, by=by, at=now)


@transaction.atomic
def answer_thread(thread: Thread, answer: Answer, *, by: User, now: datetime) -> Turn:
    """Words under the name of who answers. The first answer stops the clock; pressed twice it is one."""
    text = _needs(answer.text, "Ghi câu trả lời.")
    locked = _lock(thread)
    known = locked.turns.filter(press_key=answer.press_key).first() if answer.press_key else None
    if known:
        return known
    turn = _answer(locked, _Words(text=text, cards=answer.cards, press_key=answer.press_key, author=by), now)
    thread.status = locked.status
    return turn


def _answer(thread: Thread, words: _Words, now: datetime) -> Turn:
    """On a locked thread; `words.author` is who answers."""
    by = words.author
    assert by is not None, "a person answers"
    is_waited_for, was_first = thread.is_waiting, thread.answered_at is None
    if thread.status == ThreadStatus.CLOSED:
        raise RuleBroken("Câu hỏi đã đóng. Người hỏi nhắn tiếp thì mở lại.")
    thread.take(ANSWER)
    turn = _say(thread, Side.OFFICER, words, now=now)
    is_in_time = now <= thread.answer_by
    minutes = minutes_taken(thread.asked_at, now, calendar_of(thread.commune, on=localdate(now)))
    if is_waited_for:
        thread.is_in_time = is_in_time and thread.is_in_time is not False
    if was_first:
        thread.answered_at, thread.answer_minutes = now, minutes
        _count_touch(thread.touchpoint, "by_officer", *(["in_time"] if is_in_time else []), now=now)
    thread.answered_by, thread.owner = by, thread.owner or by
    thread.save(update_fields=["answered_at", "answered_by", "answer_minutes", "is_in_time", "owner"])
    told = ThreadAnswered(thread_id=thread.pk, turn_id=turn.pk, is_in_time=is_in_time, minutes=minutes)
    record(told, about=thread, by=by, at=now)
    return turn


@transaction.atomic
def note_thread(thread: Thread, text: str, *, by: User, now: datetime) -> Turn:
    """For colleagues only; nothing goes to the asker."""
    words = _Words(text=_needs(text, "Ghi nội dung ghi chú."), author=by)
    turn = _say(_lock(thread), Side.NOTE, words, now=now)
    record(ThreadNoted(thread_id=thread.pk, turn_id=turn.pk), about=thread, by=by, at=now)
    return turn


@transaction.atomic
def reassign_thread(thread: Thread, matter: str | Procedure, owner: User | None, *, by: User, now: datetime) -> None:
    """Another field (or procedure) or officer; without one, the officer of the field. The hour stays: the asker waits."""
    locked = _lock(thread)
    locked.procedure = matter if isinstance(matter, Procedure) else None
    locked.field = matter.field if isinstance(matter, Procedure) else matter
    locked.owner = owner or _owner_of(locked.commune, locked.field)
    locked.save(update_fields=["field", "procedure", "owner"])
    told = ThreadReassigned(thread_id=locked.pk, field=locked.field, owner_id=locked.owner_id)
    record(told, about=locked, by=by, at=now)


@transaction.atomic
def escalate_thread(thread: Thread, *, by: User | None, now: datetime) -> None:
    """The hour has passed, or the officer asks for help: the leader sees it first."""
    if by is None and thread.answer_by >= now:
        raise RuleBroken("Câu hỏi này chưa quá giờ.")
    thread.take(ESCALATE)
    thread.escalated_at = now
    thread.save(update_fields=["escalated_at"])
    record(ThreadEscalated(thread_id=thread.pk, owner_id=thread.owner_id), about=thread, by=by, at=now)


@transaction.atomic
def close_thread(thread: Thread, *, by: User, now: datetime) -> None:
    """Answered and done, or nothing to answer. The asker may go on writing: then it opens again."""
    thread.take(CLOSE)
    thread.closed_at = now
    thread.save(update_fields=["closed_at"])
    record(ThreadClosed(thread_id=thread.pk, is_by_asker=False), about=thread, by=by, at=now)


@transaction.atomic
def give_field_duty(commune: Agency, field: str, officer: User | None, *, by: User, now: datetime) -> None:
    """This officer answers for the field from now on; None: nobody in particular. Questions that wait without owner go there."""
    if officer is None:
        FieldDuty.objects.filter(commune=commune, field=field).delete()
    else:
        if officer.agency is None or (officer.agency.commune_id or officer.agency_id) != commune.pk:
            raise RuleBroken("Chọn người của xã này.")
        FieldDuty.objects.update_or_create(
            commune=commune, field=field, defaults={"officer": officer, "given_at": now}
        )  # fmt: skip
        Thread.objects.of(commune).waiting().filter(owner__isnull=True, field=field).update(owner=officer)
    told = FieldDutyGiven(field=field, officer_id=officer.pk if officer else None)
    record(told, about=commune, by=by, at=now)
