"""Finding procedures in the catalogue of today: the index is kept in memory and rebuilt when the catalogue changes."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Count, Max
from django.utils.timezone import localdate

from .models import Alias, ProcedureVersion
from .retrieval import Document, Hit, Index

__all__ = ["Hit", "forget", "index_of_today", "search"]

SECONDS = 60
STAMP = "catalog.search.stamp"


@dataclass(frozen=True)
class _Kept:
    stamp: str
    index: Index


_kept: list[_Kept] = []


def search(query: str, *, limit: int = 10) -> list[Hit]:
    """Procedures in force for a question as people type it: without diacritics, misspelt, abbreviated. Best first."""
    return index_of_today().search(query, limit=limit)


def index_of_today() -> Index:
    stamp = _stamp()
    if not _kept or _kept[0].stamp != stamp:
        _kept[:] = [_Kept(stamp, Index(_documents()))]
    return _kept[0].index


def forget() -> None:
    """Look at the catalogue again at the next question, in this process; others notice within a minute."""
    cache.delete(STAMP)


def _stamp() -> str:
    """Changes with every version, alias or day: one statement a minute."""
    known: str | None = cache.get(STAMP)
    if known is None:
        versions = ProcedureVersion.objects.in_force(localdate()).aggregate(last=Max("pk"), count=Count("pk"))
        aliases = Alias.objects.aggregate(last=Max("pk"), count=Count("pk"))
        known = f"{localdate()} {versions} {aliases}"
        cache.set(STAMP, known, SECONDS)
    return known


def _documents() -> list[Document]:
    aliases: dict[int, list[str]] = {}
    for procedure_id, text in Alias.objects.values_list("procedure_id", "text"):
        aliases.setdefault(procedure_id, []).append(text)
    versions = ProcedureVersion.objects.in_force(localdate()).select_related("procedure").only("summary", "procedure")
    return [
        Document(
            code=one.procedure.code,
            name=one.procedure.name,
            short_name=one.procedure.short_name,
            field=one.procedure.field,
            aliases=tuple(aliases.get(one.procedure_id, ())),
            text=f"{one.summary} {one.procedure.found_by}",
        )
        for one in versions
    ]
