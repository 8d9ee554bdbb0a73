"""What the clock does for replication: remind of reports, build the quarter."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.timezone import localdate
from procrastinate.contrib.django import app

from gandan.core.errors import RuleBroken
from gandan.measures.periods import quarter_of
from gandan.tasks.deadlines import REMINDERS

from . import actions
from .models import Directive, PeriodReport
from .workflow import Sending, Status

logger = logging.getLogger(__name__)
COMPILED_FOR = 10
"""So many days after the end of a quarter its draft is rebuilt every night (requirements 4.3)."""


@app.task(queue="clock")
def remind_reporters(timestamp: int) -> None:
    """Every morning: seven, three, one day before the last moment, and once after it."""
    remind_all(timezone.now())


def remind_all(now: datetime) -> int:
    """Returns how many units were reminded."""
    near = now + timedelta(days=max(REMINDERS) + 1)
    waiting = PeriodReport.objects.filter(status=Sending.DRAFT, round__due_at__lt=near).select_related("round")
    return sum(actions.remind_report(one, now=now) for one in waiting)


@app.task(queue="clock")
def compile_quarters(timestamp: int) -> None:
    """In the days after a quarter: the draft of every directive that still binds."""
    compile_all(timezone.now())


def compile_all(now: datetime) -> int:
    """Returns how many drafts were built."""
    day = localdate(now)
    period = quarter_of(day - timedelta(days=COMPILED_FOR))
    if not period.end < day <= period.end + timedelta(days=COMPILED_FOR):
        return 0
    built = 0
    followed = Directive.objects.filter(status=Status.ISSUED, designations__isnull=False, issued_on__lte=period.end)
    for directive in followed.distinct().select_related("issuer"):
        try:
            actions.compile_synthesis(directive.issuer, period=period, directive=directive, by=None, now=now)
            built += 1
        except RuleBroken as refused:
            logger.info("%s: %s", directive, refused)
    return built
