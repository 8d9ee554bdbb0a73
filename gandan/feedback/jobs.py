"""What the clock does to feedback: half-way and late, the book, unopened boxes, Friday's reminder."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from procrastinate.contrib.django import app

from gandan.places.directory import serving_communes

from . import actions
from .holding import forget_old
from .models import Feedback, OpinionBox, WeeklySource
from .promise import promise_of
from .weekly import is_reminding_time
from .workflow import Status

LEAST_FILE_DAYS = timedelta(days=5)
"""The fewest days the programme allows; each commune's own are asked for afterwards."""


@app.task(queue="clock")
def warn_feedback(timestamp: int) -> None:
    """Every ten minutes."""
    warn_all(timezone.now())


def warn_all(now: datetime) -> int:
    """Half-way and overdue; returns how many were told."""
    running = Feedback.objects.still_open().exclude(status=Status.ASKED)
    half = running.filter(half_told_at__isnull=True, promise_half_at__lte=now, promise_due_at__gte=now)
    late = running.filter(late_told_at__isnull=True).filter(
        Q(promise_due_at__lt=now) | Q(promise_due_at__isnull=True, answer_by__lt=now)
    )
    told = sum(actions.tell_halfway(one, by=None, now=now) for one in half)
    return told + sum(actions.tell_overdue(one, by=None, now=now) for one in late)


@app.task(queue="clock")
def file_answered(timestamp: int) -> None:
    """Every night: what was answered long enough ago goes into the book."""
    file_all(timezone.now())


def file_all(now: datetime) -> int:
    today, filed = timezone.localdate(now), 0
    rows = Feedback.objects.filter(status=Status.ANSWERED, answered_at__lte=now - LEAST_FILE_DAYS)
    for one in rows.select_related("agency"):
        wait = timedelta(days=promise_of(one.agency, today).file_days)
        if one.answered_at and one.answered_at + wait <= now:
            actions.file_away(one, by=None, now=now)
            filed += 1
    return filed


@app.task(queue="clock")
def warn_boxes(timestamp: int) -> None:
    """Every morning: boxes unopened for more than seven days."""
    warn_all_boxes(timezone.now())


def warn_all_boxes(now: datetime) -> int:
    rows = OpinionBox.objects.unopened(timezone.localdate(now))
    return sum(actions.warn_unopened(one, one.last_on, by=None, now=now) for one in rows if one.last_on)


@app.task(queue="clock")
def learn_categories(timestamp: int) -> None:
    """Every night: the suggestion learns from what officers confirmed."""
    actions.learn(by=None, now=timezone.now())


@app.task(queue="clock")
def forget_held_photos(timestamp: int) -> None:
    """Every hour: photos of reports that were begun and never sent."""
    forget_old(timezone.now())


@app.task(queue="clock")
def remind_sources(timestamp: int) -> None:
    """Every hour of the day; only on the commune's day and after its hour something happens."""
    remind_all(timezone.now())


def remind_all(now: datetime) -> int:
    asking = [one for one in serving_communes().values() if is_reminding_time(one, now)]
    rows = WeeklySource.objects.filter(agency__in=asking, is_used=True)
    return sum(actions.remind_source(one, by=None, now=now) for one in rows)
