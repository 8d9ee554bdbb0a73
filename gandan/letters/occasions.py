"""What an approved dossier tells about a family: the letter it calls for, with the names as the declaration spells them."""

from __future__ import annotations

from gandan.dossiers.models import Dossier
from gandan.dossiers.occasions import occasion

from .actions import Draft
from .models import LetterKind

DECEASED = "deceased_name"
DEATH_FIELD = "Hộ tịch"


def letter_for(dossier: Dossier) -> Draft | None:
    """None for a dossier about anything else. The letter of a death goes to who declared it, not to the name on the act."""
    if found := occasion(dossier.answers):
        if found.kind == "marriage":
            couple = " và ".join(found.names)
            return _draft(dossier, LetterKind.MARRIAGE, couple, {"hai_ben": couple})
        child = found.names[0]
        born = f"{found.day:%d/%m/%Y}" if found.day else ""
        return _draft(dossier, LetterKind.BIRTH, f"gia đình cháu {child}", {"chau": child, "ngay_sinh": born})
    deceased = str(dossier.answers.get(DECEASED) or "").strip()
    if deceased and dossier.procedure.field == DEATH_FIELD:
        family = f"gia đình {dossier.applicant_name}"
        return _draft(dossier, LetterKind.CONDOLENCE, family, {"nguoi_mat": deceased})
    return None


def _draft(dossier: Dossier, kind: str, recipient: str, facts: dict[str, str]) -> Draft:
    return Draft(
        kind,
        recipient,
        facts,
        address=str(dossier.applicant_address),
        phone=str(dossier.applicant_phone),
        dossier=dossier,
    )
