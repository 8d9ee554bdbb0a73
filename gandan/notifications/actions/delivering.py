"""Handing notices to suppliers, and noting what they answered. Suppliers are spoken to between the two, outside any transaction.

A message is written as `HANDED` before its supplier hears of it. A worker killed in between leaves it so; after the lease the
same supplier gets it again under the same key, and delivers a key once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from gandan.core.keys import new_key
from gandan.places.calendars import calendar_of
from gandan.places.deadlines import due as due_moment
from gandan.places.working import Unit

from ..cases import LOCAL, Ask, asked, told_by_receipts, usable_suppliers
from ..health import healths, keep_healths
from ..ladder import LEASE, Plan, Send
from ..models import ARRIVED, Channel, Delivery, Message, Notice
from ..overwriting import overwrite
from ..programmes import call_days
from ..suppliers import Health, in_turn
from ..workflow import LISTED, MOVING, Status

A_BATCH = 100
MOVED = ["status", "next_at", "listed_at", "first_accepted_at", "proved_at", "proved_by"]
FROM_RECEIPT = {"seen": Delivery.READ, "delivered": Delivery.DELIVERED, "failed": Delivery.FAILED}
ENDED = {"refused": Delivery.REFUSED, "down": Delivery.DOWN}
SLOW_SECONDS = 5.0
"""Accepted, but so late that it counts against the supplier."""


@dataclass(frozen=True)
class Handing:
    """What a supplier is to be told."""

    message_id: int
    channel: str
    supplier: str
    to: str
    text: str
    key: str
    template: str = ""
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What came of it: “accepted”, “refused” (for good), “down” (surely not taken) or “unsure” (may have been taken)."""

    handing: Handing
    outcome: str
    at: datetime
    reference: str = ""
    reason: str = ""
    seconds: float = 0.0
    was_asked: bool = True


@dataclass
class _Batch:
    """What is gathered while the notices of one batch are gone through. `room`: how many each supplier may get now."""

    now: datetime
    room: dict[str, int] | None
    healths: dict[str, Health]
    new: list[tuple[Ask, Message]] = field(default_factory=list)
    again: list[tuple[Ask, Message]] = field(default_factory=list)
    moved: list[Notice] = field(default_factory=list)

    def supplier_for(self, ask: Ask, send: Send) -> str | None:
        """By weight among those that still have room; None: everybody is busy, the notice keeps its place in the queue."""
        turn = in_turn([self.healths[name] for name in send.suppliers], f"{ask.notice.pk} {send.channel}", self.now)
        if self.room is None:
            return turn[0]
        return next((name for name in turn if self.room.get(name, 0) > 0), None)

    def take_room(self, name: str) -> None:
        if self.room is not None:
            self.room[name] -= 1


@transaction.atomic
def hand_over(*, now: datetime, room: dict[str, int] | None = None, most: int = A_BATCH) -> list[Handing]:
    """Take what is due from the queue, ask the ladder, write what is to be handed over. Returns it for the suppliers.

    `room`: how many messages each supplier may get now, lowered in place; None: any number.
    """
    queue = Notice.objects.due(now).select_for_update(skip_locked=True, of=("self",))
    notices = list(queue.select_related("commune", "version")[:most])
    if not notices:
        return []
    asks = _caught_up(asked(notices, now), now)
    batch = _Batch(now, room, healths(usable_suppliers(), now))
    for ask in asks:
        _follow(ask, ask.plan(timezone.localtime(now)), batch)
    Message.objects.bulk_create(message for _, message in batch.new)
    overwrite([message for _, message in batch.again], ["delivery", "tries", "again_at", "proof", "may_lie_there"])
    overwrite(batch.moved, MOVED)
    return [_handing(ask.notice, message) for ask, message in (*batch.new, *batch.again)]


def _caught_up(asks: list[Ask], now: datetime) -> list[Ask]:
    """A receipt may have come before its reference was noted: looked for once more before the next rung."""
    taken = [one for ask in asks for one in ask.messages if one.delivery == Delivery.ACCEPTED]
    told = told_by_receipts(taken)
    if not told:
        return asks
    changed = [one for one in taken if one.pk in told]
    for message in changed:
        message.delivery, message.ended_at = FROM_RECEIPT[told[message.pk]], now
    overwrite(changed, ["delivery", "ended_at"])
    return asked([ask.notice for ask in asks], now)


def _follow(ask: Ask, plan: Plan, batch: _Batch) -> None:
    notice, now = ask.notice, batch.now
    names = [(send, batch.supplier_for(ask, send)) for send in plan.sends]
    if any(name is None for _, name in names):
        return
    for send, name in names:
        _write(ask, send, str(name), batch)
    status = plan.status or Status.TRYING
    if status != notice.status:
        _come_to(notice, status, plan.proof, now)
    if status != Status.CALLING:
        looks = [one for one in (plan.look_at, now + LEASE if plan.sends else None) if one is not None]
        notice.next_at = min(looks, default=None)
    batch.moved.append(notice)


