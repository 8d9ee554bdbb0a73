"""From adoptions to questions, from figures to rows: asks the measures week by week and keeps what the panel finds.

One statement for each province and narrowing, however many adopters, communes and measures. For the worker and commands
only: the panel loads numpy and scipy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

import numpy as np
from django.utils.timezone import localdate

from gandan.measures.measure import Ask, Measure, Row, answer
from gandan.measures.registry import all_measures
from gandan.measures.scope import Scope
from gandan.places.models import Agency

from ..models import Adoption, Effect, Reform
from ..workflow import AdoptionStatus
from .narrowing import EVERYTHING, Narrowing, narrowing_of
from .panel import WINDOW, Finding, Panel, Study, Treated, each, together

WEEK = timedelta(days=7)
UNNAMED = ("processing_hours", "on_time_rate")
"""What is looked at where neither package nor adopter names a measure: every model is to serve sooner, or in time."""
NEVER_OTHERS = (AdoptionStatus.PAUSED, AdoptionStatus.EXEMPTED)
"""They had the model, or were chosen not to have it: their weeks are not those of an ordinary commune without it."""


@dataclass
class _Group:
    """Adopters of one province whose programmes are about the same procedures and weekdays."""

    province: int
    narrowing: Narrowing
    adoptions: list[Adoption] = field(default_factory=list)


@dataclass(frozen=True)
class _Weeks:
    """Whole weeks by their Mondays, the last one over."""

    first: date
    count: int

    @property
    def end(self) -> date:
        return self.first + self.count * WEEK - timedelta(days=1)


def reckon(reform: Reform, now: datetime) -> list[Effect]:
    """A row for every measure of every adopter, then one for all of them; unsaved. Empty when nobody has begun."""
    adoptions = _adoptions(reform)
    measures = measures_of(reform, adoptions)
    had_from = _had_from(reform, adoptions)
    studied = [_studies(group, measures, had_from, now) for group in _groups(adoptions)]
    rows = [_rows(reform, measure, [one[measure.name] for one in studied], now) for measure in measures]
    told = [row for row in rows if any(one.n_before for one in row)]
    return [one for row in told or rows[:1] for one in row]


def measures_of(reform: Reform, adoptions: Iterable[Adoption]) -> list[Measure]:
    """Those of the newest package, then those adopters added. States of the moment have no weeks to compare."""
    newest = reform.newest()
    named: dict[str, None] = dict.fromkeys(newest.package.get("measures", ()) if newest else ())
    for adoption in adoptions:
        named.update(dict.fromkeys(adoption.measures))
    known = {one.name: one for one in all_measures() if not one.is_momentary}
    return [known[name] for name in named if name in known] or [known[name] for name in UNNAMED]


# --- Who ------------------------------------------------------------------------------------------------------------
def _adoptions(reform: Reform) -> list[Adoption]:
    """The first of each commune that began; what came after an end has no weeks without the model before it."""
    begun = reform.adoptions.measured().filter(agency__commune__isnull=False)
    rows = begun.select_related("agency__commune").prefetch_related("programmes__terms").order_by("started_on", "pk")
    first: dict[int | None, Adoption] = {}
    for adoption in rows:
        first.setdefault(adoption.agency.commune_id, adoption)
    return list(first.values())


def _had_from(reform: Reform, adoptions: Iterable[Adoption]) -> dict[int, date | None]:
    """Communes with the model: from which day; None for those that never stand for communes without it."""
    apart = reform.adoptions.filter(status__in=NEVER_OTHERS, agency__commune__isnull=False)
    had: dict[int, date | None] = {one.agency.commune_id or 0: one.started_on for one in adoptions}
    had.update((commune or 0, None) for commune in apart.values_list("agency__commune", flat=True))
    return had


def _groups(adoptions: Iterable[Adoption]) -> list[_Group]:
    groups: dict[tuple[int, Narrowing], _Group] = {}
    for adoption in adoptions:
        province = adoption.agency.province_id or 0
        narrowing = narrowing_of(adoption.settings, adoption.started_on) if adoption.started_on else EVERYTHING
        group = groups.setdefault((province, narrowing), _Group(province, narrowing))
        group.adoptions.append(adoption)
    return list(groups.values())


def _ended_on(adoption: Adoption) -> date | None:
    """The last day with the model: as written, or when the last of its programmes was switched off."""
    ends = [term.until for programme in adoption.programmes.all() for term in programme.terms.all()]
    closed = [one for one in ends if one is not None]
    return adoption.ended_on or (max(closed) if closed and len(closed) == len(ends) else None)


# --- What they did, week by week ------------------------------------------------------------------------------------
def _studies(
    group: _Group, measures: Sequence[Measure], had_from: Mapping[int, date | None], now: datetime
) -> dict[str, Study]:
    """By the name of the measure; one statement for the communes, one for all figures."""
    communes = list(Agency.objects.communes().filter(province=group.province, is_serving=True).order_by("code"))
    weeks = _weeks(group.adoptions, now)
    treated = [
        Treated(one.pk, one.agency.commune.code, one.started_on, _ended_on(one))
        for one in group.adoptions if one.agency.commune and one.started_on
    ]  # fmt: skip
    others = {
        one.code: had_from.get(one.pk) for one in communes if one.pk not in had_from or had_from[one.pk] is not None
    }
    rows = _figures(group.narrowing, communes, weeks, measures, now)
    codes = tuple(one.code for one in communes)
    return {one.name: Study(_panel(one, codes, weeks, rows), treated, others) for one in measures}


def _weeks(adoptions: Iterable[Adoption], now: datetime) -> _Weeks:
    starts = [one.started_on for one in adoptions if one.started_on]
    first = _monday(min(starts)) - WINDOW * WEEK
    last = min(_monday(max(starts)) + (WINDOW + 1) * WEEK, _monday(localdate(now)))
    return _Weeks(first, max(1, (last - first).days // 7))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _figures(
    narrowing: Narrowing, communes: Sequence[Agency], weeks: _Weeks, measures: Sequence[Measure], now: datetime
) -> list[Row]:
    scope = Scope(
        tuple(one.pk for one in communes), weeks.first, weeks.end, now,
        procedures=narrowing.procedures, weekdays=narrowing.weekdays,
    )  # fmt: skip
    return answer(Ask(scope, tuple(measures), "agency", "week"))[0]


def _panel(measure: Measure, codes: tuple[str, ...], weeks: _Weeks, rows: Iterable[Row]) -> Panel:
    """A week without rows has the measure's empty figure: no dossiers is zero dossiers, but no median."""
    empty = measure.empty.value
    values = np.full((len(codes), weeks.count), np.nan if empty is None else empty)
    counts = np.zeros((len(codes), weeks.count))
    place = {code: number for number, code in enumerate(codes)}
    for row in rows:
        figure, week = row.figures[measure.name], (date.fromisoformat(row.label) - weeks.first).days // 7
        if row.key in place and 0 <= week < weeks.count:
            values[place[row.key], week] = np.nan if figure.value is None else figure.value
            counts[place[row.key], week] = figure.n
    return Panel(weeks.first, codes, values, counts)


# --- What is kept ---------------------------------------------------------------------------------------------------
def _rows(reform: Reform, measure: Measure, studies: Sequence[Study], now: datetime) -> list[Effect]:
    """Of every adopter, then of all."""
    found = {adoption: finding for study in studies for adoption, finding in each(study, measure.better).items()}
    rows = [_row(reform, measure, adoption, finding, now) for adoption, finding in found.items()]
    return [*rows, _row(reform, measure, None, together(studies, measure.better), now)] if rows else []


def _row(reform: Reform, measure: Measure, adoption: int | None, finding: Finding, now: datetime) -> Effect:
    series = {"weeks": list(range(-WINDOW, WINDOW + 1)), "adopters": finding.own, "others": finding.beside}
    return Effect(
        reform=reform, measure=measure.name, adoption_id=adoption, before=finding.before, after=finding.after,
        n_before=finding.n_before, n_after=finding.n_after, difference=finding.difference, low=finding.low,
        high=finding.high, compared=finding.compared, adopters=finding.adopters, waiting=finding.waiting,
        verdict=finding.verdict, series=series, reckoned_at=now,
    )  # fmt: skip
