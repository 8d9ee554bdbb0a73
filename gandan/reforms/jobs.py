"""What the clock does to reforms: find rows, call the action on each."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from procrastinate.contrib.django import app

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry

from . import actions
from .deadlines import REMIND_ON, STILL_DAYS, days_left
from .events import AdoptionUrged
from .judging import judged_from, standings, verdict_of
from .models import Adoption, Explanation, Obligation, Reform, Verdict
from .workflow import NOT_YET, AdoptionStatus

logger = logging.getLogger(__name__)


@app.task(queue="figures")
def refresh_effects(timestamp: int) -> None:
    """Every night: before and after of every model that somewhere began to run."""
    now = timezone.now()
    for reform in Reform.objects.filter(adoptions__started_on__isnull=False).distinct().order_by("pk"):
        actions.refresh_effect(reform, now=now)


@app.task(queue="figures", name="gandan.reforms.jobs.refresh_effect_of")
def refresh_effect_of(reform_id: int) -> None:
    """As asked on the page of the model."""
    reform = Reform.objects.filter(pk=reform_id).first()
    if reform is not None:
        actions.refresh_effect(reform, now=timezone.now())


@app.task(queue="clock")
def miss_deadlines(timestamp: int) -> None:
    """Mandatory and not running after the deadline: asked to explain, once for each deadline (4.2, rule 3)."""
    asked = Explanation.objects.filter(adoption=OuterRef("pk"), asked_at__gt=OuterRef("due_at"))
    now = timezone.now()
    rows = Adoption.objects.unmet(now).filter(~Exists(asked)).select_related("reform", "agency")
    _each(rows, lambda one: actions.miss_deadline(one, by=None, now=now))


@app.task(queue="clock")
def remind_adoptions(timestamp: int) -> None:
    """Seven, three and one day before, on the day, the day after and a week after (rules 2 and 5)."""
    now = timezone.now()
    waiting = Adoption.objects.filter(status__in=[*NOT_YET, AdoptionStatus.NOT_DEPLOYED], due_at__isnull=False)
    free = Q(status=AdoptionStatus.DECLINED) & ~Q(obligation=Obligation.MANDATORY)
    rows = waiting.exclude(free).select_related("reform", "agency")
    today = timezone.localdate(now)
    due = (one for one in rows if one.due_at and days_left(one.due_at, today) in REMIND_ON)
    _each(due, lambda one: actions.remind_adoption(one, by=None, now=now))


@app.task(queue="clock")
def urge_still(timestamp: int) -> None:
    """A unit that was asked and has not moved for two weeks is asked how it goes (S3.44)."""
    now = timezone.now()
    long_ago = now - timedelta(days=STILL_DAYS)
    urged = Entry.objects.filter(
        subject_type__app_label="reforms", subject_type__model="adoption", subject_id=OuterRef("pk"),
        kind=AdoptionUrged.__name__, at__gt=long_ago,
    )  # fmt: skip
    moving = [one for one in NOT_YET if one not in (AdoptionStatus.DECLINED, AdoptionStatus.EXEMPTION_ASKED)]
    rows = Adoption.objects.filter(status__in=moving, changed_at__lte=long_ago).exclude(obligation=Obligation.OWN)
    _each(
        rows.filter(~Exists(urged)).select_related("reform", "agency"),
        lambda one: actions.urge_adoption(one, by=None, now=now),
    )


@app.task(queue="clock")
def judge_running(timestamp: int) -> None:
    """After thirty days of running, not effective where every bound is missed; anything else a person decides (rule 4)."""
    now = timezone.now()
    rows = Adoption.objects.operating().exclude(status=AdoptionStatus.INEFFECTIVE).exclude(thresholds=[])
    _each(rows.select_related("reform", "agency").order_by(F("started_on")), lambda one: _judge(one, now))


def _judge(adoption: Adoption, now: datetime) -> None:
    first = judged_from(adoption)
    if first is None or timezone.localdate(now) < first:
        return
    found = standings(adoption, now)
    if verdict_of(found) == Verdict.WORSE:
        cause = "; ".join(f"{one.label} {one.value} (cần {one.bound}, {one.n} hồ sơ)" for one in found)
        actions.judge_ineffective(adoption, cause=cause, by=None, now=now)


def _each(adoptions: Iterable[Adoption], act: Callable[[Adoption], object]) -> None:
    """One that is refused does not stop the others."""
    for adoption in adoptions:
        try:
            act(adoption)
        except RuleBroken as refused:
            logger.info("%s: %s", adoption.pk, refused)
