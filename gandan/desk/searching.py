"""Search of the officer: dossiers by code, name, procedure or exact identity number; procedures by name."""

from __future__ import annotations

import re
from datetime import date

from gandan.catalog.models import Alias, Procedure
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


def dossiers(office: Office, words: str) -> list[int]:
    """Primary keys, newest first, at most `MOST_FOUND`: sought once, shown by page. None for fewer than three letters."""
    mine = Dossier.objects.for_office(office)
    digits = words.replace(" ", "")
    if ID_NUMBER.fullmatch(digits):
        index = blind_index(digits, column="dossiers_dossier.applicant_id_number")
        found = mine.filter(applicant_id_index=index)
    elif len(fold(words)) >= SHORTEST:
        found = mine.matching_in_commune(words)
    else:
        return []
    return list(found.order_by("-submitted_at", "pk").values_list("pk", flat=True)[:MOST_FOUND])


def shown(keys: list[int]) -> list[Dossier]:
    """The dossiers of one page in the order of their keys."""
    rows = Dossier.objects.select_related("procedure", "holder").only(*SHOWN).in_bulk(keys)
    return [rows[key] for key in keys if key in rows]


def procedures(words: str, today: date) -> list[Procedure]:
    """Those in force whose code, name or alias holds the words: two narrow statements."""
    folded = fold(words)
    if len(folded) < SHORTEST:
        return []
    called_so = set(Alias.objects.filter(folded__contains=folded).values_list("procedure", flat=True))
    rows = Procedure.objects.in_force(today).only("code", "short_name", "sort_name")
    named = [row for row in rows if row.pk in called_so or folded in row.code or folded in fold(row.short_name)]
    return sorted(named, key=lambda row: bytes(row.sort_name))[:MOST_PROCEDURES]
