"""A week of a roster as a page shows it: days, duties, holes in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from gandan.core.vietnamese import say_number
from gandan.places.calendar import VIETNAM

from .duties import coverage, shifts_between
from .models import Shift, Team
from .rostering import Hole, Span
from .workflow import ShiftStatus

LOOKS = {
    ShiftStatus.PLANNED: "", ShiftStatus.ACCEPTED: "go", ShiftStatus.PRESENT: "done", ShiftStatus.ABSENT: "late",
    ShiftStatus.COVERED: "soon",
}  # fmt: skip


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


@dataclass(frozen=True)
class Cell:
    """One span of a day: who, and whether somebody is missing."""

    span: Span
    shifts: list[tuple[Shift, str]]
    hole: Hole | None

    @property
    def words(self) -> str:
        """What the hole means: “chưa có người”, “thiếu 1 người”."""
        if self.hole is None:
            return ""
        return f"thiếu {self.hole.missing} người" if self.hole.present else "chưa có người"


@dataclass(frozen=True)
class Day:
    day: date
    cells: list[Cell]


def grid(team: Team, monday: date) -> list[Day]:
    """Seven days; a cell for every span that must be held or has a duty."""
    sunday = monday + timedelta(days=6)
    found = coverage(team, monday, sunday)
    shifts: dict[Span, list[tuple[Shift, str]]] = {}
    for one in shifts_between(team, monday, sunday).order_by("starts_at", "member__name"):
        span = Span(one.starts_at.astimezone(VIETNAM), one.ends_at.astimezone(VIETNAM))
        shifts.setdefault(span, []).append((one, LOOKS[ShiftStatus(one.status)]))
    spans = sorted({*found.windows, *shifts})
    days = []
    for day in (monday + timedelta(days=step) for step in range(7)):
        mine = [span for span in spans if span.starts_at.date() == day]
        cells = [
            Cell(span, shifts.get(span, []), next(iter(found.of(span)), None) if span in found.windows else None)
            for span in mine
        ]
        days.append(Day(day, cells))
    return days


def month_words(team: Team, day: date) -> str:
    """“Tháng 11: 720 giờ phải trực, 0 giờ chưa có người.”"""
    first = day.replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    found = coverage(team, first, last)
    if not found.windows:
        return ""
    return (
        f"Tháng {first:%m/%Y}: {say_number(found.hours)} giờ phải trực, "
        f"{say_number(found.uncovered)} giờ chưa có người, {len(found.holes)} chỗ thiếu."
    )
