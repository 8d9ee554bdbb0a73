"""The year as twelve small tables of days, pure."""

from __future__ import annotations

from calendar import Calendar as Weeks
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gandan.places.calendar import SATURDAY


@dataclass(frozen=True)
class Cell:
    """One day of a month: its number, how it looks ("", off, makeup, weekend), and what a screen reader says."""

    day: date
    look: str
    words: str
    is_today: bool


@dataclass(frozen=True)
class Month:
    """`weeks` hold seven cells from Monday; None stands for a day of another month."""

    number: int
    weeks: list[list[Cell | None]]


def year_grid(year: int, marked: Mapping[date, tuple[str, str]], *, today: date) -> list[Month]:
    """`marked`: day → (look, words) of the days off and make-up days."""
    weeks = Weeks()
    return [
        Month(
            month,
            [
                [_cell(day, marked, today) if day.month == month else None for day in week]
                for week in weeks.monthdatescalendar(year, month)
            ],
        )
        for month in range(1, 13)
    ]


def _cell(day: date, marked: Mapping[date, tuple[str, str]], today: date) -> Cell:
    look, words = marked.get(day, ("weekend" if day.weekday() >= SATURDAY else "", ""))
    return Cell(day, look, words, is_today=day == today)
