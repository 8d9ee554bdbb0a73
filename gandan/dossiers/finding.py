"""Finding a draft or a dossier by its key with what the citizen's pages read of it, in one narrow statement.

The version, its procedure and the declaration come from memory (gandan/catalog/kept.py), the commune from the directory.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F

from gandan.catalog.kept import form_kept, version_kept
from gandan.core.statements import Prepared

from .models import Dossier, Draft, Paper

_FILED = {"filed_key": F("dossier__key")}
_draft = Prepared(lambda key: Draft.objects.filter(key=key).annotate(**_FILED))
_PAPER = {"sent_component": F("papers__component"), "sent_name": F("papers__name"), "sent_size": F("papers__size")}
_draft_by_paper = Prepared(
    lambda key: Draft.objects.filter(key=key).annotate(**_FILED, **_PAPER).order_by("papers__pk")
)
_locked_draft = Prepared(lambda pk: Draft.objects.select_for_update().filter(pk=pk))
_dossier = Prepared(lambda key: Dossier.objects.filter(key=key))
_dossier_changed = Prepared(lambda key: Dossier.objects.filter(key=key).only("changed_at"))
_papers_of_draft = Prepared(lambda pk: Paper.objects.filter(draft=pk))
_papers_of_dossier = Prepared(lambda pk: Paper.objects.filter(dossier=pk))


def draft_of_key(key: str) -> Draft | None:
    """`filed_key` of it is the key of the dossier it has become, or None."""
    found = _draft.first(key)
    return _with_law(found) if found else None


@dataclass(frozen=True)
class SentPaper:
    """What the check says of a file; `size` in bytes."""

    component: str
    name: str
    size: int


def draft_to_check(key: str) -> tuple[Draft | None, list[SentPaper]]:
    """The draft and its files in one statement: a line for each file, or one without."""
    lines: list[Any] = _draft_by_paper.all(key)
    if not lines:
        return None, []
    sent = [SentPaper(one.sent_component, one.sent_name, one.sent_size) for one in lines if one.sent_component]
    return _with_law(lines[0]), sent


def locked_draft(pk: int) -> Draft:
    """The draft as it is now; nobody else files or changes it until the end of the transaction."""
    found = _locked_draft.first(pk)
    if found is None:
        raise Draft.DoesNotExist
    return _with_law(found)


def dossier_of_key(key: str) -> Dossier | None:
    found = _dossier.first(key)
    if found is None:
        return None
    found.version = version_kept(found.version_id)
    if found.procedure_id == found.version.procedure_id:
        found.procedure = found.version.procedure
    return found


def changed_at_of(key: str) -> datetime | None:
    """When somebody last changed the dossier; None for a key that does not exist."""
    found = _dossier_changed.first(key)
    return found.changed_at if found else None


def papers_of(owner: Draft | Dossier) -> list[Paper]:
    """What was handed in, in the order of arrival."""
    return (_papers_of_draft if isinstance(owner, Draft) else _papers_of_dossier).all(owner.pk)


def _with_law(draft: Draft) -> Draft:
    draft.version = version_kept(draft.version_id)
    draft.form = form_kept(draft.version, draft.form_id)
    return draft
