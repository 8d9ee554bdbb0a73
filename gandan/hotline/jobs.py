"""What the clock does at the lines: holes ahead, call-backs overdue, recordings taken in and deleted."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from gandan.core.errors import RuleBroken
from gandan.gateways.exchange.recordings import delete_recording as remove_original
from gandan.gateways.exchange.recordings import recording_of
from gandan.places.directory import serving_communes

from . import actions
from .actions.recordings import Sound
from .models import Call, Recording
from .programmes import keeping_of

logger = logging.getLogger(__name__)
LOOKED_BACK = timedelta(days=2)
AT_ONCE = 50


@app.task(queue="clock")
def tell_roster_holes(timestamp: int) -> None:
    """Every morning, in communes that keep their lines by the programme."""
    now = timezone.now()
    today = timezone.localdate(now)
    for commune in serving_communes().values():
        keeping = keeping_of(commune, today)
        if keeping.is_running:
            actions.tell_holes(commune, today, today + timedelta(days=keeping.ahead), by=None, now=now)


@app.task(queue="clock")
def tell_overdue_call_backs(timestamp: int) -> None:
    """Every five minutes."""
    for commune in serving_communes().values():
        actions.tell_overdue_call_backs(commune, by=None, now=timezone.now())


@app.task(queue="clock")
def take_recordings(timestamp: int) -> None:
    """Every ten minutes: the file of the exchange is sealed, then removed where it lay open."""
    now = timezone.now()
    rows = Call.objects.filter(ended_at__gte=now - LOOKED_BACK, seconds__gt=0, recording__isnull=True)
    for call in rows.select_related("commune").order_by("ended_at"):
        found = recording_of(call.call_id)
        if found is None:
            continue
        try:
            actions.keep_recording(call, Sound(found.path.read_bytes(), found.kind), now=now)
        except RuleBroken:
            logger.warning("Call %s was recorded where the rule does not allow it: the file is removed.", call.pk)
        remove_original(call.call_id)


@app.task(queue="clock")
def delete_recordings(timestamp: int) -> None:
    """Every night, those whose time is over."""
    now = timezone.now()
    while rows := list(Recording.objects.expired(now).select_related("call").order_by("pk")[:AT_ONCE]):
        for one in rows:
            actions.delete_recording(one, by=None, now=now)
