"""What the clock does to teams, lists and sessions."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from gandan.places.models import Agency
from gandan.programmes.models import Programme

from . import actions
from .field_programmes import FIELD_SESSIONS
from .fieldwork import due_to_announce
from .models import ListedPerson, Pattern, Team


@app.task(queue="clock")
def tell_holes(timestamp: int) -> None:
    """Every quarter of an hour: a duty of today without enough people."""
    tell_every_hole(timezone.now())


def tell_every_hole(now: datetime) -> int:
    """Returns how many holes were new."""
    teams = Team.objects.filter(is_active=True).exclude(pattern=Pattern.ASKED, mobilisations__isnull=True)
    return sum(actions.tell_holes(team, now=now) for team in teams.select_related("commune", "hamlet").distinct())


@app.task(queue="clock")
def bring_of_age(timestamp: int) -> None:
    """Every morning: who turns the age today appears on the list."""
    bring_all_of_age(timezone.now())


def bring_all_of_age(now: datetime) -> int:
    """Returns how many came."""
    today = timezone.localdate(now)
    due = ListedPerson.objects.still_open().filter(listing__closed_at__isnull=True, eligible_from__lte=today)
    return sum(actions.bring_of_age(person, now=now) for person in due.select_related("listing"))


@app.task(queue="clock")
def plan_sessions(timestamp: int) -> None:
    """Every morning: sessions are planned as far ahead as their programme says, and residents are told in advance."""
    plan_and_announce(timezone.now())


def plan_and_announce(now: datetime) -> int:
    """Returns how many sessions were announced."""
    told = 0
    communes = Programme.objects.filter(kind=FIELD_SESSIONS).values("agency__commune")
    for agency in Agency.objects.filter(pk__in=communes).select_related("province"):
        actions.plan_sessions(agency, by=None, now=now)
        for session in due_to_announce(agency, now):
            actions.announce_session(session, by=None, now=now)
            told += 1
    return told
