"""The lists that come with the software: twelve amenities after phường An Phong, and the things of a Centre."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from gandan.hall.models import Counter
from gandan.places.models import Agency, AgencyKind, Hamlet

HERE = Path(__file__).parent / "data"


@cache
def shipped_amenities() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads((HERE / "amenities.json").read_text()))


@cache
def shipped_checklist() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads((HERE / "checklist.json").read_text()))


@dataclass(frozen=True)
class Spot:
    """One line of the shipped checklist at one place of a commune."""

    unit: Agency
    place: str
    line: dict[str, Any]


def spots_of(commune: Agency) -> Iterator[Spot]:
    """Every line at every place it is for: once, or per unit, counter or hamlet."""
    places = {
        "unit": [(unit, "") for unit in _units(commune)],
        "counter": [(commune, str(one)) for one in Counter.objects.filter(agency=commune, is_used=True)],
        "hamlet": [(commune, str(one)) for one in Hamlet.objects.of(commune)],
    }
    for line in shipped_checklist():
        for unit, place in places.get(line.get("per", ""), [(commune, line.get("place", ""))]):
            yield Spot(unit, place, line)


def _units(commune: Agency) -> list[Agency]:
    inside = Agency.objects.inside(commune)
    return list(inside.filter(kind__in=[AgencyKind.COMMUNE, AgencyKind.DIVISION]))
