"""The verb of the period store: refresh. Reckoned values are no event; what they rest on is in the journal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Protocol

from django.db import transaction

from .measure import Ask, Measure, answer
from .models import PeriodKind, PeriodValue
from .periods import Period, month_of
from .registry import all_measures
from .scope import Figure, Scope


class Place(Protocol):
    """Whose figures are kept; the measures group agencies by this code."""

    pk: int
    code: str


@transaction.atomic
def refresh_periods(agencies: Sequence[Place], *, months: Iterable[date], now: datetime) -> int:
    """Reckon every measure of these months anew, two statements a month; returns how many values were written."""
    return sum(_refresh_month(agencies, month_of(month), now) for month in sorted(set(months))) if agencies else 0


def _refresh_month(agencies: Sequence[Place], month: Period, now: datetime) -> int:
    scope = Scope(tuple(agency.pk for agency in agencies), month.start, month.end, now)
    measures = _told_in(scope)
    found = {row.key: row.figures for row in answer(Ask(scope, measures, "agency"))[0]}
    values = [
        _value(measure, agency, found.get(agency.code, {}).get(measure.name, measure.empty), scope)
        for agency in agencies
        for measure in measures
    ]
    PeriodValue.objects.bulk_create(
        values, update_conflicts=True, update_fields=PeriodValue.VALUES,
        unique_fields=["agency", "kind", "period", "measure"],
    )  # fmt: skip
    return len(values)


def _told_in(scope: Scope) -> tuple[Measure, ...]:
    """A state of the moment is kept only while its month lasts: afterwards the last value stands."""
    is_present = scope.since <= scope.now < scope.until
    return tuple(measure for measure in all_measures() if is_present or not measure.is_momentary)


def _value(measure: Measure, agency: Place, figure: Figure, scope: Scope) -> PeriodValue:
    return PeriodValue(
        measure=measure.name, agency_id=agency.pk, kind=PeriodKind.MONTH, period=scope.start, value=figure.value,
        numerator=figure.numerator, denominator=figure.denominator, n=figure.n, computed_at=scope.now,
    )  # fmt: skip
