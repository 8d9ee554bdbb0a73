"""Marks of reception: which programmes a dossier is done under, told kind by kind.

A module of `dossiers/programmes/` that wants its dossiers tagged says how, once:

    @marks("one_copy")
    def under_one_copy(dossier: Dossier, rule: Running, now: datetime) -> UnderProgramme | None:
        return mark(dossier, rule, now) if fits(dossier, rule) else None

`actions.receive` keeps what `marks_at_reception` gives: `UnderProgramme.objects.bulk_create(..., ignore_conflicts=True)`.
A dossier received again after a supplement keeps its first mark, as it keeps the promise of that day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from gandan.programmes.kinds import Running
from gandan.programmes.running import running

from .models import Dossier, UnderProgramme

Marker = Callable[[Dossier, Running, datetime], UnderProgramme | None]

_markers: dict[str, Marker] = {}


def marks(kind: str) -> Callable[[Marker], Marker]:
    """Ask this function about every programme of the kind that runs on the day of reception."""

    def keep(marker: Marker) -> Marker:
        if kind in _markers:
            raise ValueError(f"Two functions mark dossiers for programmes of kind {kind}.")
        _markers[kind] = marker
        return marker

    return keep


def marks_at_reception(dossier: Dossier, now: datetime) -> list[UnderProgramme]:
    """Unsaved marks of a dossier received at `now`, at most one per programme. No SQL while the terms are in memory."""
    day = localdate(now)
    found = [
        marker(dossier, rule, now) for kind, marker in _markers.items() for rule in running(kind, dossier.agency, day)
    ]
    return [one for one in found if one is not None]


def fits(dossier: Dossier, rule: Running) -> bool:
    """The dossier's procedure is one of the rule's `procedures`; none named means every procedure."""
    codes = rule.values.get("procedures") or ()
    return not codes or dossier.procedure.code in codes


def mark(dossier: Dossier, rule: Running, now: datetime, **more: Any) -> UnderProgramme:
    """An unsaved mark; `more` are further fields: `promised_at`, `saved_sheets`."""
    return UnderProgramme(
        dossier=dossier, programme_id=rule.programme_id, term_id=rule.term_id, kind=rule.kind, at=now, **more
    )
