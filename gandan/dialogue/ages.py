"""How old open petitions are. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from .models import Petition
from .models.petitions import DAYS_OLD


@dataclass(frozen=True)
class Age:
    label: str
    count: int


def ages(rows: Iterable[Petition], now: datetime) -> list[Age]:
    """Open petitions by days since reception: up to 15, 16–30, 31–60, more."""
    old = [one.days_old(now) for one in rows]
    bounds = [-1, *DAYS_OLD, 10**6]
    labels = ["đến 15 ngày", "16–30 ngày", "31–60 ngày", "trên 60 ngày"]
    return [
        Age(label, sum(low < days <= high for days in old))
        for label, low, high in zip(labels, bounds, bounds[1:], strict=False)
    ]
