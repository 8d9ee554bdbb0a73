"""A measure: a name, a unit, a formula in words, one query, and the rows behind it. Many are answered by one statement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import CharField, DateField, F, FloatField, Func, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, TruncDate, TruncMonth, TruncWeek

from gandan.core.vietnamese import NBSP, say_number

from .reckoning import Reckoning
from .scope import VIETNAM, Figure, Scope

MISSING = "chưa có"
GROUPED = ("ask_part", "ask_key", "ask_label")
CUTS = {"day": TruncDate, "week": TruncWeek, "month": TruncMonth}


@dataclass(frozen=True)
class Key:
    """How rows are grouped: the path to the key and, when people read another word, the path to that."""

    path: str
    label: str = ""


@dataclass(frozen=True)
class RowSet:
    """Rows of one period that several measures share, so that one SELECT answers them all.

    `moment` is the column by which days and months are told apart; `keys` are the other groupings.
    """

    name: str
    rows: Callable[[Scope], QuerySet[Any]]
    moment: str
    keys: Mapping[str, Key]


@dataclass(frozen=True, kw_only=True)
class Measure:
    """A figure defined once. `better` is "up", "down" or "" (neither); `source` is the citation of its formula."""

    name: str
    label: str
    unit: str
    formula: str
    of: RowSet
    reckoning: Reckoning
    better: str = ""
    source: str = ""
    is_momentary: bool = False
    """A state of this moment: told for today, not for months gone by."""

    def rows(self, scope: Scope) -> QuerySet[Any]:
        """The rows behind the figure: as many as its `n`."""
        return self.of.rows(scope).filter(self.reckoning.where)

    def counted(self, scope: Scope) -> QuerySet[Any]:
        """Those of them in the numerator."""
        return self.rows(scope).filter(self.reckoning.hit)

    def figure(self, scope: Scope) -> Figure:
        """One statement."""
        return answer(Ask(scope, (self,)))[0][0].figures[self.name]

    def group(self, scope: Scope, by: str) -> list[tuple[str, Figure]]:
        """By key: code of the agency or procedure, name of the field or channel, ISO day or first day of month."""
        return [(row.key, row.figures[self.name]) for row in answer(Ask(scope, (self,), by))[0]]

    @cached_property
    def empty(self) -> Figure:
        """The figure of no rows at all."""
        return self.reckoning.figure([None] * len(self.reckoning.aggregates()))

    def say(self, value: float | None) -> str:
        """As people read it: “98,4%”, “14,4 giờ”, “412”, “chưa có”."""
        if value is None:
            return MISSING
        if self.unit == "hồ sơ":
            return say_number(value, 0)
        return f"{say_number(value)}{'' if self.unit == '%' else NBSP}{self.unit}"


@dataclass(frozen=True)
class Ask:
    """Several measures of one scope, as a whole or grouped `by` agency, procedure, field, channel, day, week, month …

    `across` cuts every group by "day", "week" or "month" as well: the label of a row is then the first day of its cut.
    """

    scope: Scope
    measures: tuple[Measure, ...]
    by: str = ""
    across: str = ""


@dataclass(frozen=True)
class Row:
    """One line of a table: key and label of the group, and the figure of every measure asked for."""

    key: str
    label: str
    figures: dict[str, Figure]


def answer(*asks: Ask) -> list[list[Row]]:
    """A table for every question, all in one statement. Without grouping a table has exactly one row."""
    parts = [part for number, ask in enumerate(asks) for part in _parts(number, ask)]
    selects = [part.select(index) for index, part in enumerate(parts)]
    found: list[dict[tuple[str, str], Row]] = [{} for _ in asks]
    for index, key, label, values in selects[0].union(*selects[1:], all=True) if selects[1:] else selects[0]:
        part = parts[int(index)]
        rows = found[part.number]
        cut = (label or "") if part.ask.across else ""
        row = rows.setdefault((key or "", cut), Row(key or "", label or key or "", _empty(asks[part.number])))
        row.figures.update(part.figures(values))
    return [_ordered(ask, rows) for ask, rows in zip(asks, found, strict=True)]


def _empty(ask: Ask) -> dict[str, Figure]:
    return {measure.name: measure.empty for measure in ask.measures}


def _ordered(ask: Ask, rows: dict[tuple[str, str], Row]) -> list[Row]:
    if not ask.by:
        return [rows.get(("", "")) or Row("", "", _empty(ask))]
    return [rows[place] for place in sorted(rows)]


class Listed(Func):
    """Aggregates side by side in one column, so that SELECTs of different figures stand in one UNION."""

    template = "ARRAY[%(expressions)s]::double precision[]"
    output_field = ArrayField(FloatField())


@dataclass(frozen=True)
class _Part:
    """One SELECT: the measures of one question that share their rows."""

    number: int
    ask: Ask
    measures: tuple[Measure, ...]

    @cached_property
    def aggregates(self) -> list[Any]:
        return [aggregate for measure in self.measures for aggregate in measure.reckoning.aggregates()]

    def select(self, index: int) -> Any:
        of = self.measures[0].of
        key, label = _grouping(of, self.ask)
        rows = (
            of.rows(self.ask.scope).order_by().annotate(ask_part=_text(Value(str(index))), ask_key=key, ask_label=label)
        )
        return rows.values(*GROUPED).annotate(ask_values=Listed(*self.aggregates)).values_list(*GROUPED, "ask_values")

    def figures(self, values: Sequence[float | None]) -> Iterator[tuple[str, Figure]]:
        rest = iter(values)
        for measure in self.measures:
            own = [next(rest) for _ in measure.reckoning.aggregates()]
            yield measure.name, measure.reckoning.figure(own)


def _parts(number: int, ask: Ask) -> Iterable[_Part]:
    row_sets: dict[str, list[Measure]] = {}
    for measure in ask.measures:
        row_sets.setdefault(measure.of.name, []).append(measure)
    return [_Part(number, ask, tuple(measures)) for measures in row_sets.values()]


def _text(expression: Combinable) -> Cast:
    return Cast(expression, CharField())


def _grouping(of: RowSet, ask: Ask) -> tuple[Cast, Cast]:
    if not ask.by:
        return _text(Value("")), _text(Value(""))
    if ask.by in CUTS:
        return _cut(of, ask.by), _text(Value(""))
    key = of.keys[ask.by]
    return _text(F(key.path)), _cut(of, ask.across) if ask.across else _text(F(key.label or key.path))


def _cut(of: RowSet, step: str) -> Cast:
    """The first day of the day, week (Monday) or month as ISO text."""
    return _text(Cast(CUTS[step](of.moment, tzinfo=VIETNAM), DateField()))
