"""Reading on screen is proof."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.people.models import User

from ..models import Channel, Notice
from ..workflow import UNPROVED, Status


@transaction.atomic
def read(citizen: User, *, now: datetime) -> int:
    """Mark everything in the inbox as read: whatever was still on its way has arrived. Returns how many were new."""
    fresh = Notice.objects.filter(recipient=citizen).unread()
    fresh.filter(status__in=UNPROVED).update(
        status=Status.PROVED, proved_at=now, proved_by=Channel.SCREEN, next_at=None
    )
    return fresh.update(read_at=now)
