"""Hot questions to the database: the ORM writes their SQL once, each time it is only asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import connection, models

Row = TypeVar("Row", bound=models.Model)


class Prepared(Generic[Row]):
    """A query for rows of one table (with annotations, without related rows), asked with other values each time.

    `question` makes the query from the values; every value of its SQL must be one of them, so that nothing else can vary.
    """

    def __init__(self, question: Callable[..., models.QuerySet[Row]]) -> None:
        self._question = question
        self._shape: _Shape | None = None

    def all(self, *values: Any) -> list[Row]:
        shape = self._shape
        if shape is None:
            shape = self._shape = _shape_of(self._question(*values), values)
        with connection.cursor() as cursor:
            cursor.execute(shape.sql, [values[place] for place in shape.order])
            return [shape.row(told) for told in cursor.fetchall()]

    def first(self, *values: Any) -> Row | None:
        found = self.all(*values)
        return found[0] if found else None


@dataclass(frozen=True)
class _Shape:
    """The SQL, which value goes into each of its places, and how a line of its answer becomes a row of the model."""

    sql: str
    order: list[int]
    model: type[models.Model]
    fields: list[tuple[int, str]]
    annotations: list[tuple[int, str]]
    converters: list[tuple[int, list[Callable[..., Any]], Any]]

    def row(self, told: Sequence[Any]) -> Any:
        line = list(told)
        for place, converters, expression in self.converters:
            for convert in converters:
                line[place] = convert(line[place], expression, connection)
        row = self.model.from_db(
            "default", [name for _, name in self.fields], [line[place] for place, _ in self.fields]
        )
        for place, name in self.annotations:
            setattr(row, name, line[place])
        return row


def _shape_of(query: models.QuerySet[Any], values: tuple[Any, ...]) -> _Shape:
    compiler = query.query.get_compiler("default")
    sql, told = compiler.as_sql()
    if len(set(values)) != len(values) or not set(told) <= set(values):
        raise ValueError("A prepared question takes different values and holds none of its own.")
    places: list[int] = compiler.klass_info["select_fields"]
    expressions = [one[0] for one in compiler.select]
    converters = compiler.get_converters(expressions)
    return _Shape(
        sql=sql,
        order=[values.index(one) for one in told],
        model=query.model,
        fields=[(place, expressions[place].target.attname) for place in places],
        annotations=[(place, name) for name, place in compiler.annotation_col_map.items()],
        converters=[(place, found, expression) for place, (found, expression) in converters.items()],
    )
