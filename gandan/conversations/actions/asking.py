"""A person asks, goes on asking, and says that the answer was enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from procrastinate.contrib.django import app

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.gateways.models import InboundMessage, ZaloContact
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import ThreadAsked, ThreadClosed, ThreadContinued
from ..models import AskedBy, CommunityChannel, Side, Thread, Touchpoint, Turn, TurnPhoto, phone_index
from ..programmes import assists
from ..workflow import ASK_AGAIN, CLOSE, WAITING, ThreadStatus
from .saying import MOST_PHOTOS, _count_touch, _due, _lock, _needs, _owner_of, _say, _Words


@dataclass(frozen=True, kw_only=True)
class Asking:
    """One question as it comes in. `press_key`: of the form or message, so that it is made once."""

    text: str
    channel: str = AskedBy.WEB
    field: str = ""
    procedure: Procedure | None = None
    name: str = ""
    phone: str = ""
    gender: str = ""
    user: User | None = None
    contact: ZaloContact | None = None
    touchpoint: Touchpoint | None = None
    community: CommunityChannel | None = None
    photos: Sequence[CleanFile] = ()
    inbound: InboundMessage | None = None
    press_key: str = ""


@transaction.atomic
def ask(commune: Agency, asking: Asking, *, by: User | None, now: datetime) -> Thread:
    """A thread with the officer of its field and its hour. Pressed twice it is one. `by`: the officer who wrote it down."""
    text = _needs(asking.text, "Ghi điều ông/bà muốn hỏi.")
    facts = _facts(commune, asking, now)
    if asking.press_key:
        thread, is_new = Thread.objects.get_or_create(commune=commune, press_key=asking.press_key, defaults=facts)
        if not is_new:
            return thread
    else:
        thread = Thread.objects.create(commune=commune, **facts)
    words = _Words(text=text, photos=asking.photos, inbound=asking.inbound, author=by)
    turn = _say(thread, Side.ASKER, words, now=now)
    _count_touch(thread.touchpoint, "asked", now=now)
    told = ThreadAsked(thread_id=thread.pk, turn_id=turn.pk, channel=thread.channel, answer_by=thread.answer_by)
    record(told, about=thread, by=by, at=now, is_first=True)
    if thread.channel != AskedBy.PHONE:
        _ask_assistant(commune, turn, now)
    return thread


def _facts(commune: Agency, asking: Asking, now: datetime) -> dict[str, Any]:
    point = asking.touchpoint
    field = asking.procedure.field if asking.procedure else asking.field or (point.field if point else "")
    phone = asking.phone.strip()
    return {
        "channel": AskedBy(asking.channel), "field": field, "procedure": asking.procedure, "user": asking.user,
        "contact": asking.contact, "touchpoint": point, "community": asking.community, "name": asking.name.strip()[:120],
        "phone": phone, "phone_index": phone_index(phone), "gender": asking.gender, "owner": _owner_of(commune, field),
        "asked_at": now, "made_at": now, "moved_at": now, "answer_by": _due(commune, now),
    }  # fmt: skip


def _ask_assistant(commune: Agency, turn: Turn, now: datetime) -> None:
    if assists(commune, localdate(now)):
        app.configure_task("gandan.conversations.jobs.answer_first").defer(turn_id=turn.pk)


@transaction.atomic
def write_on(thread: Thread, more: Asking, *, now: datetime) -> Turn:
    """The asker says more. After an answer it is a new question with a new hour; while one is waited for, the hour stays.

    Of `more` count words, photos, inbound message and press key.
    """
    words = _Words(text=more.text.strip(), photos=more.photos, press_key=more.press_key, inbound=more.inbound)
    _needs(words.text, "Ghi điều ông/bà muốn hỏi thêm.")
    locked = _lock(thread)
    known = locked.turns.filter(press_key=words.press_key).first() if words.press_key else None
    if known:
        return known
    is_again = locked.status not in WAITING
    if is_again:
        locked.take(ASK_AGAIN)
        locked.asked_at, locked.answer_by = now, _due(locked.commune, now)
        locked.escalated_at, locked.closed_at, locked.is_by_assistant = None, None, False
        columns = ["asked_at", "answer_by", "escalated_at", "closed_at", "is_by_assistant"]
        locked.save(update_fields=columns)
    turn = _say(locked, Side.ASKER, words, now=now)
    record(ThreadContinued(thread_id=locked.pk, turn_id=turn.pk), about=locked, at=now)
    if is_again:
        _ask_assistant(locked.commune, turn, now)
    thread.status = locked.status
    return turn


@transaction.atomic
def attach_photo(turn: Turn, photo: CleanFile, *, now: datetime) -> TurnPhoto:
    """A picture of a message that came after its words did (Zalo tells the address first)."""
    if turn.photos.count() >= MOST_PHOTOS:
        raise RuleBroken(f"Mỗi lời nhắn tối đa {MOST_PHOTOS} ảnh.")
    made = TurnPhoto.objects.create(turn=turn, file=photo.content, media_type=photo.media_type)
    record(ThreadContinued(thread_id=turn.thread_id, turn_id=turn.pk), about=_lock(turn.thread), at=now)
    return made


@transaction.atomic
def accept_answer(thread: Thread, *, now: datetime) -> None:
    """“Tôi đã rõ”: closed by the asker. Without a person's answer, the software's was enough."""
    locked = _lock(thread)
    if locked.status == ThreadStatus.CLOSED:
        return
    sides = set(locked.turns.values_list("side", flat=True))
    if not sides & {str(Side.OFFICER), str(Side.ASSISTANT)}:
        raise RuleBroken("Chưa có câu trả lời nào. Xin chờ, hoặc gọi số điện thoại của Trung tâm.")
    locked.take(CLOSE)
    locked.closed_at, locked.is_by_assistant = now, Side.OFFICER not in sides
    locked.save(update_fields=["closed_at", "is_by_assistant"])
    if locked.is_by_assistant:
        _count_touch(locked.touchpoint, "by_assistant", now=now)
    record(ThreadClosed(thread_id=locked.pk, is_by_asker=True), about=locked, at=now)
