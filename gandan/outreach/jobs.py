"""What the clock does to teams and lists."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from procrastinate.contrib.django import app

from . import actions
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
