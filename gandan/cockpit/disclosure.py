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
    if figure is None:
        return measure_named(name).say(None)
    return FEW if is_small(figure) else measure_named(name).say(figure.value)


def public_cells(figures: Mapping[str, Figure | None], names: Sequence[str]) -> list[str]:
    return [told(name, figures.get(name)) for name in names]


def public_lines(rows: Sequence[Row], names: Sequence[str]) -> list[PublicLine]:
    """Where the total is public and one group alone is small, the next smallest is hidden too: no subtracting."""
    columns = [_column(rows, name) for name in names]
    return [PublicLine(row.label, [column[place] for column in columns]) for place, row in enumerate(rows)]


def _column(rows: Sequence[Row], name: str) -> list[str]:
    cells = [told(name, row.figures[name]) for row in rows]
    if cells.count(FEW) == 1:
        others = [place for place, row in enumerate(rows) if row.figures[name].n >= FEWEST]
        if others:
            cells[min(others, key=lambda place: rows[place].figures[name].n)] = HIDDEN
    return cells
