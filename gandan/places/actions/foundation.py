"""Loads what the product ships: units, the legal calendar, the years confirmed as complete."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

from django.db import transaction

from gandan.places.models import Agency, AgencyKind, CalendarDay, CalendarYear
from gandan.places.reading import DayRow, UnitRow, read_days, read_units

from .days import confirm_year, import_calendar
from .units import import_units

DATA = Path(__file__).resolve().parent.parent / "data"
SHIPPED_UNITS = 34 + 3321
"""Provinces and communes from 1 July 2025."""


@transaction.atomic
def load_foundation(*, now: datetime) -> None:
    """All provinces and communes, the calendar, the confirmed years. Done again it only looks whether they are there."""
    if Agency.objects.filter(kind__in=[AgencyKind.PROVINCE, AgencyKind.COMMUNE]).count() < SHIPPED_UNITS:
        import_units(shipped_units())
    load_calendar(now=now)


@transaction.atomic
def load_calendar(*, now: datetime) -> None:
    """The shipped calendar, once: into a database without a single day, so that nobody's correction is undone."""
    if CalendarDay.objects.exists():
        return
    import_calendar(shipped_days())
    for year, basis in shipped_years().items():
        if not CalendarYear.objects.filter(year=year).exists():
            confirm_year(year, basis=basis, now=now)


def shipped_units() -> list[UnitRow]:
    return read_units(_text("units.csv")).rows


def shipped_days() -> list[DayRow]:
    return read_days(_text("calendar.csv")).rows


def shipped_years() -> dict[int, str]:
    """Year → what its completeness rests on."""
    return {int(row["year"]): row["basis"] for row in csv.DictReader(_text("years.csv").splitlines())}


def _text(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")
