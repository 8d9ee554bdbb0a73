"""What the clock does to dialogue: every morning weeks and months are judged, missing calendars told."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from gandan.places.directory import serving_communes

from . import actions


@app.task(queue="clock")
def judge_calendars(timestamp: int) -> None:
    judge_all(timezone.now())


def judge_all(now: datetime) -> tuple[int, int]:
    """Weeks and months found missed just now, calendars told missing just now."""
    communes = list(serving_communes().values())
    missed = sum(actions.judge_duties(one, by=None, now=now) for one in communes)
    return missed, sum(actions.warn_calendar(one, by=None, now=now) for one in communes)
