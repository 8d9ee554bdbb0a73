"""Calendars to subscribe to."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.hall.keys import new_key
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import FeedOpened
from ..models import CalendarFeed
from ..programmes import BOOKABLE


@transaction.atomic
def open_feed(agency: Agency, *, by: User, now: datetime, service: str = "") -> CalendarFeed:
    """A fresh secret address: of the officer, or of a service. The one given before stops working."""
    if service and service not in BOOKABLE:
        raise RuleBroken("Không có loại lịch hẹn này.")
    feed, _ = CalendarFeed.objects.update_or_create(
        agency=agency, officer=None if service else by, service=service, defaults={"key": new_key(), "made_at": now}
    )
    record(FeedOpened(feed_id=feed.pk, agency_id=agency.pk), about=feed, by=by, at=now)
    return feed
