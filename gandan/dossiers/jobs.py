"""What the clock does to dossiers: find rows, call the action on each; one that fails does not stop the others."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta

from django.db import DataError, IntegrityError, InterfaceError, OperationalError, connection
from django.db.models import Exists, OuterRef
from django.utils import timezone
from procrastinate.contrib.django import app

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import say_due
from gandan.journal.models import Entry
from gandan.people.models import Role
from gandan.places.calendar import Calendar
from gandan.places.calendars import calendar_of
from gandan.places.deadlines import half_day_end
from gandan.places.models import Agency

from . import actions
from .actions import Apology
from .deadlines import extension_latest
from .events import ReceptionOverdue
from .foresight import LegAhead, Prediction, predicted_end
from .models import Dossier, Extension, Leg, LegStatus, UnderProgramme
from .promises import FAST_DAY, TIME_IS_UP
from .workflow import BEFORE_SETTLING, Status

logger = logging.getLogger(__name__)
LOOK_AHEAD_WORKING_DAYS = 2
RETURNING = str(Role.RECEPTION)


@app.task(queue="clock")
def foresee_late(timestamp: int) -> None:
    """Draft the apology of every dossier that cannot end in time, so that it can be signed by T−1."""
    now = timezone.localtime()
    _each(_due_soon(now), lambda dossier: draft_if_late(dossier, now))


@app.task(queue="clock")
def close_uncompleted(timestamp: int) -> None:
    """Close what was not completed within 15 days (NĐ 118/2025, Điều 19, khoản 5)."""
    now = timezone.localtime()
    rows = Dossier.objects.filter(status=Status.SUPPLEMENT, close_on__lte=now)
    _each(rows, lambda dossier: actions.close(dossier, now=now))


@app.task(queue="clock")
def warn_unreceived(timestamp: int) -> None:
    """Tell once that an online dossier waited longer than eight working hours (R02)."""
    now = timezone.localtime()
    told = Entry.objects.filter(
        subject_type__app_label="dossiers", subject_type__model="dossier", subject_id=OuterRef("pk"),
        kind=ReceptionOverdue.__name__,
    )  # fmt: skip
    rows = Dossier.objects.filter(~Exists(told), status=Status.REGISTERED, receive_by__lt=now)
    _each(rows, lambda dossier: actions.warn_unreceived(dossier, now=now))


@app.task(queue="clock")
def give_up_promises(timestamp: int) -> None:
    """What a programme promised for the day and is still open after its last minute falls back to the ordinary limit."""
    now = timezone.localtime()
    open_marks = UnderProgramme.objects.filter(
        dossier=OuterRef("pk"), kind=FAST_DAY, promised_at__lt=now, is_kept__isnull=True, fell_back_at__isnull=True
    )
    rows = Dossier.objects.filter(Exists(open_marks), status__in=BEFORE_SETTLING).select_related("agency", "procedure")
    _each(rows, lambda dossier: actions.fall_back(dossier, reason=TIME_IS_UP, by=None, now=now))


def _each(dossiers: Iterable[Dossier], act: Callable[[Dossier], object]) -> None:
    try:
        for dossier in dossiers:
            _one(dossier, act)
    except (OperationalError, InterfaceError):
        connection.close()  # the database was restarted: the next run opens a fresh connection
        raise


def _one(dossier: Dossier, act: Callable[[Dossier], object]) -> None:
    try:
        act(dossier)
    except RuleBroken as refused:
        logger.info("%s: %s", dossier.code, refused)
    except (IntegrityError, DataError):
        logger.exception("%s", dossier.code)


def _due_soon(now: datetime) -> Iterator[Dossier]:
    """Running dossiers due by the end of the second working day from now, without a drafted apology."""
    drafted = Extension.objects.filter(dossier=OuterRef("pk"))
    for commune in Agency.objects.communes().filter(is_serving=True):
        calendar = calendar_of(commune)
        day = now.date()
        for _ in range(LOOK_AHEAD_WORKING_DAYS):
            day = calendar.next_working_day(day)
        soon = Dossier.objects.of(commune).due_between(now, calendar.end_of_day(day) + timedelta(minutes=1))
        yield from soon.filter(~Exists(drafted)).select_related("commune", "agency").prefetch_related("legs__agency")


def draft_if_late(dossier: Dossier, now: datetime) -> None:
    """Draft the apology when the remaining legs end after the promised moment and it can still be signed."""
    calendar = calendar_of(dossier.agency)
    if dossier.due_at is None or now > extension_latest(dossier.due_at, calendar):
        return
    legs = [leg for leg in dossier.legs.all() if leg.status in (LegStatus.WAITING, LegStatus.RUNNING)]
    ahead = [_ahead(leg, calendar) for leg in legs if leg.role != RETURNING]
    predicted = predicted_end(ahead, now, calendar)
    if predicted.ends_at > dossier.due_at:
        apology = _apology(dossier, legs, predicted, calendar)
        actions.draft_extension(dossier, apology=apology, by=None, now=now)


def _ahead(leg: Leg, calendar: Calendar) -> LegAhead:
    """A leg at work is due no later than the promised date, but that does not shorten the work it has begun."""
    if leg.status != LegStatus.RUNNING or leg.due_at is None or leg.started_at is None:
        return LegAhead(leg.key, leg.stage, leg.half_days)
    budget_end = half_day_end(leg.started_at, leg.half_days, calendar) if leg.half_days else leg.due_at
    return LegAhead(leg.key, leg.stage, leg.half_days, max(leg.due_at, budget_end))


def _apology(dossier: Dossier, legs: list[Leg], predicted: Prediction, calendar: Calendar) -> Apology:
    assert dossier.due_at is not None
    new_due_at = calendar.end_of_day(timezone.localdate(calendar.next_office_time(predicted.ends_at)))
    if new_due_at <= dossier.due_at:
        new_due_at = calendar.end_of_day(calendar.next_working_day(timezone.localdate(dossier.due_at)))
    slowest = next(leg for leg in legs if leg.key == predicted.slowest)
    return Apology(cause_of(slowest), slowest.agency, new_due_at)


def cause_of(leg: Leg) -> str:
    """Completes “vì …” in the letter: which agency has not done what, due when."""
    if leg.due_at is None:
        return f"bước “{leg.name}” của {leg.agency} cần thêm thời gian"
    return (
        f"{leg.agency} chưa làm xong bước “{leg.name}”, hạn của bước này là {say_due(timezone.localtime(leg.due_at))}"
    )
