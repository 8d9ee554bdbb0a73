"""When will the remaining work end, if every agency keeps its budget from now on? Pure.

A leg at work ends when its own budget does; one already past it is given until the end of the present half-day session,
because nobody has said more. The next stage begins when the slowest leg of the one before has ended, and takes its
longest budget. A dossier that has not been handed over begins now. Legs after the settlement (handing out the result)
are left out by the caller: the limit of law ends with the settlement.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from gandan.places.calendar import Calendar
from gandan.places.deadlines import half_day_end


@dataclass(frozen=True)
class LegAhead:
    """A leg that is not finished; `due_at` is None while it waits for its turn."""

    key: str
    stage: int
    half_days: int
    due_at: datetime | None = None


@dataclass(frozen=True)
class Prediction:
    """The end of the work, and the key of the leg that costs most of it ("" when nothing is left)."""

    ends_at: datetime
    slowest: str


def predicted_end(legs: Sequence[LegAhead], now: datetime, calendar: Calendar) -> Prediction:
    """The earliest end that the budgets allow; the slowest is the most overdue leg, else the longest that others wait for."""
    end, awaited = now, []
    for stage in sorted({leg.stage for leg in legs}):
        ends = {leg: _end_of(leg, end, now, calendar) for leg in legs if leg.stage == stage}
        last = max(ends, key=lambda leg: ends[leg])
        awaited.append(last)
        end = max(end, ends[last])
    longest = max(awaited, key=lambda leg: leg.half_days, default=None)
    return Prediction(end, _most_overdue(legs, now) or (longest.key if longest else ""))


def _end_of(leg: LegAhead, stage_start: datetime, now: datetime, calendar: Calendar) -> datetime:
    if leg.due_at is None:
        return half_day_end(stage_start, leg.half_days, calendar) if leg.half_days else stage_start
    return leg.due_at if leg.due_at > now else half_day_end(now, 1, calendar)


def _most_overdue(legs: Sequence[LegAhead], now: datetime) -> str:
    overdue = [leg for leg in legs if leg.due_at is not None and leg.due_at < now]
    return min(overdue, key=lambda leg: leg.due_at or now).key if overdue else ""