def _come_to(notice: Notice, status: str, proof: str, now: datetime) -> None:
    notice.status = status
    if status == Status.PROVED:
        notice.proved_at, notice.proved_by = now, proof
    if status in LISTED:
        notice.listed_at = notice.listed_at or now
    if status == Status.CALLING:
        notice.next_at = _calls_end_at(notice, now)


def _calls_end_at(notice: Notice, now: datetime) -> datetime:
    """Until then the notice stays on the list of calls: the end of so many working days of the commune."""
    count = call_days(notice.commune, timezone.localdate(now))
    return due_moment(timezone.localtime(now), count, Unit.WORKING_DAY, calendar_of(notice.commune)).at


def _write(ask: Ask, send: Send, name: str, batch: _Batch) -> None:
    batch.take_room(name)
    before = [one for one in ask.messages if one.channel == send.channel and one.supplier == name]
    if before:
        message = before[-1]
        message.may_lie_there = message.may_lie_there or message.delivery == Delivery.HANDED
        message.delivery, message.again_at, message.proof = Delivery.HANDED, batch.now, ""
        message.tries += 1
        batch.again.append((ask, message))
        return
    made = Message(
        notice=ask.notice, channel=send.channel, supplier=name, key=new_key(), handed_at=batch.now, again_at=batch.now
    )
    batch.new.append((ask, made))


def _handing(notice: Notice, message: Message) -> Handing:
    to, text, template, params = notice.phone, notice.short or notice.subject, "", {}
    if message.channel == Channel.ZALO:
        template, params = (notice.version.zalo_template if notice.version else ""), notice.params
    elif message.channel == Channel.EMAIL:
        to, text, params = notice.email, notice.text, {"subject": notice.subject}
    elif message.channel == Channel.PUSH:
        to, text = str(notice.recipient_id), notice.subject
        params = {"subject": notice.commune.name, "link": notice.link}
    return Handing(message.pk, message.channel, message.supplier, to, text, message.key, template, params)


@transaction.atomic
def note_answers(answers: Sequence[Answer], *, now: datetime) -> None:
    """Keep what the suppliers said; each notice is looked at again at once."""
    told = {one.handing.message_id: one for one in answers}
    held = Notice.objects.select_for_update(of=("self",)).select_related("commune").order_by("pk")
    owners = Message.objects.filter(pk__in=told).values("notice")
    notices = list(held.filter(pk__in=owners))  # the lock of a notice guards its messages
    messages = list(Message.objects.filter(pk__in=told).order_by("pk"))
    for message in messages:
        _note(message, told[message.pk])
    early = told_by_receipts(messages)
    for message in messages:
        if message.pk in early:
            message.delivery, message.ended_at = FROM_RECEIPT[early[message.pk]], now
    overwrite(messages, ["delivery", "reference", "proof", "accepted_at", "ended_at", "may_lie_there"])
    by_notice: dict[int, list[Message]] = {}
    for message in messages:
        by_notice.setdefault(message.notice_id, []).append(message)
    for notice in notices:
        _note_on(notice, by_notice[notice.pk], now)
    overwrite(notices, MOVED)
    keep_healths(_outcomes(answers), now)


def _note(message: Message, answer: Answer) -> None:
    if message.delivery != Delivery.HANDED:
        return
    message.proof = answer.reason[:200]
    if answer.outcome == "accepted":
        message.delivery, message.reference, message.accepted_at = Delivery.ACCEPTED, answer.reference[:120], answer.at
        if message.supplier.endswith(LOCAL) and settings.SHOWS_OUTBOX:
            message.delivery, message.ended_at, message.proof = Delivery.DELIVERED, answer.at, "nằm trong hộp thư thử"
    elif answer.outcome == "unsure" or message.may_lie_there:
        message.may_lie_there = True  # stays handed over: only this supplier, or the next rung, may have it
    else:
        message.delivery, message.ended_at = ENDED[answer.outcome], answer.at


def _note_on(notice: Notice, messages: Iterable[Message], now: datetime) -> None:
    accepted = [one.accepted_at for one in messages if one.accepted_at]
    if accepted and notice.first_accepted_at is None:
        notice.first_accepted_at = min(accepted)
    arrived = next((one for one in messages if one.delivery in ARRIVED), None)
    if arrived is not None and notice.status != Status.PROVED:
        _come_to(notice, Status.PROVED, arrived.channel, now)
        notice.next_at = None
    elif notice.status in (*MOVING, Status.SENT) and any(one.delivery != Delivery.HANDED for one in messages):
        notice.next_at = now


def _outcomes(answers: Iterable[Answer]) -> dict[str, tuple[str, Counter[str]]]:
    """A refusal is the person's, not the supplier's: it says nothing of its health."""
    counted: dict[str, tuple[str, Counter[str]]] = {}
    for one in answers:
        if one.outcome == "refused" or not one.was_asked:
            continue
        is_well = one.outcome == "accepted" and one.seconds < SLOW_SECONDS
        _, counts = counted.setdefault(one.handing.supplier, (one.handing.channel, Counter()))
        counts["accepted" if is_well else "failed"] += 1
    return counted
