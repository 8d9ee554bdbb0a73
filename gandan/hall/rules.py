"""The rules of a hall on a day: what programmes have switched on, else what holds everywhere. No SQL when kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from gandan.places.models import Agency
from gandan.programmes.running import running

from .ordering import Bounds

ZONES, ORDER, UNIVERSAL = "age_zones", "fair_order", "any_counter"
GROUPS, ASSIST = "peer_group", "assist_desk"


@dataclass(frozen=True)
class Rules:
    """Zones by age (S0.18), the bounds of the order, whether every counter serves everything (S0.40)."""

    is_zoned: bool = False
    threshold: int = 40
    is_equal_assisted: bool = True
    bounds: Bounds = field(default_factory=Bounds)
    is_universal: bool = False
    specialists: tuple[int, ...] = ()
    """Numbers of counters that keep to their own fields although every other counter serves all."""
    least_group: int | None = None
    """From how many people of one procedure a group is proposed (S0.22); None: never."""
    group_programme: int | None = None
    assisted_codes: frozenset[str] | None = None
    """Procedures typed in before the stamp desk (S3.30); None: no such desk; empty: every procedure."""
    stamp_counters: tuple[int, ...] = ()
    programme_ids: tuple[int, ...] = ()


def rules_of(agency: Agency, day: date) -> Rules:
    """The nearest programme of each kind steers; what none steers stands as everywhere."""
    zones, fair, universal, groups, assist = (
        next(iter(running(kind, agency, day)), None) for kind in (ZONES, ORDER, UNIVERSAL, GROUPS, ASSIST)
    )
    found: dict[str, Any] = {}
    if zones:
        found |= {"is_zoned": True, "threshold": zones.values["threshold"]}
        found["is_equal_assisted"] = zones.values["equal_assisted"]
    if fair:
        longest = timedelta(minutes=fair.values["longest_minutes"])
        found["bounds"] = Bounds(fair.values["most_overtakes"], longest)
    if universal:
        found |= {"is_universal": True, "specialists": universal.values["specialists"]}
    if groups:
        found |= {"least_group": groups.values["least"], "group_programme": groups.programme_id}
    if assist:
        found["assisted_codes"] = frozenset(assist.values["procedures"])
        found["stamp_counters"] = assist.values["counters"]
    active = (one for one in (zones, fair, universal, groups, assist) if one)
    return Rules(**found, programme_ids=tuple(one.programme_id for one in active))
