"""What the clock does for figures: keep the period store fresh."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.utils import timezone
from django.utils.timezone import localdate
from procrastinate.contrib.django import app

from gandan.measures.actions import refresh_periods
from gandan.measures.models import PeriodValue
from gandan.measures.periods import last_months, preceding_month
from gandan.places.models import Agency

KEPT_MONTHS = 13


@app.task(queue="figures")
def refresh_this_month(timestamp: int) -> None:
    """Every hour: what the province page shows of the present month."""
    now = timezone.now()
    refresh_figures([localdate(now)], now=now)


@app.task(queue="figures")
def refresh_months(timestamp: int) -> None:
    """Every night: this month, the month before, and months of the last year nobody has reckoned yet."""
    now = timezone.now()
    today = localdate(now)
    refresh_figures([today, preceding_month(today), *missing_months(today)], now=now)


def refresh_figures(months: Iterable[date], *, now: datetime) -> int:
    """For all communes that work with this platform; returns how many values were written."""
    communes = list(Agency.objects.communes().filter(is_serving=True))
    return refresh_periods(communes, months=[month.replace(day=1) for month in months], now=now)


def missing_months(today: date) -> list[date]:
    months = last_months(today, KEPT_MONTHS)
    known = set(PeriodValue.objects.of_months(months).values_list("period", flat=True).distinct())
    return [month for month in months if month not in known]
