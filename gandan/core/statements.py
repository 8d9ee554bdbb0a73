"""Hot questions to the database: the ORM writes their SQL once, each time it is only asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


class Prepared(Generic[Row]):
    """A query for rows of one table (with annotations, without related rows), asked with other values each time.

    `question` gives the query with some value in each place; the values told later take these places in order.
    """

    def __init__(self, question: Callable[[], models.QuerySet[Row]]) -> None:
        self._question = question
        self._model: type[Row] | None = None
        self._sql = ""

    def all(self, *values: Any) -> list[Row]:
        if self._model is None:
            query = self._question()
            self._sql, places = query.query.sql_with_params()
            if len(places) != len(values):
                raise ValueError(f"The question has {len(places)} places, not {len(values)}.")
            self._model = query.model
        return list(self._model._default_manager.raw(self._sql, values))

    def first(self, *values: Any) -> Row | None:
        found = self.all(*values)
        return found[0] if found else None
