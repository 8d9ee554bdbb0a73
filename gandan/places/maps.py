"""Outlines of communes and provinces as SVG paths, shipped in `data/map_*.json`: no outside tiles, no script.

Whole pixels of a flat projection; neighbours share their snapped corners, so that no gaps open between them. Boundaries:
thanglequoc/vietnamese-provinces-database (MIT), simplified. They show who did what and decide no border.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "data"
COUNTRY = "vn"


@dataclass(frozen=True)
class Words:
    """A name written on the map itself, beside islands drawn larger than they are."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Frame:
    """Around what is drawn apart from its place and larger."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Map:
    """Paths by the code of the unit, in a box `width` × `height`."""

    width: int
    height: int
    shapes: Mapping[str, str]
    frames: tuple[Frame, ...]
    words: tuple[Words, ...]


def map_of_province(code: str) -> Map | None:
    """The communes of a province; None where their outlines are not shipped."""
    return _read(code) if code.isalnum() else None


def map_of_country() -> Map:
    """The provinces."""
    found = _read(COUNTRY)
    assert found is not None
    return found


@cache
def _read(name: str) -> Map | None:
    path = FOLDER / f"map_{name}.json"
    if not path.is_file():
        return None
    raw = json.loads(path.read_text())
    return Map(
        raw["width"], raw["height"], raw["shapes"], tuple(Frame(*one) for one in raw["frames"]),
        tuple(Words(*one) for one in raw["words"]),
    )  # fmt: skip
