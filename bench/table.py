"""The table: what was measured, how far it should reach, whether it does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

HOLDS, MISSES, BESIDE = "đạt", "chưa đạt", "để so"


@dataclass(frozen=True)
class Row:
    """`reach` is the highest value that holds; None for a figure that only stands beside the others."""

    name: str
    value: float
    unit: str
    reach: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        if self.reach is None:
            return BESIDE
        return HOLDS if self.value <= self.reach else MISSES

    def as_json(self) -> dict[str, object]:
        return {**asdict(self), "verdict": self.verdict}


def lines(rows: Iterable[Row]) -> list[str]:
    """For the terminal: columns by spaces."""
    told = [("mục", "đo được", "cần", "", "ghi chú"), *(_cells(row) for row in rows)]
    widths = [max(len(cells[column]) for cells in told) for column in range(4)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=False)), cells[4]]).rstrip()
        for cells in told
    ]


def _cells(row: Row) -> tuple[str, str, str, str, str]:
    reach = "" if row.reach is None else f"≤ {_number(row.reach)}"
    return row.name, f"{_number(row.value)} {row.unit}", reach, row.verdict, row.note


def _number(value: float) -> str:
    digits = 0 if value == int(value) or value >= 100 else 1 if value >= 10 else 2
    return f"{value:.{digits}f}".replace(".", ",")


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest value that at least `share` of the values do not exceed."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("Chưa đo được lần nào.")
    return ordered[max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1)]
