"""The record of extra hours: which officer served appointments outside office hours, on which day, for how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localtime

from gandan.core.tables import Cell
from gandan.places.models import Agency

from .models import Appointment
from .workflow import Status


@dataclass(frozen=True)
class Overtime:
    """One officer on one day: minutes of served appointments outside office hours, those side by side counted once."""

    officer: str
    day: date
    hours: tuple[str, ...]
    served: int
    minutes: int


def overtime(commune: Agency, since: datetime, until: datetime) -> list[Overtime]:
    """By day, then officer (one statement)."""
    served = Appointment.objects.of(commune).between(since, until).filter(
        status=Status.SERVED, is_out_of_hours=True, officer__isnull=False
    )  # fmt: skip
    rows: dict[tuple[date, str], list[Appointment]] = {}
    for one in served.select_related("officer").order_by("starts_at"):
        rows.setdefault((localtime(one.starts_at).date(), str(one.officer)), []).append(one)
    return [_line(officer, day, found) for (day, officer), found in sorted(rows.items())]


def _line(officer: str, day: date, served: list[Appointment]) -> Overtime:
    spans = merged((localtime(one.starts_at), localtime(one.ends_at)) for one in served)
    minutes = sum((end - start) // timedelta(minutes=1) for start, end in spans)
    return Overtime(officer, day, tuple(f"{start:%H:%M}–{end:%H:%M}" for start, end in spans), len(served), minutes)


def merged(spans: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    """Spans in order, those that touch made one."""
    found: list[tuple[datetime, datetime]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def totals(lines: Iterable[Overtime]) -> list[tuple[str, int, int]]:
    """Officer, appointments served, minutes; most minutes first."""
    sums: dict[str, tuple[int, int]] = {}
    for one in lines:
        served, minutes = sums.get(one.officer, (0, 0))
        sums[one.officer] = (served + one.served, minutes + one.minutes)
    return sorted(((name, *told) for name, told in sums.items()), key=lambda row: (-row[2], row[0]))


HEADS = ("Cán bộ", "Ngày", "Giờ phục vụ", "Số lượt", "Số phút")


def rows_of(lines: Iterable[Overtime]) -> list[list[Cell]]:
    return [[one.officer, f"{one.day:%d/%m/%Y}", ", ".join(one.hours), one.served, one.minutes] for one in lines]
