"""Whose hours a late dossier used, pure: the delay in office minutes, shared among legs so that it adds up exactly.

The total is the office time from the promised moment to the settlement (zero if none). Then, stage by stage:

1. A stage should end when the longest budget of its legs, counted from the stage's start, is used up. Office minutes
   after that are its overrun; a leg slower than its own budget but no later than its stage delayed nobody.
2. Each minute of overrun is shared equally among the legs still at work at that minute and past their own budget,
   counted from their own start. If there is none (the work was given out late), the minute is the Centre's.
3. If all overruns together exceed the total, because savings or slack caught part of them, every share is reduced in
   the same proportion. If they fall short, the rest was lost between legs and is the Centre's.

Shares are exact fractions until the end; whole minutes go by largest remainder, ties to the earlier leg of the route.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from gandan.places.calendar import Calendar
from gandan.places.deadlines import half_day_end

CENTRE = "Trung tâm (chưa giao việc)"
CENTRE_AGENCY = "Trung tâm Phục vụ hành chính công"


@dataclass(frozen=True)
class LegTimes:
    """One leg as it went. A leg still open is given with the present moment as `finished_at`."""

    name: str
    agency: str
    started_at: datetime
    finished_at: datetime
    budget_half_days: int

    def __post_init__(self) -> None:
        if self.finished_at < self.started_at:
            raise ValueError(f"Bước “{self.name}” không thể xong trước khi bắt đầu.")
        if self.budget_half_days < 0:
            raise ValueError(f"Thời gian của bước “{self.name}” không được âm.")

    def planned_end(self, start: datetime, calendar: Calendar) -> datetime:
        """Where the budget ends if the work starts at `start`."""
        return half_day_end(start, self.budget_half_days, calendar) if self.budget_half_days else start


class Part(NamedTuple):
    """The office minutes of delay that one leg answers for."""

    name: str
    agency: str
    minutes: int


@dataclass(frozen=True)
class Attribution:
    """The delay in office minutes and its parts, in route order, the Centre last; zero parts are left out."""

    total_minutes: int
    parts: tuple[Part, ...]


def attribute(
    stages: Sequence[Sequence[LegTimes]], due_at: datetime, settled_at: datetime, calendar: Calendar
) -> Attribution:
    """Share the delay among the legs; stages are serial, the legs of a stage parallel. The parts sum to the total."""
    total = max(0, calendar.working_minutes_between(due_at, settled_at))
    if not total:
        return Attribution(0, ())
    legs = [leg for stage in stages for leg in stage]
    weights: list[Fraction] = []
    centre = Fraction(0)
    for stage in filter(None, stages):
        shares, unassigned = _overrun(stage, calendar)
        weights += shares
        centre += unassigned
    overrun = int(sum(weights, centre))
    *minutes, centre_minutes = apportion(min(total, overrun), [*weights, centre])
    named = [Part(leg.name, leg.agency, share) for leg, share in zip(legs, minutes, strict=True)]
    centre_part = Part(CENTRE, CENTRE_AGENCY, centre_minutes + max(0, total - overrun))
    return Attribution(total, tuple(part for part in (*named, centre_part) if part.minutes))


def apportion(total: int, weights: Sequence[Fraction]) -> list[int]:
    """Whole numbers in proportion to the weights that sum to `total`; largest remainder, ties to the earlier weight.

    All zero when every weight is zero; then `total` must be zero too, or ValueError.
    """
    whole = sum(weights, Fraction(0))
    if not whole:
        if total:
            raise ValueError("Không có gì để chia.")
        return [0] * len(weights)
    exact = [total * weight / whole for weight in weights]
    shares = [int(share) for share in exact]
    by_remainder = sorted(range(len(exact)), key=lambda i: shares[i] - exact[i])
    for i in by_remainder[: total - sum(shares)]:
        shares[i] += 1
    return shares


def _overrun(stage: Sequence[LegTimes], calendar: Calendar) -> tuple[list[Fraction], Fraction]:
    """The stage's overrun minutes by leg, and those in which no leg was past its own budget."""
    start = min(leg.started_at for leg in stage)
    planned_end = max(leg.planned_end(start, calendar) for leg in stage)
    own_ends = [leg.planned_end(leg.started_at, calendar) for leg in stage]
    end = max(leg.finished_at for leg in stage)
    shares, unassigned = [Fraction(0)] * len(stage), Fraction(0)
    turns = {planned_end, end, *own_ends, *(leg.finished_at for leg in stage)}
    for since, until in pairwise(sorted(turn for turn in turns if planned_end <= turn <= end)):
        minutes = calendar.working_minutes_between(since, until)
        late = [i for i, leg in enumerate(stage) if own_ends[i] <= since and leg.finished_at >= until]
        for i in late:
            shares[i] += Fraction(minutes, len(late))
        unassigned += 0 if late else minutes
    return shares, unassigned
