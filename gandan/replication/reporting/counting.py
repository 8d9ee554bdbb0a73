"""What the platform itself counts for a model in a period, unit by unit: dossiers that carry its mark, and what people say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q

from gandan.measures.periods import Period
from gandan.measures.registry import measure_named, measures_named, table
from gandan.measures.scope import Figure, Scope
from gandan.places.models import Agency

from .figures import figure

COUNTED = ("received", "settled", "early", "on_time", "late", "under_programme")
"""Measures of `dossiers`, each a column of the table of units."""
CONTENT_FROM = 4
"""Four stars and five are “hài lòng trở lên”."""


def scope_of(units: Sequence[Agency], period: Period, now: datetime, origin: str = "") -> Scope:
    """Dossiers of these communes; with `origin`, those done under programmes that came with the model."""
    return Scope(tuple(one.pk for one in units), period.start, period.end, now, origin=origin)


def counted(code: str, units: Sequence[Agency], period: Period, now: datetime) -> list[dict[str, Any]]:
    """Series of a model by its code (rows in the order of `units`), none where no dossier carries its mark."""
    if not units:
        return []
    scope = scope_of(units, period, now, code)
    found = {row.key: row for row in table(scope, *COUNTED, by="agency")}
    if not any(one.n for row in found.values() for one in row.figures.values()):
        return []
    series = [
        _series((measure.name, measure.label, measure.unit, period.label), units, {
            one.code: figure(found[one.code].figures[measure.name].value if one.code in found else 0) for one in units
        })
        for measure in measures_named(COUNTED)
    ]  # fmt: skip
    early = {key: _share(row.figures["early"], row.figures["received"]) for key, row in found.items()}
    series.append(_series(("early_rate", "Tỷ lệ giải quyết sớm hạn", "%", period.label), units, early))
    return [*series, *content(scope, units, period)]


def _share(part: Figure, whole: Figure) -> dict[str, Any]:
    """Early of received, as the report of 2020 reckons it (S4.11); nothing received, no share."""
    return figure(part.value, of=whole.value) if whole.value else figure(None)


def content(scope: Scope, units: Sequence[Agency], period: Period) -> list[dict[str, Any]]:
    """The share of replies that are satisfied or better, with how many replied (S2.4)."""
    rows = measure_named("satisfaction").rows(scope).order_by().values("commune__code")
    told = rows.annotate(n=Count("pk"), well=Count("pk", filter=Q(rating__stars__gte=CONTENT_FROM)))
    found = {one["commune__code"]: figure(one["well"], of=one["n"]) for one in told}
    if not found:
        return []
    return [_series(("content_rate", "Người dân hài lòng trở lên, trên số phiếu", "%", period.label), units, found)]


def _series(
    names: tuple[str, str, str, str], units: Sequence[Agency], found: Mapping[str, Mapping[str, Any]]
) -> dict[str, Any]:
    """`names`: of the series, its label, unit and period; a unit not found has no figure."""
    name, label, unit, period = names
    rows = [{"unit": one.name, **found.get(one.code, figure(None))} for one in units]
    return {
        "name": name, "label": label, "unit": unit, "period": period, "source": "", "is_declared": False,
        "whole": _whole(rows), "rows": rows,
    }  # fmt: skip


def _whole(rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Sums of counts; a share of sums, never a mean of shares."""
    values = [one["value"] for one in rows if one["value"] is not None]
    parts = [one["of"] for one in rows if one["of"] is not None]
    return figure(sum(values) if values else None, of=sum(parts) if parts else None)


def habit(units: Sequence[Agency], period: Period, now: datetime) -> dict[str, Any]:
    """How people file: directly and online, all dossiers of the units (S4.22). Shares in percent, with n."""
    online = measure_named("online_share").figure(scope_of(units, period, now)) if units else None
    if online is None or online.value is None:
        return {"online": None, "direct": None, "n": 0}
    return {"online": online.value, "direct": 100 - online.value, "n": online.n}


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31), f"Năm {number}")
