"""Hot questions to the database: the ORM writes their SQL once, each time it is only asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class Prepared(Generic[Row]):
    """A query for rows of one table (with annotations, without related rows), asked with other values each time.

    `question` makes the query from the values; every value of its SQL must be one of them, so that nothing else can vary.
    """

    def __init__(self, question: Callable[..., models.QuerySet[Row]]) -> None:
        self._question = question
        self._model: type[Row] | None = None
        self._sql = ""
        self._order: list[int] = []

    def all(self, *values: Any) -> list[Row]:
        if self._model is None:
            self._prepare(values)
        assert self._model is not None
        return list(self._model._default_manager.raw(self._sql, [values[place] for place in self._order]))

    def first(self, *values: Any) -> Row | None:
        found = self.all(*values)
        return found[0] if found else None

    def _prepare(self, values: tuple[Any, ...]) -> None:
        query = self._question(*values)
        sql, told = query.query.sql_with_params()
        if len(set(values)) != len(values) or not set(told) <= set(values):
            raise ValueError("A prepared question takes different values and holds none of its own.")
        self._sql, self._order, self._model = sql, [values.index(one) for one in told], query.model
