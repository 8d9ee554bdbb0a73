"""Which slots there are, pure: hours cut into pieces, each with as many places as there is staff."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gandan.places.calendar import vietnam_moment
from gandan.programmes.windows import Window

__all__ = ["Hold", "Slot", "Window", "free", "free_places", "slots_on"]


@dataclass(frozen=True)
class Slot:
    """A piece of time with the places left in it."""

    starts_at: datetime
    ends_at: datetime
    left: int


@dataclass(frozen=True)
class Hold:
    """A place (1 …) that is taken, or cools off, from a moment to a moment."""

    place: int
    starts_at: datetime
    ends_at: datetime

    def touches(self, starts_at: datetime, ends_at: datetime) -> bool:
        return self.starts_at < ends_at and starts_at < self.ends_at


def slots_on(day: date, windows: Iterable[Window], *, minutes: int, places: int) -> list[Slot]:
    """Every slot of a day, all places free. A remainder shorter than the service is no slot."""
    found = []
    for window in sorted((one for one in windows if one.weekday == day.weekday()), key=lambda one: one.starts):
        at, end = vietnam_moment(day, window.starts), vietnam_moment(day, window.ends)
        while at + timedelta(minutes=minutes) <= end:
            found.append(Slot(at, at + timedelta(minutes=minutes), places))
            at += timedelta(minutes=minutes)
    return found


def free_places(slot: Slot, holds: Iterable[Hold]) -> list[int]:
    """The numbers of the places nobody holds in any part of the slot; `slot.left` is how many places there are."""
    held = {one.place for one in holds if one.touches(slot.starts_at, slot.ends_at)}
    return [place for place in range(1, slot.left + 1) if place not in held]


def free(slots: Sequence[Slot], *, holds: Sequence[Hold], not_before: datetime) -> list[Slot]:
    """Those still open, with the places left; nothing that begins before `not_before`."""
    left = (Slot(one.starts_at, one.ends_at, len(free_places(one, holds))) for one in slots)
    return [one for one in left if one.left > 0 and one.starts_at >= not_before]
