"""Who is next, pure: appointments and walk-ins in one order, priority by law, and a bound for everybody's wait.

Everybody has a *turn*: the moment from which the wait counts. A walk-in's turn is the arrival; an appointment's is the
booked moment, or the arrival when late (an early arrival does not jump the queue). People with a priority of the law go
first (NĐ 118/2025/NĐ-CP, Điều 13: người cao tuổi, phụ nữ mang thai, người khuyết tật). Two bounds keep that from
starving anybody: whoever was overtaken `most_overtakes` times by people of a later turn, or has waited `longest`, is
*owed* the next call; of the owed, the earliest turn goes first. So nobody is overtaken more than `most_overtakes` times,
and from `longest` on nobody of a later turn is served before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta


@dataclass(frozen=True)
class Waiting:
    """One who waits. `booked_for` is the booked moment; `overtaken` counts calls of people of a later turn."""

    id: int
    arrived_at: datetime
    is_priority: bool = False
    booked_for: datetime | None = None
    overtaken: int = 0

    @property
    def turn(self) -> datetime:
        return self.arrived_at if self.booked_for is None else max(self.arrived_at, self.booked_for)


@dataclass(frozen=True)
class Bounds:
    """What a hall promises to those without priority.

    Where nobody set them: rarely reached on an ordinary day, so that people with priority wait no longer than without
    bounds (`gandan bench hall`), and reached on a crowded one.
    """

    most_overtakes: int = 20
    longest: timedelta = timedelta(minutes=75)


def order(waiting: Iterable[Waiting], now: datetime, bounds: Bounds) -> list[Waiting]:
    """Everybody, the next one first. An appointment whose moment has not come stands behind those who are due."""

    def place(one: Waiting) -> tuple[bool, bool, bool, datetime, int]:
        is_owed = _is_owed(one, now, bounds)
        is_early = one.turn > now and not one.is_priority
        return (is_early, not is_owed, not (is_owed or one.is_priority), one.turn, one.id)

    return sorted(waiting, key=place)


def _is_owed(one: Waiting, now: datetime, bounds: Bounds) -> bool:
    return one.overtaken >= bounds.most_overtakes or now - one.turn >= bounds.longest


def prepared_first(
    ordered: Iterable[Waiting], prepared: Container[int], now: datetime, bounds: Bounds
) -> list[Waiting]:
    """At the stamp desk (S3.30): of those without priority whoever is prepared comes first; the bounds hold all the same."""
    return sorted(ordered, key=lambda one: not (one.id in prepared or one.is_priority or _is_owed(one, now, bounds)))


def overtaken_by(called: Waiting, waiting: Iterable[Waiting]) -> list[Waiting]:
    """Those of an earlier turn who stay behind when `called` is called: each is overtaken once more."""
    return [one for one in waiting if one.id != called.id and (one.turn, one.id) < (called.turn, called.id)]


def with_overtakes(waiting: Iterable[Waiting], called: Iterable[Waiting]) -> list[Waiting]:
    """Those who wait, each with the number of people of a later turn already called today.

    Counted from the calls themselves and kept nowhere, so that counters calling at once never fight over a sum.
    """
    turns = sorted((one.turn, one.id) for one in called)
    return [replace(one, overtaken=len(turns) - bisect_right(turns, (one.turn, one.id))) for one in waiting]
