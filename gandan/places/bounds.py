"""Boundaries of communes in degrees, shipped in `data/bounds_*.json`: which commune contains a position. Pure.

Simplified to about 20 m from thanglequoc/vietnamese-provinces-database (MIT): they route a report and decide no border.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path

FOLDER = Path(__file__).parent / "data"
STEPS = 100_000
"""Parts of a degree in the files: about a metre."""
Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """Degrees, WGS 84."""

    south: float
    west: float
    north: float
    east: float

    def holds(self, latitude: float, longitude: float) -> bool:
        return self.south <= latitude <= self.north and self.west <= longitude <= self.east

    def wider(self, share: float) -> Box:
        """By `share` of its size on every side."""
        tall, broad = (self.north - self.south) * share, (self.east - self.west) * share
        return Box(self.south - tall, self.west - broad, self.north + tall, self.east + broad)

    def meets(self, other: Box) -> bool:
        return (
            self.south <= other.north and other.south <= self.north
            and self.west <= other.east and other.west <= self.east
        )  # fmt: skip


@dataclass(frozen=True)
class Bounds:
    """Closed rings of (longitude, latitude), holes among them, and the box around all."""

    rings: tuple[tuple[Point, ...], ...]
    box: Box

    def holds(self, latitude: float, longitude: float) -> bool:
        """Even-odd rule: inside an odd number of rings."""
        if not self.box.holds(latitude, longitude):
            return False
        return sum(_inside(ring, latitude, longitude) for ring in self.rings) % 2 == 1


def _inside(ring: tuple[Point, ...], latitude: float, longitude: float) -> bool:
    """How often does a ray to the east cross the ring? Odd: inside."""
    crossed, (last_x, last_y) = False, ring[-1]
    for x, y in ring:
        if (y > latitude) != (last_y > latitude):
            crossed ^= longitude < x + (latitude - y) * (last_x - x) / (last_y - y)
        last_x, last_y = x, y
    return crossed


@cache
def bounds_in(province: str) -> Mapping[str, Bounds]:
    """Code of the commune → its bounds; empty where none are shipped."""
    path = FOLDER / f"bounds_{province}.json"
    if not province.isalnum() or not path.is_file():
        return {}
    rows = json.loads(path.read_text())["rings"]
    return {code: _bounds(rings) for code, rings in rows.items()}


def _bounds(rings: Iterable[list[int]]) -> Bounds:
    made = tuple(
        tuple(zip((x / STEPS for x in accumulate(flat[::2])), (y / STEPS for y in accumulate(flat[1::2])), strict=True))
        for flat in rings
    )
    points = [point for ring in made for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Bounds(made, Box(min(ys), min(xs), max(ys), max(xs)))


def commune_at(province: str, latitude: float, longitude: float, *, first: str = "") -> str:
    """Code of the commune of the province that contains the position; "" when none does.

    `first` is asked before the others: on a line that two simplified outlines share, it wins.
    """
    found = bounds_in(province)
    if first in found and found[first].holds(latitude, longitude):
        return first
    return next((code for code, one in found.items() if one.holds(latitude, longitude)), "")
