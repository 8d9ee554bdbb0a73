"""What the clock does to the premises: the morning round that was forgotten, and stock that expires."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import F, Q
from django.utils import timezone
from procrastinate.contrib.django import app

from gandan.places.calendars import calendar_of
from gandan.places.directory import serving_communes

from . import actions
from .models import ChecklistItem

LONGEST_WARNING = timedelta(days=90)
"""As far as the programme lets a commune look ahead."""


@app.task(queue="clock")
def tell_unchecked(timestamp: int) -> None:
    """Every ten minutes of the morning: whose hour has passed."""
    tell_all_unchecked(timezone.now())


def tell_all_unchecked(now: datetime) -> int:
    """Returns in how many communes something was missing. Days without office hours are left in peace."""
    today = timezone.localdate(now)
    working = [one for one in serving_communes().values() if calendar_of(one).is_working_day(today)]
    return sum(actions.tell_unchecked(one, by=None, now=now) > 0 for one in working)


@app.task(queue="clock")
def warn_expiries(timestamp: int) -> None:
    """Every morning: what expires soon is asked for anew."""
    warn_all_expiries(timezone.now())


def warn_all_expiries(now: datetime) -> int:
    """Returns how many were new."""
    near = ChecklistItem.objects.expiring(timezone.localdate(now) + LONGEST_WARNING)
    untold = near.filter(Q(warned_for__isnull=True) | ~Q(warned_for=F("expires_on")))
    return sum(actions.warn_expiry(one, by=None, now=now) for one in untold.select_related("agency", "responsible"))
