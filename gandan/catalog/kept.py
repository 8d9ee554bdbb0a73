"""Versions of procedures with their limits, fees and declarations, kept in memory: a filing reads them on every page."""

from __future__ import annotations

from gandan.core.kept import Kept

from .models import FormDefinition, ProcedureVersion

MOST = 300

_kept = Kept[dict[int, ProcedureVersion]]("catalog.versions", dict)


def version_kept(pk: int) -> ProcedureVersion:
    """The version with its procedure, limits, fees and declarations at hand. Shared by all requests: read only."""
    versions = _kept.fresh()
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
    _kept.forget()
