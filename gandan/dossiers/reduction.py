"""How much shorter the limits of a unit become, pure: 1 − Σ new / Σ old, and every procedure beside it (A31)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Shortened:
    """One procedure: its limit before and after, in the same unit."""

    code: str
    before: int
    after: int

    @property
    def percent(self) -> float:
        return _percent(self.before, self.after)


@dataclass(frozen=True)
class Reduction:
    """The sums before and after, and the procedures behind them."""

    total_before: int
    total_after: int
    procedures: tuple[Shortened, ...]

    @property
    def percent(self) -> float:
        """−34.5 for 55 → 36 days; 0 when nothing is shortened."""
        return _percent(self.total_before, self.total_after)

    def reaches(self, target: float) -> bool:
        """Shorter by `target` percent or more in sum."""
        return 100 * (self.total_before - self.total_after) >= target * self.total_before > 0


def reduction(pairs: Iterable[tuple[str, int, int]]) -> Reduction:
    """Of (code, limit before, limit after). ValueError for a limit below one."""
    procedures = tuple(Shortened(*pair) for pair in pairs)
    if any(one.before < 1 or one.after < 1 for one in procedures):
        raise ValueError("Thời hạn trước và sau khi rút ngắn phải từ 1 trở lên.")
    before, after = sum(one.before for one in procedures), sum(one.after for one in procedures)
    return Reduction(before, after, procedures)


def _percent(before: int, after: int) -> float:
    return 100 * (after - before) / before if before else 0.0
