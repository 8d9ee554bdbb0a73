"""Verbs of hamlets (thôn, tổ dân phố, khu phố): add, edit, remove, import."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models, transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.places.events import HamletAdded, HamletEdited, HamletRemoved
from gandan.places.models import Agency, Hamlet, hamlet_sort_key
from gandan.places.reading import HamletRow

from .units import Imported


@transaction.atomic
def add_hamlet(commune: Agency, row: HamletRow, *, by: models.Model | None = None) -> Hamlet:
    """A new residential unit of a commune. RuleBroken when it is there already."""
    _check_free(commune, row)
    hamlet = Hamlet(commune=commune)
    _fill(hamlet, row)
    hamlet.save()
    record(HamletAdded(hamlet_id=hamlet.pk, commune_id=commune.pk), about=hamlet, by=by)
    return hamlet


@transaction.atomic
def edit_hamlet(hamlet: Hamlet, row: HamletRow, *, by: models.Model | None = None) -> Hamlet:
    """Another name, kind or head. RuleBroken when another hamlet has this name."""
    _check_free(hamlet.commune, row, other_than=hamlet)
    if changed := _fill(hamlet, row):
        hamlet.save()
        record(HamletEdited(hamlet_id=hamlet.pk, commune_id=hamlet.commune_id, fields=changed), about=hamlet, by=by)
    return hamlet


@transaction.atomic
def remove_hamlet(hamlet: Hamlet, *, by: models.Model | None = None) -> HamletRow:
    """Take a hamlet off the list; the answer is what `add_hamlet` needs to bring it back."""
    row = _as_row(hamlet)
    record(HamletRemoved(hamlet_id=hamlet.pk, commune_id=hamlet.commune_id), about=hamlet, by=by)
    hamlet.delete()
    return row


@transaction.atomic
def import_hamlets(commune: Agency, rows: Iterable[HamletRow], *, by: models.Model | None = None) -> Imported:
    """Add new hamlets and renew the heads of known ones; hamlets not in the file are kept."""
    known = {(hamlet.kind, hamlet.name.lower()): hamlet for hamlet in Hamlet.objects.of(commune)}
    added = changed = same = 0
    for row in rows:
        hamlet = known.get((row.kind, row.name.lower()))
        if hamlet is None:
            add_hamlet(commune, row, by=by)
            added += 1
        elif _as_row(hamlet) == row:
            same += 1
        else:
            edit_hamlet(hamlet, row, by=by)
            changed += 1
    return Imported(added, changed, same)


def _as_row(hamlet: Hamlet) -> HamletRow:
    return HamletRow(hamlet.kind, hamlet.name, hamlet.head_name, hamlet.head_phone)


def _check_free(commune: Agency, row: HamletRow, *, other_than: Hamlet | None = None) -> None:
    same = Hamlet.objects.filter(commune=commune, kind=row.kind, name__iexact=row.name).first()
    if same and same != other_than:
        raise RuleBroken(f"{commune.name} đã có {Hamlet(kind=row.kind, name=row.name)}. Xin dùng tên khác.")


def _fill(hamlet: Hamlet, row: HamletRow) -> list[str]:
    """Write the row into the hamlet; the names of the columns that changed."""
    told = {"kind": row.kind, "name": row.name, "head_name": row.head_name, "head_phone": row.head_phone}
    changed = [name for name, value in told.items() if getattr(hamlet, name) != value]
    for name in changed:
        setattr(hamlet, name, told[name])
    hamlet.sort_name = hamlet_sort_key(hamlet.name)
    return changed
