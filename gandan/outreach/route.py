"""The order of a day's visits: nearest neighbour from the Centre; hamlet by hamlet where a place is not known. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0
Point = tuple[float, float]


@dataclass(frozen=True)
class Stop:
    """A visit: its id, the place of its hamlet in the order of hamlets, and where it stands, if known."""

    visit: int
    hamlet: int
    point: Point | None = None


def kilometres(one: Point, other: Point) -> float:
    """Along the earth's surface; points are (latitude, longitude) in degrees."""
    north, south = radians(one[0]), radians(other[0])
    half = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


def in_order(stops: Iterable[Stop], *, start: Point | None) -> list[Stop]:
    """Every stop once. Hamlets stay together; among them, and inside each, the nearest to the last stop comes next."""
    left = sorted(stops, key=lambda one: (one.hamlet, one.visit))
    here, hamlet, found = start, None, []
    while left:
        near = [one for one in left if one.hamlet == hamlet] or left
        chosen = min(near, key=lambda one: _far(here, one))
        left.remove(chosen)
        found.append(chosen)
        here, hamlet = chosen.point or here, chosen.hamlet
    return found


def _far(here: Point | None, stop: Stop) -> tuple[bool, float]:
    """Stops at an unknown place come after those at a known one, in the order of hamlets."""
    if here is None or stop.point is None:
        return (True, 0.0)
    return (False, kilometres(here, stop.point))
