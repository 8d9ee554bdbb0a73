"""What the clock does to appointments and calls: find rows, call the action on each; one that fails stops no other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from typing import TypeVar

from django.db.models import F
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gandan.core.errors import RuleBroken
from gandan.places.calendar import vietnam_moment
from gandan.programmes.models import Programme
from gandan.programmes.running import term_numbered

from . import actions
from .actions.serving import EVE, SOON
from .models import Appointment, DeathCall, Notice
from .workflow import Status

logger = logging.getLogger(__name__)
Row = TypeVar("Row", Appointment, DeathCall)
EVENING = time(18, 0)
SOON_BEFORE = timedelta(hours=2)
NOT_ASSIGNED = "Trung tâm chưa phân công được cán bộ"


class NotYetSent(Exception):
    """The gateway did not take the message; tried again with a pause."""


@app.task(queue="clock")
def remind_appointments(timestamp: int) -> None:
    remind_at(timezone.localtime())


def remind_at(now: datetime) -> None:
    """From 18:00 on those of tomorrow, and always those of the next two hours; who has just booked knows."""
    near = Appointment.objects.still_open().filter(starts_at__gt=now, starts_at__lte=now + SOON_BEFORE)
    soon = near.filter(soon_reminded_at__isnull=True, made_at__lte=F("starts_at") - SOON_BEFORE)
    _each(soon, lambda one: actions.remind(one, when=SOON, now=now))
    if now.time() < EVENING:
        return
    morning = vietnam_moment(now.date() + timedelta(days=1), time())
    known = vietnam_moment(now.date(), EVENING)
    tomorrow = Appointment.objects.still_open().between(morning, morning + timedelta(days=1))
    eve = tomorrow.filter(eve_reminded_at__isnull=True, made_at__lt=known)
    _each(eve, lambda one: actions.remind(one, when=EVE, now=now))


@app.task(queue="clock")
def close_passed(timestamp: int) -> None:
    close_passed_at(timezone.localtime())


def close_passed_at(now: datetime) -> None:
    """Confirmed and nobody came: absent. Never assigned: the office's fault, cancelled with its reason."""
    passed = Appointment.objects.filter(ends_at__lte=now)
    _each(passed.filter(status=Status.CONFIRMED), lambda one: actions.mark_absent(one, by=None, now=now))
    _each(
        passed.filter(status=Status.REQUESTED),
        lambda one: actions.cancel(one, by=None, now=now, reason=NOT_ASSIGNED, by_office=True),
    )


@app.task(queue="clock")
def escalate_death_calls(timestamp: int) -> None:
    escalate_at(timezone.localtime())


def escalate_at(now: datetime) -> None:
    """A call nobody accepted within the minutes of the programme goes to the next officer."""
    for call in DeathCall.objects.unanswered().select_related("programme"):
        if now - call.called_at >= _patience(call.programme, now):
            _each([call], lambda one: actions.call_next_officer(one, by=None, now=now))


def _patience(programme: Programme, now: datetime) -> timedelta:
    term = programme.terms.touching(now.date(), now.date()).first() or programme.terms.latest("since")
    return timedelta(minutes=term_numbered(term.pk).values["escalate_minutes"])


@app.task(queue="messages", retry=RetryStrategy(max_attempts=6, exponential_wait=4, retry_exceptions={NotYetSent}))
def deliver(notice_id: int) -> None:
    if not actions.deliver_notice(Notice.objects.get(pk=notice_id), now=timezone.now()):
        raise NotYetSent


def _each(rows: Iterable[Row], do: Callable[[Row], object]) -> None:
    for row in rows:
        try:
            do(row)
        except RuleBroken as refused:
            logger.info("%s %s: %s", type(row).__name__, row.pk, refused)
