"""A leader's urgent message on all screens."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import InterruptionEnded, ScreensInterrupted
from ..models import Interruption

LONGEST = timedelta(days=3)


@transaction.atomic
def interrupt(agency: Agency, *, words: str, until: datetime, by: User, now: datetime) -> Interruption:
    """At once on every screen of the commune, until a moment; the one before ends."""
    if not words.strip() or len(words.strip()) > 200:
        raise RuleBroken("Xin ghi lời thông báo, tối đa 200 chữ cái.")
    if not now < until <= now + LONGEST:
        raise RuleBroken("Thông báo khẩn phải có giờ kết thúc, muộn nhất sau 3 ngày.")
    Interruption.objects.holding(now).filter(agency=agency).update(until=now)
    made = Interruption.objects.create(agency=agency, words=words.strip(), since=now, until=until, made_by=by)
    record(ScreensInterrupted(interruption_id=made.pk, agency_id=agency.pk), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def end_interruption(interruption: Interruption, *, by: User, now: datetime) -> None:
    """Before its time."""
    if not Interruption.objects.holding(now).filter(pk=interruption.pk).update(until=now):
        raise RuleBroken("Thông báo này đã kết thúc.")
    interruption.until = now
    event = InterruptionEnded(interruption_id=interruption.pk, agency_id=interruption.agency_id)
    record(event, about=interruption, by=by, at=now)
