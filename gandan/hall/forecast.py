"""How long somebody will still wait, pure: a range, or None where nobody can know.

Work ahead is the mean service of everybody who is called before, by procedure, shared by the counters that call; whoever
stands at those counters still needs half a service. The spread of services makes the range: it holds in about eight
cases of ten, widens with little work ahead, and is told in whole minutes.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WALK_SECONDS = 40.0
"""From the call to the counter, where nothing was measured."""
SPREAD, LIKELY = 0.6, 1.28
"""Standard deviation of one service as a share of its mean, where nothing was measured; quantile of 80 %."""
ENOUGH = 5
"""Services measured before a mean is trusted."""


@dataclass(frozen=True)
class Pace:
    """Measured services: mean seconds and how many, by procedure (None: all of them together)."""

    by_procedure: Mapping[int | None, tuple[float, int]]

    def seconds(self, procedure: int | None) -> float | None:
        """Of this procedure when measured often enough, else of all together, else unknown."""
        for key in (procedure, None):
            mean, count = self.by_procedure.get(key, (0.0, 0))
            if count >= ENOUGH:
                return mean
        return None


@dataclass(frozen=True)
class Span:
    """Between `low` and `high` minutes."""

    low: int
    high: int

    def __str__(self) -> str:
        return f"khoảng {self.low}–{self.high} phút" if self.low else f"trong {self.high} phút tới"


def wait_of(ahead: Sequence[int | None], *, counters: int, busy: int, pace: Pace) -> Span | None:
    """Minutes until the call of somebody with these procedures ahead, at `counters` that call, `busy` of which serve."""
    if counters < 1:
        return None
    overall = pace.seconds(None)
    services = [pace.seconds(procedure) for procedure in ahead]
    if overall is None or any(one is None for one in services):
        return None
    known = [one + WALK_SECONDS for one in services if one is not None]
    free = max(0, counters - busy)
    if len(known) < free:
        return Span(0, 2)
    work = sum(known) + (min(busy, counters) * overall / 2)
    spread = SPREAD * math.sqrt(sum(one * one for one in known) + busy * (overall / 2) ** 2)
    low = max(0.0, work - LIKELY * spread) / counters / 60
    high = (work + LIKELY * spread) / counters / 60
    return Span(math.floor(low), max(math.ceil(high), math.floor(low) + 2))
