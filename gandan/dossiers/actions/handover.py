"""The certificate of marriage is handed over at an hour of its own."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from gandan.booking import actions as booking
from gandan.booking.actions.booking import Wish
from gandan.booking.models import Appointment, Source

from ..models import Dossier
from ..returning import home_return_of

WANTED_DAY = "ceremony_date"
"""Question of the declaration: the day on which the couple would like to receive the certificate."""


@transaction.atomic
def offer_handover(dossier: Dossier, *, now: datetime) -> Appointment | None:
    """An hour proposed to the couple; None where the result goes home, or the commune offers no such hours."""
    if home_return_of(dossier) is not None:
        return None
    wish = Wish(
        programme_id=0, starts_at=now, name=str(dossier.applicant_name), phone=dossier.applicant_phone, owner=dossier.owner,
        about=dossier.code, source=Source.DESK,
    )  # fmt: skip
    return booking.propose_handover(dossier.commune, wish, wanted=_wanted(dossier), now=now)


def _wanted(dossier: Dossier) -> date | None:
    try:
        return date.fromisoformat(str(dossier.answers.get(WANTED_DAY, "")))
    except ValueError:
        return None
