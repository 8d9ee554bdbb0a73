"""The few ways of reckoning a figure from rows: each is a handful of SQL aggregates and what to make of them.

`where` says which rows belong to the figure, `hit` which of them stand in its numerator.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from django.db.models import Aggregate, Avg, Count, F, FloatField, Q, Sum

from .scope import Figure

Values = Sequence[float | None]


class Reckoning(Protocol):
    @property
    def where(self) -> Q: ...
    @property
    def hit(self) -> Q: ...
    def aggregates(self) -> list[Aggregate]: ...
    def figure(self, values: Values) -> Figure: ...


class MedianOf(Aggregate):
    """The middle value; PostgreSQL's percentile_cont leaves empty values out."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


def _whole(value: float | None) -> int:
    return int(value or 0)


@dataclass(frozen=True)
class Counting:
    """How many rows."""

    where: Q = field(default_factory=Q)
    hit: Q = field(default_factory=Q)

    def aggregates(self) -> list[Aggregate]:
        return [Count("pk", filter=self.where)]

    def figure(self, values: Values) -> Figure:
        count = _whole(values[0])
        return Figure(count, count, None, count)


@dataclass(frozen=True)
class Share:
    """The share of rows with `hit` among those with `where`, in percent; without rows there is none."""

    hit: Q
    where: Q = field(default_factory=Q)

    def aggregates(self) -> list[Aggregate]:
        return [Count("pk", filter=self.where & self.hit), Count("pk", filter=self.where)]

    def figure(self, values: Values) -> Figure:
        hits, rows = _whole(values[0]), _whole(values[1])
        return Figure(100 * hits / rows if rows else None, hits, rows, rows)


@dataclass(frozen=True)
class _OfColumn:
    """A figure of one column, divided by `per` (60: minutes told in hours); rows without a value do not count."""

    column: str
    per: int = 1
    where: Q = field(default_factory=Q)
    hit: Q = field(default_factory=Q)

    def figure(self, values: Values) -> Figure:
        value, rows = values[0], _whole(values[1])
        return Figure(value / self.per if value is not None else None, None, None, rows)

    def _rows(self) -> Aggregate:
        return Count(self.column, filter=self.where)


@dataclass(frozen=True)
class Median(_OfColumn):
    def aggregates(self) -> list[Aggregate]:
        return [MedianOf(F(self.column), filter=self.where), self._rows()]


@dataclass(frozen=True)
class Mean(_OfColumn):
    def aggregates(self) -> list[Aggregate]:
        return [Avg(self.column, filter=self.where), self._rows()]


@dataclass(frozen=True)
class Total(_OfColumn):
    """The sum; nothing to add is zero, not missing."""

    def aggregates(self) -> list[Aggregate]:
        return [Sum(self.column, filter=self.where), self._rows()]

    def figure(self, values: Values) -> Figure:
        return super().figure([values[0] or 0, values[1]])
