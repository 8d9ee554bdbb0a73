"""The measures of feedback as they are shown, to leaders and (TC1.3) to the public."""

from __future__ import annotations

from dataclasses import dataclass

from gandan.core.tables import Cell
from gandan.measures.measure import Row
from gandan.measures.registry import figures, measure_named, table
from gandan.measures.scope import Figure, Scope

from .categories import category_named
from .models import Channel

SHOWN = (
    "feedback_received", "feedback_answer_hours", "feedback_answer_hours_p95", "feedback_promise_kept", "feedback_law_kept",
    "feedback_satisfied", "feedback_stars", "feedback_reopened_share",
)  # fmt: skip


@dataclass(frozen=True)
class Told:
    """A figure in words: `value` as read, `n` the rows behind it, `formula` for the reader who asks."""

    name: str
    label: str
    value: str
    n: int
    formula: str
    source: str


def figures_of(scope: Scope) -> list[Told]:
    """All of them for one scope, one statement."""
    found = figures(scope, *SHOWN)
    return [_told(name, found[name]) for name in SHOWN]


def _told(name: str, figure: Figure) -> Told:
    known = measure_named(name)
    return Told(name, known.label, known.say(figure.value), figure.n, known.formula, known.source)


def by_key(scope: Scope, by: str) -> list[tuple[str, list[Told]]]:
    """Name of the group and its figures. `by`: "category", "channel" or "agency"."""
    return [(_name(by, row), [_told(name, row.figures[name]) for name in SHOWN]) for row in table(scope, *SHOWN, by=by)]


def _name(by: str, row: Row) -> str:
    if by == "category":
        return category_named(row.key).name if row.key else "chưa phân loại"
    return Channel(row.key).label if by == "channel" else row.label


def heads() -> list[str]:
    return ["Nhóm", *(measure_named(name).label for name in SHOWN)]


def lines(groups: list[tuple[str, list[Told]]]) -> list[list[Cell]]:
    return [[name, *(one.value for one in told)] for name, told in groups]
