"""Versions of procedures with their limits, fees and declarations, kept in memory: a filing reads them on every page.

What is kept carries a stamp, as the calendars do (gandan/places/calendars.py): the stamp lives in the cache for a minute
and is dropped by every verb of the catalogue. Another process therefore sees a change within a minute.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import uuid4

from django.core.cache import cache
from django.db import transaction

from .models import FormDefinition, ProcedureVersion

STAMP = "catalog.versions.stamp"
SECONDS = 60
MOST = 300


@dataclass
class _Kept:
    stamp: str = ""
    versions: dict[int, ProcedureVersion] = field(default_factory=dict)


_kept = _Kept()


def version_kept(pk: int) -> ProcedureVersion:
    """The version with its procedure, limits, fees and declarations at hand. Shared by all requests: read only."""
    versions = _fresh().versions
    if pk not in versions:
        if len(versions) >= MOST:
            versions.clear()
        versions[pk] = ProcedureVersion.objects.with_facts().prefetch_related("forms").get(pk=pk)
    return versions[pk]


def form_kept(version: ProcedureVersion, pk: int | None) -> FormDefinition | None:
    """The declaration `pk` of a kept version; one that is newer than what is kept is read from the database."""
    if pk is None:
        return None
    return next((one for one in version.forms.all() if one.pk == pk), None) or FormDefinition.objects.get(pk=pk)


def forget_versions() -> None:
    """Read again from the database: now, and once more when the change is committed."""
    cache.delete(STAMP)
    transaction.on_commit(lambda: cache.delete(STAMP))


def _fresh() -> _Kept:
    global _kept
    stamp = str(cache.get_or_set(STAMP, lambda: uuid4().hex, SECONDS))
    if _kept.stamp != stamp:
        _kept = _Kept(stamp)
    return _kept
