"""The map of a commune: its boundary and its neighbours', pixels to degrees and back, and the SVG of it. Pure."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from gandan.dossiers.photos import Position
from gandan.places.bounds import Bounds, Box, bounds_in

WIDTH, BARE_WIDTH, MARGIN, AROUND_A_POINT = 720, 320, 0.06, 0.03
TALLEST, LOWEST = 1.15, 0.6
"""Height to width."""


@dataclass(frozen=True)
class Ground:
    """`box` in degrees on `WIDTH` × `height` pixels; `own` and `others` are SVG paths."""

    box: Box
    height: int
    own: str
    others: tuple[str, ...]

    @property
    def width(self) -> int:
        return WIDTH

    @property
    def shown_width(self) -> int:
        """In a browser without script, see feedback.css."""
        return BARE_WIDTH

    @property
    def shown_height(self) -> int:
        return round(BARE_WIDTH * self.height / WIDTH)

    def pixel(self, latitude: float, longitude: float) -> tuple[int, int]:
        across = (longitude - self.box.west) / (self.box.east - self.box.west)
        down = (self.box.north - latitude) / (self.box.north - self.box.south)
        return round(across * WIDTH), round(down * self.height)

    def position(self, x: float, y: float) -> Position | None:
        """Of a tap, `x` and `y` from 0 to 1 across and down."""
        if not (0 <= x <= 1 and 0 <= y <= 1):
            return None
        north = self.box.north - y * (self.box.north - self.box.south)
        return Position.of(north, self.box.west + x * (self.box.east - self.box.west))


@cache
def ground_of(province: str, code: str, middle: Position | None, seen: Box | None = None) -> Ground:
    """Of the commune, or of the part `seen` of it. Where no boundary is shipped: some kilometres around `middle`."""
    known = bounds_in(province)
    own = known.get(code)
    box = seen or (own.box.wider(MARGIN) if own else _around(middle or Position(20.85, 106.45)))
    box, height = _shaped(box)
    bare = Ground(box, height, "", ())
    others = tuple(_path(bare, one) for key, one in known.items() if key != code and one.box.meets(box))
    return Ground(box, height, _path(bare, own) if own else "", others)


def _around(middle: Position) -> Box:
    return Box(
        middle.latitude - AROUND_A_POINT, middle.longitude - AROUND_A_POINT,
        middle.latitude + AROUND_A_POINT, middle.longitude + AROUND_A_POINT,
    )  # fmt: skip


def _shaped(box: Box) -> tuple[Box, int]:
    """Widened until it is neither too tall nor too low for a telephone."""
    cosine = math.cos(math.radians((box.north + box.south) / 2))
    tall, broad = box.north - box.south, (box.east - box.west) * cosine
    if tall > broad * TALLEST:
        more = (tall / TALLEST - broad) / cosine / 2
        box = Box(box.south, box.west - more, box.north, box.east + more)
    elif tall < broad * LOWEST:
        more = (broad * LOWEST - tall) / 2
        box = Box(box.south - more, box.west, box.north + more, box.east)
    ratio = (box.north - box.south) / ((box.east - box.west) * cosine)
    return box, round(WIDTH * ratio)


def _path(ground: Ground, bounds: Bounds) -> str:
    parts = []
    for ring in bounds.rings:
        points = list(dict.fromkeys(ground.pixel(y, x) for x, y in ring))
        parts.append("M" + "L".join(f"{x} {y}" for x, y in points) + "z")
    return "".join(parts)


@dataclass(frozen=True)
class Mark:
    """A numbered point on the map: accent while open, green ring when done."""

    latitude: float
    longitude: float
    word: str
    is_done: bool = False


def drawn(ground: Ground, marks: Iterable[Mark], pin: Position | None) -> str:
    """The map as an SVG file: colours stand in attributes, because the policy of the pages allows no styles in it."""
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {ground.height}" width="{WIDTH}" height="{ground.height}">',
        f'<rect width="{WIDTH}" height="{ground.height}" fill="#efebe4"/>',
        *(f'<path d="{path}" fill="#efebe4" stroke="#c9c1b4" stroke-width="1.5"/>' for path in ground.others),
        f'<path d="{ground.own}" fill="#fff" stroke="#857e72" stroke-width="2.5"/>',
        *(_point(ground, mark) for mark in marks),
    ]
    if pin:
        x, y = ground.pixel(pin.latitude, pin.longitude)
        parts.append(f'<circle cx="{x}" cy="{y}" r="44" fill="#1c3d7d" fill-opacity=".15"/>')
        parts.append(
            f'<path d="M{x} {y}c-26-30-28-66 0-66s26 36 0 66z" fill="#1e1c19" stroke="#fff" stroke-width="3"/>'
        )
    return "".join([*parts, "</svg>"])


def _point(ground: Ground, mark: Mark) -> str:
    x, y = ground.pixel(mark.latitude, mark.longitude)
    fill, line, ink = ("#fff", "#1d6839", "#1d6839") if mark.is_done else ("#1c3d7d", "#fff", "#fff")
    return (
        f'<circle cx="{x}" cy="{y}" r="20" fill="{fill}" stroke="{line}" stroke-width="4"/>'
        f'<text x="{x}" y="{y + 8}" text-anchor="middle" font-family="sans-serif" font-weight="600" font-size="22" '
        f'fill="{ink}">{mark.word}</text>'
    )
