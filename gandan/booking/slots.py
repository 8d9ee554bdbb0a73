"""Which slots there are, pure: hours cut into pieces, each with as many places as there is staff."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gandan.places.calendar import vietnam_moment


@dataclass(frozen=True)
class Window:
    """Hours of one weekday (Monday 0) in which a service can be booked."""

    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True)
class Slot:
    """A piece of time with the places left in it."""

    starts_at: datetime
    ends_at: datetime
    left: int


def slots_on(day: date, windows: Iterable[Window], *, minutes: int, places: int) -> list[Slot]:
    """Every slot of a day, all places free. A remainder shorter than the service is no slot."""
    found = []
    for window in sorted((one for one in windows if one.weekday == day.weekday()), key=lambda one: one.starts):
        at, end = vietnam_moment(day, window.starts), vietnam_moment(day, window.ends)
        while at + timedelta(minutes=minutes) <= end:
            found.append(Slot(at, at + timedelta(minutes=minutes), places))
            at += timedelta(minutes=minutes)
    return found


def free(slots: Sequence[Slot], *, taken: Iterable[datetime], not_before: datetime) -> list[Slot]:
    """Those still open: `taken` has the start of every place held or cooling off; nothing before `not_before`."""
    held = Counter(taken)
    left = (Slot(one.starts_at, one.ends_at, one.left - held[one.starts_at]) for one in slots)
    return [one for one in left if one.left > 0 and one.starts_at >= not_before]
