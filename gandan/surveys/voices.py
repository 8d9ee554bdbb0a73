"""Who has spoken in a consultation, without saying what."""

from __future__ import annotations

from gandan.core.secrets import blind_index
from gandan.people.models import User

from .models import Consultation


def index_of(consultation: Consultation, person: str) -> str:
    """Bound to the consultation: the same person is another hash in the next one."""
    return blind_index(f"{consultation.pk}:{person}", column="surveys_voice.person_index")


def has_spoken(consultation: Consultation, citizen: User) -> bool:
    return consultation.voices.filter(person_index=index_of(consultation, str(citizen.pk))).exists()
