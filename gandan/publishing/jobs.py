"""What the clock does for screens: every hour that is over is judged."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.timezone import localdate
from procrastinate.contrib.django import app

from . import actions
from .models import Screen


@app.task(queue="clock")
def close_hours(timestamp: int) -> None:
    """The hour just over; the last of a day is closed after midnight, so yesterday while the day is young."""
    now = timezone.now()
    day = localdate(now - timedelta(hours=1))
    for screen in Screen.objects.filter(is_used=True).select_related("agency"):
        actions.close_hours(screen, day=day, now=now)
