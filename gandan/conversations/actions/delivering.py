"""The software's first answer, and how far answers got on their way into Zalo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record

from ..assistant import AssistantAnswer
from ..events import AssistantReplied, TurnDelivered
from ..models import Side, Turn
from ..models.thread import Delivery
from .saying import _lock, _say, _Words

RANK = {one: number for number, one in enumerate((Delivery.WAITING, Delivery.SENT, Delivery.DELIVERED, Delivery.SEEN))}


@transaction.atomic
def reply_first(question: Turn, answer: AssistantAnswer, *, now: datetime) -> Turn | None:
    """What the assistant says to a question, once; None when a person was faster. The clock of the officer runs on."""
    thread = _lock(question.thread)
    if thread.turns.filter(side=Side.OFFICER, pk__gt=question.pk).exists():
        return None
    words = _Words(text=answer.text, cards=answer.procedures, press_key=f"assistant-{question.pk}")
    if known := thread.turns.filter(press_key=words.press_key).first():
        return known
    turn = _say(thread, Side.ASSISTANT, words, now=now)
    record(AssistantReplied(thread_id=thread.pk, turn_id=turn.pk), about=thread, at=now)
    return turn


@dataclass(frozen=True)
class Carried:
    """What the carrier said: `state` of `models.thread.Delivery`, its name and reference, or what went wrong."""

    state: str
    supplier: str = ""
    reference: str = ""
    trouble: str = ""


@transaction.atomic
def note_delivery(turn: Turn, carried: Carried, *, now: datetime) -> None:
    """Later words do not undo better ones: what was seen stays seen."""
    state = Delivery(carried.state)
    if turn.delivery == Delivery.HERE:
        raise RuleBroken("Lời này không gửi qua Zalo.")
    if turn.delivery in RANK and state in RANK and RANK[state] < RANK[Delivery(turn.delivery)]:
        return
    turn.delivery, turn.trouble = state, carried.trouble[:200]
    if carried.reference:
        turn.supplier, turn.reference = carried.supplier, carried.reference[:120]
    turn.save(update_fields=["delivery", "supplier", "reference", "trouble"])
    record(TurnDelivered(thread_id=turn.thread_id, turn_id=turn.pk, state=state), about=_lock(turn.thread), at=now)
