"""Touchpoints: kept by the commune, opened by whoever passes, feedback with the place of the mark."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile
from gandan.feedback import actions as feedback
from gandan.feedback.models import Channel, Feedback, ReplyBy
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency, Hamlet

from ..events import FeedbackSentAtTouchpoint, TouchpointKept
from ..models import Touchpoint
from .saying import _count_touch


@dataclass(frozen=True, kw_only=True)
class TouchFacts:
    """`latitude`, `longitude` in degrees (WGS 84), both or neither."""

    name: str
    place: str
    topic: str
    body: str
    field: str = ""
    hamlet: Hamlet | None = None
    latitude: float | None = None
    longitude: float | None = None
    procedures: Collection[Procedure] = ()
    is_open: bool = True


@transaction.atomic
def keep_touchpoint(where: Agency | Touchpoint, facts: TouchFacts, *, by: User, now: datetime) -> Touchpoint:
    """A new one of the commune, or new facts of one there is: its mark stays good, for the key does not change."""
    point = where if isinstance(where, Touchpoint) else Touchpoint(commune=where, made_by=by, made_at=now)
    same = Touchpoint.objects.filter(commune_id=point.commune_id, name__iexact=facts.name.strip()).exclude(pk=point.pk)
    if same.exists():
        raise RuleBroken(f"Đã có điểm chạm “{facts.name.strip()}”.")
    if (facts.latitude is None) != (facts.longitude is None):
        raise RuleBroken("Ghi đủ vĩ độ và kinh độ, hoặc để trống cả hai.")
    point.name, point.place, point.topic = facts.name.strip(), facts.place.strip(), facts.topic.strip()
    point.body, point.field, point.hamlet = facts.body.strip(), facts.field, facts.hamlet
    point.latitude, point.longitude, point.is_open = facts.latitude, facts.longitude, facts.is_open
    is_new = point.pk is None
    point.save()
    point.procedures.set(facts.procedures)
    record(TouchpointKept(touchpoint_id=point.pk), about=point, by=by, at=now, is_first=is_new)
    return point


@transaction.atomic
def open_touch(point: Touchpoint, *, now: datetime) -> None:
    """Somebody touched it: one more in the count of the day. The journal keeps no line of each passer-by."""
    _count_touch(point, "opened", now=now)


@dataclass(frozen=True, kw_only=True)
class TouchFeedback:
    """What somebody reports at a touchpoint; its place is that of the mark."""

    text: str
    category: str = ""
    name: str = ""
    phone: str = ""
    photos: tuple[CleanFile, ...] = ()
    press_key: str = ""


@transaction.atomic
def send_touch_feedback(point: Touchpoint, told: TouchFeedback, *, user: User | None, now: datetime) -> Feedback:
    """Into the feedback queue with the place of the mark; pressed twice it is one and counted once."""
    known = Feedback.objects.filter(agency=point.commune, press_key=told.press_key).first() if told.press_key else None
    if known:
        return known
    sender = feedback.Sender(
        user=user, name=told.name, phone=told.phone, reply_by=ReplyBy.SMS if told.phone else ReplyBy.NONE
    )  # fmt: skip
    where = feedback.Where(
        latitude=point.latitude, longitude=point.longitude, place=f"{point.name}, {point.place}", hamlet=point.hamlet
    )
    made = feedback.receive(
        point.commune,
        feedback.Told(
            text=told.text, channel=Channel.PHONE_PAGE, sender=sender, where=where, category=told.category,
            photos=told.photos, press_key=told.press_key,
        ),
        by=None, now=now,
    )  # fmt: skip
    _count_touch(point, "feedback", now=now)
    record(FeedbackSentAtTouchpoint(touchpoint_id=point.pk, feedback_id=made.pk), about=point, by=user, at=now)
    return made
