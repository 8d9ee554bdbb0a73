"""Figures as documents declare them, beside what their parts compute to. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from gandan.core.vietnamese import say_number

NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")


class Figure(Protocol):
    """A row of `DeclaredFigure`."""

    series: str
    label: str
    unit_name: str
    period: str
    value: float | None
    of_value: float | None
    declared: str
    unit: str
    source: str


@dataclass(frozen=True)
class Line:
    """One figure in words. `computed` is empty where there is nothing to compute it from."""

    unit_name: str
    declared: str
    computed: str
    differs: bool
    source: str


@dataclass(frozen=True)
class Series:
    """What is counted, for the whole and unit by unit."""

    name: str
    label: str
    period: str
    unit: str
    whole: Line | None
    units: tuple[Line, ...]

    @property
    def differs(self) -> bool:
        return any(line.differs for line in (self.whole, *self.units) if line)


def series_of(figures: Iterable[Figure]) -> list[Series]:
    """One entry a series and period, in the order given."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for one in figures:
        groups.setdefault((one.series, one.period), []).append(one)
    return [_series(rows) for rows in groups.values()]


def _series(rows: Sequence[Figure]) -> Series:
    first = rows[0]
    wholes = [one for one in rows if not one.unit_name]
    units = [one for one in rows if one.unit_name]
    whole = _line(wholes[0], _whole(wholes[0], units)) if wholes else None
    lines = tuple(_line(one, _share(one)) for one in units)
    return Series(first.series, first.label, first.period, first.unit, whole, lines)


def _whole(figure: Figure, units: Sequence[Figure]) -> float | None:
    """The share of its parts, else the sum of the units that gave a figure."""
    values = [one.value for one in units if one.value is not None]
    return _share(figure) if figure.of_value else sum(values) if values else None


def _share(figure: Figure) -> float | None:
    return 100 * figure.value / figure.of_value if figure.of_value and figure.value is not None else None


def _line(figure: Figure, computed: float | None) -> Line:
    said = "" if computed is None else f"{say_number(computed, 2)}{'%' if figure.of_value else ''}"
    return Line(figure.unit_name, figure.declared, said, differs(figure.declared, computed), figure.source)


def differs(declared: str, computed: float | None) -> bool:
    """Whether the printed number is not the computed one at its own precision, rounded half up: 69,4 beside 69,467 is."""
    printed = NUMBER.findall(declared)
    if computed is None or len(printed) != 1:
        return False
    text = printed[0].replace(".", "").replace(",", ".")
    places = len(text.partition(".")[2])
    return Decimal(str(computed)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP) != Decimal(text)
