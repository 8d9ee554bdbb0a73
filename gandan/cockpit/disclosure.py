"""What the public may read: groups of fewer than five dossiers are not told, nor what would give them away. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gandan.measures.measure import Row
from gandan.measures.registry import measure_named
from gandan.measures.scope import Figure

FEWEST = 5
FEW, HIDDEN = "ít hơn 5", "không nêu"


@dataclass(frozen=True)
class PublicLine:
    label: str
    cells: list[str]


def is_small(figure: Figure) -> bool:
    return 0 < figure.n < FEWEST


def told(name: str, figure: Figure | None) -> str:
    """A small count is said to be small; what is reckoned from few dossiers is not told at all."""
    measure = measure_named(name)
    if figure is None or not is_small(figure):
        return measure.say(figure.value if figure else None)
    return FEW if figure.value == figure.n else HIDDEN


def public_cells(figures: Mapping[str, Figure | None], names: Sequence[str]) -> list[str]:
    return [told(name, figures.get(name)) for name in names]


def public_lines(rows: Sequence[Row], names: Sequence[str]) -> list[PublicLine]:
    """Where one group alone is small, the next smallest is not told either: the total is public, no subtracting."""
    small = [row for row in rows if any(is_small(row.figures[name]) for name in names)]
    others = [row for row in rows if row not in small]
    silent = [min(others, key=lambda row: _size(row, names))] if len(small) == 1 and others else []
    return [
        PublicLine(row.label, [HIDDEN] * len(names) if row in silent else public_cells(row.figures, names))
        for row in rows
    ]


def _size(row: Row, names: Sequence[str]) -> int:
    return max(row.figures[name].n for name in names)
