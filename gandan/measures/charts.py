"""Where the points of a line chart stand, pure: the template `measures/parts/chart.html` draws them as SVG.

Drawn at the width it is shown, so that text keeps its 13 px (docs/adr/0005-charts.md says why no chart library).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from gandan.core.vietnamese import say_number

Values = Sequence[float | None]
TEXT, LEFT, TOP, BOTTOM = 16, 48, 12, 24


@dataclass(frozen=True)
class Line:
    """A named line; None is a month without a figure and leaves a gap. `look` is "" (the accent) or "beside"."""

    label: str
    values: Values
    look: str = ""


@dataclass(frozen=True)
class Mark:
    x: float
    y: float
    text: str
    look: str = ""


@dataclass(frozen=True)
class DrawnLine:
    path: str
    dots: list[tuple[float, float]]
    look: str


@dataclass(frozen=True)
class Chart:
    """`finding` is the title people read; marks are the words of the axes and, at their ends, of the lines."""

    finding: str
    width: int
    height: int
    left: int
    right: float
    zero: float
    lines: list[DrawnLine]
    ends: list[Mark]
    ticks: list[Mark]
    days: list[Mark]
    event: Mark | None = None
    """An upright dashed line with its words: when something began."""


def line_chart(
    finding: str, labels: Sequence[str], lines: Sequence[Line], *, width: int = 680, unit: str = ""
) -> Chart:
    """Lines over equal steps of time, from zero; labelled at their ends with the last value."""
    known = [value for line in lines for value in line.values if value is not None]
    step = _nice_step(max(known, default=1))
    top = step * max(1, math.ceil(max(known, default=1) / step))
    height = round(min(240, max(180, width * 0.36)))
    zero, right = float(height - BOTTOM), width - 9.0 * max(len(_end(line, unit)) for line in lines) * 0.84 - 12
    across = (right - LEFT) / max(1, len(labels) - 1)

    def spot(place: int, value: float) -> tuple[float, float]:
        return round(LEFT + place * across, 1), round(zero - (zero - TOP) * value / top, 1)

    spots = [[None if value is None else spot(at, value) for at, value in enumerate(line.values)] for line in lines]
    drawn = [
        DrawnLine(_path(points), [p for p in points if p], line.look) for line, points in zip(lines, spots, strict=True)
    ]
    every = math.ceil(len(labels) * 48 / max(1.0, right - LEFT))
    return Chart(
        finding, width, height, LEFT, right, zero, drawn, _ends(lines, spots, unit),
        [Mark(LEFT - 8, spot(0, step * n)[1], say_number(step * n)) for n in range(round(top / step) + 1)],
        [Mark(spot(at, 0)[0], height - 4.0, label) for at, label in enumerate(labels) if (len(labels) - 1 - at) % every == 0],
    )  # fmt: skip


def _nice_step(top: float) -> float:
    """A round step that gives two to four lines."""
    raw = max(top, 1e-9) / 3
    size = 10 ** math.floor(math.log10(raw))
    return float(next(n * size for n in (1, 2, 5, 10) if n * size >= raw))


def _path(points: Sequence[tuple[float, float] | None]) -> str:
    words, is_drawing = [], False
    for point in points:
        if point is not None:
            words.append(f"{'L' if is_drawing else 'M'}{point[0]} {point[1]}")
        is_drawing = point is not None
    return "".join(words)


def _end(line: Line, unit: str) -> str:
    last = next((value for value in reversed(line.values) if value is not None), None)
    return f"{line.label} {say_number(last)}{unit}" if last is not None else line.label


def _ends(lines: Sequence[Line], spots: Sequence[Sequence[tuple[float, float] | None]], unit: str) -> list[Mark]:
    """The label beside each line's last point, pushed apart where two would overlap."""
    found = [(next((p for p in reversed(points) if p), None), line) for line, points in zip(lines, spots, strict=True)]
    marks: list[Mark] = []
    for point, line in sorted(((p, line) for p, line in found if p), key=lambda one: one[0][1]):
        y = max(point[1] + 4, marks[-1].y + TEXT) if marks else point[1] + 4
        marks.append(Mark(max(one[0][0] for one in found if one[0]) + 8, y, _end(line, unit), line.look))
    return marks
