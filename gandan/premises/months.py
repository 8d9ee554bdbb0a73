"""A month of mornings: how many of how many amenities were looked at and worked on each day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Sum
from django.utils.timezone import localtime

from gandan.core.tables import Cell
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

from .models import Amenity, AmenityCheck, AmenityUse, OpeningDay
from .rules import rules_of

HEADS = ("Ngày", "Phải kiểm tra", "Đã kiểm tra", "Dùng tốt", "Mở cửa lúc", "Người mở cửa", "Chưa dùng được")


@dataclass(frozen=True)
class Day:
    """`total`: amenities promised; `bad`: names of those that did not work."""

    day: date
    total: int
    checked: int
    working: int
    opening: OpeningDay | None
    bad: tuple[str, ...]

    @property
    def look(self) -> str:
        if self.checked < self.total:
            return "late" if not self.checked else "soon"
        return "done" if self.working == self.total else "soon"


def before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def after(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


def days_of(commune: Agency, first: date, today: date) -> list[Day]:
    """Working days of the month up to today on which something was promised, the newest first."""
    until = min(after(first) - timedelta(days=1), today)
    looks: dict[date, list[AmenityCheck]] = {}
    for check in AmenityCheck.objects.filter(
        amenity__agency=commune, day__gte=first, day__lte=until
    ).select_related("amenity"):  # fmt: skip
        looks.setdefault(check.day, []).append(check)
    openings = {
        one.day: one
        for one in OpeningDay.objects.filter(agency=commune, day__gte=first, day__lte=until).select_related("opened_by")
    }
    numbers = set(Amenity.objects.of(commune).filter(is_used=True).values_list("number", flat=True))
    calendar = calendar_of(commune)
    found = []
    for step in range((until - first).days + 1):
        day = until - timedelta(days=step)
        total = len(rules_of(commune, day).numbers & numbers)
        if day in looks or (total and calendar.is_working_day(day)):
            found.append(_day(day, total, looks.get(day, []), openings.get(day)))
    return found


def _day(day: date, promised: int, checks: list[AmenityCheck], opening: OpeningDay | None) -> Day:
    bad = tuple(one.amenity.name for one in checks if not one.is_ok)
    total = opening.total if opening and opening.total else max(promised, len(checks))
    return Day(day, total, len(checks), len(checks) - len(bad), opening, bad)


def rows(days: Iterable[Day]) -> Iterator[list[Cell]]:
    for one in days:
        opened = one.opening if one.opening and one.opening.opened_at else None
        hour = f"{localtime(opened.opened_at):%H:%M}" if opened and opened.opened_at else ""
        yield [f"{one.day:%d/%m/%Y}", one.total, one.checked, one.working, hour,
               str(opened.opened_by) if opened else "", "; ".join(one.bad)]  # fmt: skip


def uses(commune: Agency, first: date) -> list[tuple[str, int]]:
    """By amenity: how many said that they used it in the month, and pages of a counter, the most first."""
    told = AmenityUse.objects.filter(amenity__agency=commune, day__gte=first, day__lt=after(first))
    named = told.values_list("amenity__name").annotate(all=Sum("count")).order_by("-all")
    return [(str(name), int(count)) for name, count in named]
