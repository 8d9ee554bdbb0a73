"""One model as a yearly report tells it: a) what it is, b) who runs it, c) its procedures, d) figures and publicity."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from gandan.catalog.models import Procedure
from gandan.reforms.effect.narrowing import narrowing_of
from gandan.reforms.models import Adoption, DeclaredFigure, Launch, Reform

from .figures import figure, with_sums

Series = list[dict[str, Any]]


def model_data(
    reform: Reform, *, units: Sequence[dict[str, Any]], settings: Sequence[Any], day: date
) -> dict[str, Any]:
    """Facts of a model without its figures; `settings` are its programmes as adopted, else as the package has them."""
    return {
        "code": reform.code, "name": reform.name, "owner": reform.owned_by, "content": reform.summary,
        "scope": reform.scope, "units": list(units), "procedures": procedures(settings, day),
    }  # fmt: skip


def procedures(settings: Sequence[Any], day: date) -> list[str]:
    """Names of the procedures the programmes are about, in Vietnamese order; empty: every procedure, or not told."""
    once = {json.dumps(one, sort_keys=True): one for one in settings}
    codes = narrowing_of(list(once.values()), day).procedures
    known = Procedure.objects.filter(code__in=codes)
    return sorted(one.short_name for one in known)


def unit_lines(adoptions: Iterable[Adoption]) -> list[dict[str, Any]]:
    return [
        {
            "unit": one.agency.name, "status": one.status_label(),
            "started_on": one.started_on.isoformat() if one.started_on else "", "responsible": str(one.responsible or ""),
        }
        for one in adoptions
    ]  # fmt: skip


def declared_series(rows: Iterable[DeclaredFigure]) -> Series:
    """What documents declare, a series each; a whole stands beside the sum of its units."""
    groups: dict[tuple[str, str], list[DeclaredFigure]] = {}
    for one in rows:
        groups.setdefault((one.series, one.period), []).append(one)
    return [_declared(ones) for ones in groups.values()]


def _declared(rows: Sequence[DeclaredFigure]) -> dict[str, Any]:
    first = rows[0]
    parts = [{"unit": one.unit_name, **_figure(one)} for one in rows if one.unit_name]
    wholes = [_figure(one) for one in rows if not one.unit_name]
    whole = with_sums(wholes[0], parts) if wholes else None
    return {
        "name": first.series, "label": first.label, "unit": first.unit, "period": first.period, "source": first.source,
        "is_declared": True, "whole": whole, "rows": parts,
    }  # fmt: skip


def _figure(one: DeclaredFigure) -> dict[str, Any]:
    """A count declared without words is told by its number."""
    told = one.declared or ("" if one.value is None else f"{one.value:g}".replace(".", ","))
    return figure(one.value, of=one.of_value, declared=told)


def merged(declared: Series, counted: Series) -> Series:
    """Declared series first; what the platform counted under the same name stands inside them as a second reckoning."""
    known = {one["name"]: one for one in counted}
    told = [_beside(one, known[one["name"]]) if one["name"] in known else one for one in declared]
    return told + [one for one in counted if one["name"] not in {other["name"] for other in declared}]


def _beside(declared: dict[str, Any], counted: dict[str, Any]) -> dict[str, Any]:
    by_unit = {one["unit"]: one for one in counted["rows"]}
    rows = [_recounted(one, by_unit.get(one["unit"])) for one in declared["rows"]]
    whole = _recounted(declared["whole"], counted["whole"]) if declared["whole"] else counted["whole"]
    missing = [one for unit, one in by_unit.items() if unit not in {row["unit"] for row in rows}]
    return {**declared, "whole": whole, "rows": [*rows, *missing]}


def _recounted(declared: dict[str, Any], counted: dict[str, Any] | None) -> dict[str, Any]:
    if counted is None or counted["value"] is None:
        return declared
    value = 100 * counted["value"] / counted["of"] if counted["of"] else counted["value"]
    return {**declared, "recounted": value}


def launch_lines(rows: Iterable[Launch]) -> list[dict[str, Any]]:
    return [
        {
            "on": one.on.isoformat() if one.on else "", "unit": one.unit_name, "channel": one.channel, "title": one.title,
            "figures": [{"label": each["label"], "value": each["value"]} for each in one.figures],
        }
        for one in rows
    ]  # fmt: skip
