"""Search of the officer: dossiers by code, name, procedure or exact identity number; procedures by name."""

from __future__ import annotations

import re
from datetime import date

from django.db.models import QuerySet

from gandan.catalog.models import ProcedureVersion
from gandan.core.secrets import blind_index
from gandan.core.vietnamese import fold
from gandan.dossiers.models import Dossier
from gandan.people.offices import Office

SHOWN = (
    "code", "applicant_name", "status", "due_at", "submitted_at", "procedure__short_name", "holder__full_name",
    "holder__username",
)  # fmt: skip
SHORTEST, MOST_FOUND, MOST_PROCEDURES = 3, 200, 8
ID_NUMBER = re.compile(r"\d{12}")


def dossiers(office: Office, words: str) -> QuerySet[Dossier]:
    """Newest first, at most `MOST_FOUND`; nothing for fewer than three letters."""
    mine = Dossier.objects.for_office(office)
    digits = words.replace(" ", "")
    if ID_NUMBER.fullmatch(digits):
        index = blind_index(digits, column="dossiers_dossier.applicant_id_number")
        found = mine.filter(applicant_id_index=index)
    elif len(fold(words)) >= SHORTEST:
        found = mine.matching(words)
    else:
        return mine.none()
    return found.order_by("-submitted_at", "pk")[:MOST_FOUND]


def procedures(words: str, today: date) -> list[ProcedureVersion]:
    folded = fold(words)
    if len(folded) < SHORTEST:
        return []
    rows = ProcedureVersion.objects.in_force(today).select_related("procedure").prefetch_related("procedure__aliases")
    named = [row for row in rows if _is_named(row, folded)]
    return sorted(named, key=lambda row: bytes(row.procedure.sort_name))[:MOST_PROCEDURES]


def _is_named(row: ProcedureVersion, folded: str) -> bool:
    aliases = (alias.folded for alias in row.procedure.aliases.all())
    return any(folded in name for name in (row.procedure.code, fold(row.procedure.short_name), *aliases))
