"""What the clock does at the machines: codes on their way, interrupted openings, results nobody fetched, silent machines."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import Any

from django.utils import timezone
from django.utils.timezone import localtime
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import say_day
from gandan.gateways.sms import SmsFailed, sms_gateway

from . import actions
from .codes import say_code
from .models import Machine, Placement, Visit
from .pickup import finish_opening
from .workflow import Status

logger = logging.getLogger(__name__)
MOST_TRIES = 8
OPENING_TAKES = timedelta(minutes=1)
VISIT_LASTS = timedelta(minutes=30)


@app.task(queue="messages", retry=RetryStrategy(max_attempts=MOST_TRIES, exponential_wait=5))
def send_code(placement_id: int) -> None:
    """The code to the applicant's telephone. Raises while the supplier is away, so that it is tried again with a pause."""
    related = ("dossier__commune", "compartment__locker")
    placement = Placement.objects.select_related(*related).get(pk=placement_id)
    if placement.status != Status.HOLDING or not placement.code:
        return
    try:
        sms_gateway().send(to=placement.dossier.applicant_phone, text=words_of(placement))
    except SmsFailed as failure:
        if not failure.permanent:
            raise
        logger.warning("The code of placement %s cannot be sent: %s", placement.pk, failure)
        return
    actions.note_code_sent(placement, now=timezone.now())


def words_of(placement: Placement) -> str:
    """One text message: the code, where, until when. No name and no procedure: the telephone may be read by others."""
    machine = placement.compartment.locker.machines.filter(is_used=True).first()
    where = f"{machine.name}, {machine.place}" if machine else placement.compartment.locker.name
    until = f", đến hết {say_day(localtime(placement.expires_at).date())}" if placement.expires_at else ""
    dossier = placement.dossier
    return (
        f"{dossier.commune.name}: kết quả hồ sơ ...{dossier.tail} ở {str(placement).lower()}, {where}{until}. "
        f"Mã mở ngăn {say_code(placement.code)}, dùng một lần. Không cho ai biết mã này."
    )


@app.task(queue="clock")
def finish_openings(timestamp: int) -> None:
    """What a power cut or a silent lock has left “đang mở”."""
    now = timezone.now()
    rows = Placement.objects.filter(status=Status.OPENING, opening_at__lt=now - OPENING_TAKES)
    _each(rows.select_related("compartment__locker"), lambda one: finish_opening(one, now=now))


@app.task(queue="clock")
def lapse_placements(timestamp: int) -> None:
    """Results that nobody fetched in time."""
    now = timezone.now()
    _each(Placement.objects.filter(status=Status.HOLDING, expires_at__lt=now), lambda one: actions.lapse(one, now=now))


@app.task(queue="clock")
def note_silent_machines(timestamp: int) -> None:
    now = timezone.now()
    rows = Machine.objects.silent(now).filter(silence_told_at__isnull=True)
    _each(rows, lambda one: actions.note_silence(one, now=now))


@app.task(queue="clock")
def end_forgotten_visits(timestamp: int) -> None:
    """A machine that was switched off in the middle of a visit: what was typed is thrown away all the same."""
    now = timezone.now()
    rows = Visit.objects.filter(ended_at__isnull=True, last_at__lt=now - VISIT_LASTS)
    _each(rows, lambda one: actions.end_visit(one, now=now))


def _each(rows: Iterable[Any], act: Callable[[Any], None]) -> None:
    """One that fails does not stop the others."""
    for row in rows:
        try:
            act(row)
        except RuleBroken as refused:
            logger.info("%s: %s", row, refused.message)
