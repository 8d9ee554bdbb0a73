"""What the clock does to tasks: remind."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from procrastinate.contrib.django import app

from . import actions
from .deadlines import REMINDERS
from .models import Task


@app.task(queue="clock")
def remind_units(timestamp: int) -> None:
    """Every morning: seven, three, one day before the deadline, and once after it."""
    remind_all(timezone.now())


def remind_all(now: datetime) -> int:
    """Returns how many were reminded."""
    near = Task.objects.still_open().filter(due_at__lt=now + timedelta(days=max(REMINDERS) + 1))
    return sum(actions.remind_task(task, now=now) for task in near)
