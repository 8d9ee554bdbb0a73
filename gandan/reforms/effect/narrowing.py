"""Which procedures and weekdays an adoption is about, so that before and after compare like with like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from gandan.catalog.models import LimitKind, ProcedureVersion
from gandan.dossiers.programmes.fast_day import FAST_DAY, UNIT_OF
from gandan.dossiers.same_day import days_of, serves
from gandan.places.working import Unit
from gandan.programmes.kinds import Kind, Values, kind_named, knows
from gandan.programmes.parameters import Limits, Procedures, Weekdays


@dataclass(frozen=True)
class Narrowing:
    """National codes of procedures, weekdays of reception (Monday 0); empty: all of them."""

    procedures: tuple[str, ...] = ()
    weekdays: tuple[int, ...] = ()


EVERYTHING = Narrowing()
One = TypeVar("One", str, int)


def narrowing_of(settings: Sequence[Mapping[str, Any]], day: date) -> Narrowing:
    """Of programmes as adopted. One programme for every procedure (or every day) makes it every procedure (or day)."""
    known = [(kind_named(str(one["kind"])), one) for one in settings if knows(str(one.get("kind")))]
    parts = [_part(kind, kind.clean(one.get("parameters", {})), day) for kind, one in known]
    return Narrowing(_joined([one.procedures for one in parts]), _joined([one.weekdays for one in parts]))


def _joined(sets: Sequence[tuple[One, ...]]) -> tuple[One, ...]:
    return tuple(sorted(set().union(*sets))) if all(sets) else ()


def _part(kind: Kind, values: Values, day: date) -> Narrowing:
    procedures: set[str] = set()
    weekdays: set[int] = set()
    for one in kind.parameters:
        if isinstance(one, Weekdays):
            weekdays |= set(values[one.key])
        elif isinstance(one, Procedures | Limits):
            procedures |= set(values[one.key])
    if kind.name == FAST_DAY and not procedures:
        procedures = _of_limits(values, day)
    return Narrowing(tuple(sorted(procedures)), tuple(sorted(weekdays)))


def _of_limits(values: Values, day: date) -> set[str]:
    """Procedures in force whose statutory limit a fast day serves, handled at a unit that takes part."""
    found = set()
    for version in ProcedureVersion.objects.in_force(day).select_related("procedure").with_facts():
        limit = version.limit(LimitKind.STATUTORY)
        is_at_unit = UNIT_OF.get(version.procedure.handled_by) in values["units"]
        if limit is not None and is_at_unit and serves(values, days_of(limit.count, Unit(limit.unit))):
            found.add(version.procedure.code)
    return found
