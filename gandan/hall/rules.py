"""The rules of a hall on a day: what programmes have switched on, else what holds everywhere. No SQL when kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from gandan.places.models import Agency
from gandan.programmes.running import running

from .ordering import Bounds

ZONES, ORDER, UNIVERSAL = "age_zones", "fair_order", "any_counter"


@dataclass(frozen=True)
class Rules:
    """Zones by age (S0.18), the bounds of the order, whether every counter serves everything (S0.40)."""

    is_zoned: bool = False
    threshold: int = 40
    is_equal_assisted: bool = True
    bounds: Bounds = field(default_factory=Bounds)
    is_universal: bool = False
    programme_ids: tuple[int, ...] = ()


def rules_of(agency: Agency, day: date) -> Rules:
    zones, fair, universal = (running(kind, agency, day)[:1] for kind in (ZONES, ORDER, UNIVERSAL))
    active = [*zones, *fair, *universal]
    bounds = Bounds()
    for one in fair:
        bounds = Bounds(one.values["most_overtakes"], timedelta(minutes=one.values["longest_minutes"]))
    return Rules(
        is_zoned=bool(zones),
        threshold=zones[0].values["threshold"] if zones else 40,
        is_equal_assisted=zones[0].values["equal_assisted"] if zones else True,
        bounds=bounds,
        is_universal=bool(universal),
        programme_ids=tuple(one.programme_id for one in active),
    )
