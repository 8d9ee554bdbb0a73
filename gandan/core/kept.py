"""What a process keeps in memory of rows that change a few times a year.

Everything kept carries a stamp; the stamp lives in the cache for a minute and is dropped by every verb that changes the
rows. A process therefore asks the database about them once a minute, and at once after its own changes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction

SECONDS = 60
T = TypeVar("T")


class Kept(Generic[T]):
    """One value under the stamp `name`, made anew by `make` when the stamp has changed. Shared by all requests: read only."""

    def __init__(self, name: str, make: Callable[[], T]) -> None:
        self._name, self._make = name, make
        self._held: tuple[str, T] | None = None

    def fresh(self) -> T:
        stamp = str(cache.get_or_set(self._name, lambda: uuid4().hex, SECONDS))
        if self._held is None or self._held[0] != stamp:
            self._held = (stamp, self._make())
        return self._held[1]

    def forget(self) -> None:
        """Read again from the database: now, and once more when the change is committed."""
        self._drop_stamp()
        transaction.on_commit(self._drop_stamp)

    def _drop_stamp(self) -> None:
        cache.delete(self._name)
