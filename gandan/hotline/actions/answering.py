"""What the officer does with a call: a slip, a word on it, the call that is owed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.feedback.actions import Sender, Told, Where, receive
from gandan.feedback.models import Channel, Feedback, ReplyBy
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..events import CallBackOverdue, CalledBack, CallNoted, SlipWritten
from ..models import Call, CallBack, Outcome


@dataclass(frozen=True, kw_only=True)
class Slip:
    """What the caller told. `reply_by`: of `feedback.models.ReplyBy`; `phone`: another number than the one that called."""

    text: str
    category: str = ""
    place: str = ""
    hamlet: Hamlet | None = None
    name: str = ""
    phone: str = ""
    reply_by: str = ReplyBy.CALL
    is_urgent: bool = False


@transaction.atomic
def write_slip(call: Call, slip: Slip, *, by: User, now: datetime) -> Feedback:
    """Into the queue of feedback, once for each call; urgent security goes to the police at once (S3.16)."""
    call = Call.objects.select_for_update(of=("self",)).select_related("commune", "feedback").get(pk=call.pk)
    if call.feedback is not None:
        return call.feedback
    phone = slip.phone.strip() or call.caller
    told = Told(
        text=slip.text, channel=Channel.HOTLINE, category=slip.category, is_urgent=slip.is_urgent,
        where=Where(place=slip.place, hamlet=slip.hamlet), press_key=f"call-{call.pk}",
        sender=Sender(name=slip.name, phone=phone, reply_by=slip.reply_by if phone else ReplyBy.NONE),
    )  # fmt: skip
    made = receive(call.commune, told, by=by, now=now)
    call.feedback, call.answered_by = made, call.answered_by or by
    call.save(update_fields=["feedback", "answered_by"])
    record(SlipWritten(hotline_call_id=call.pk, feedback_id=made.pk), about=call, by=by, at=now)
    return made


@transaction.atomic
def note_call(call: Call, note: str, *, answered_by: User | None = None, by: User, now: datetime) -> None:
    """Who answered, and what it was about where no slip is needed."""
    if not note.strip():
        raise RuleBroken("Ghi người gọi cần gì, ví dụ “hỏi giờ làm việc, đã trả lời”.")
    if answered_by and (answered_by.agency is None or answered_by.agency.commune_id != call.commune_id):
        raise RuleBroken(f"{answered_by} không thuộc {call.commune.name_within}.")
    call.note, call.answered_by = note.strip()[:500], answered_by or call.answered_by or by
    call.save(update_fields=["note", "answered_by"])
    record(CallNoted(hotline_call_id=call.pk, answered_by_id=call.answered_by.pk), about=call, by=by, at=now)


@transaction.atomic
def call_back(debt: CallBack, outcome: str, note: str = "", *, by: User, now: datetime) -> None:
    """The missed call was returned. Nobody there: it is done all the same, with a word on what was tried."""
    if outcome not in Outcome.values:
        raise RuleBroken("Chọn kết quả gọi lại.")
    if outcome != Outcome.REACHED and not note.strip():
        raise RuleBroken("Ghi đã gọi mấy lần, lúc nào.")
    done = CallBack.objects.filter(pk=debt.pk, done_at__isnull=True)
    if not done.update(done_at=now, done_by=by, outcome=outcome, note=note.strip()[:300]):
        raise RuleBroken("Cuộc gọi này đã có người gọi lại.")
    told = CalledBack(hotline_call_id=debt.call_id, outcome=outcome, is_on_time=now <= debt.due_at)
    record(told, about=debt.call, by=by, at=now)


@transaction.atomic
def tell_overdue_call_backs(commune: Agency, *, by: User | None, now: datetime) -> int:
    """Each once, when its minutes are over."""
    rows = CallBack.objects.select_for_update(of=("self",), skip_locked=True).select_related("call")
    late = list(
        rows.filter(call__commune=commune, done_at__isnull=True, due_at__lt=now, late_told_at__isnull=True)[:200]
    )
    for one in late:
        told = CallBackOverdue(hotline_call_id=one.call_id, line_id=one.call.line_id, on_duty_id=one.call.on_duty_id)
        record(told, about=one.call, by=by, at=now)
    CallBack.objects.filter(pk__in=[one.pk for one in late]).update(late_told_at=now)
    return len(late)
