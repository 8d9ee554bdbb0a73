"""What several verbs do: put a turn into a thread, find whose it is, count at its touchpoint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils.timezone import localdate
from procrastinate.contrib.django import app

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.gateways.models import InboundMessage
from gandan.people.models import User
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

from ..clock import answer_by
from ..models import FieldDuty, Side, Thread, TouchDay, Turn, TurnPhoto
from ..models.thread import Delivery
from ..models.touching import Touchpoint
from ..programmes import hours_of

LONGEST_TEXT = 4000
MOST_TURNS = 200
MOST_PHOTOS = 4


@dataclass(frozen=True, kw_only=True)
class _Words:
    """What is said, and with what."""

    text: str
    cards: Sequence[str] = ()
    photos: Sequence[CleanFile] = ()
    press_key: str = ""
    inbound: InboundMessage | None = None
    author: User | None = None


def _lock(thread: Thread) -> Thread:
    """The row itself, one writer at a time."""
    related = ("commune__province", "contact", "touchpoint", "procedure")
    return Thread.objects.select_related(*related).select_for_update(of=("self",)).get(pk=thread.pk)


def _due(commune: Agency, now: datetime) -> datetime:
    today = localdate(now)
    return answer_by(now, hours_of(commune, today), calendar_of(commune, on=today))


def _owner_of(commune: Agency, field_name: str) -> User | None:
    """The officer of the field, else of “the rest”; nobody where the commune has given no duty."""
    rows = FieldDuty.objects.filter(commune=commune, field__in=(field_name, ""), officer__is_active=True)
    duty = rows.select_related("officer").order_by("-field").first()
    return duty.officer if duty else None


def _needs(text: str, words: str) -> str:
    said = text.strip()[:LONGEST_TEXT]
    if not said:
        raise RuleBroken(words)
    return said


def _say(thread: Thread, side: Side, words: _Words, *, now: datetime) -> Turn:
    """Said twice under one key it stands there once. An answer to Zalo is sent by a job of this transaction."""
    if thread.turns.count() >= MOST_TURNS:
        raise RuleBroken("Cuộc trao đổi này đã dài. Xin mở câu hỏi mới.")
    known = thread.turns.filter(press_key=words.press_key).first() if words.press_key else None
    if known:
        return known
    goes_out = thread.contact_id is not None and side in (Side.ASSISTANT, Side.OFFICER)
    turn = Turn.objects.create(
        thread=thread, side=side, text=words.text, cards=list(words.cards), author=words.author, said_at=now,
        press_key=words.press_key, inbound=words.inbound, delivery=Delivery.WAITING if goes_out else Delivery.HERE,
    )  # fmt: skip
    for photo in words.photos[:MOST_PHOTOS]:
        TurnPhoto.objects.create(turn=turn, file=photo.content, media_type=photo.media_type)
    Thread.objects.filter(pk=thread.pk).update(moved_at=now)
    thread.moved_at = now
    if goes_out:
        app.configure_task("gandan.conversations.jobs.deliver_turn").defer(turn_id=turn.pk)
    return turn


def _count_touch(point: Touchpoint | None, *columns: str, now: datetime) -> None:
    """One more in each of these columns of the day."""
    if point is None:
        return
    row, _ = TouchDay.objects.get_or_create(touchpoint=point, day=localdate(now))
    TouchDay.objects.filter(pk=row.pk).update(**{one: F(one) + 1 for one in columns})
