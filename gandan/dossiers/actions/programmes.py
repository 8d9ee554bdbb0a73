"""Dossiers done under a programme: a promise for the day that cannot be kept falls back to the ordinary limit."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.programmes.kinds import Running

from ..clockwork import CLOCK_FIELDS
from ..events import DossierPutUnder
from ..marking import mark
from ..models import Dossier, UnderProgramme
from ..workflow import BEFORE_SETTLING
from .promises import give_up
from .working import lock


@transaction.atomic
def fall_back(dossier: Dossier, *, reason: str, by: User | None, now: datetime) -> None:
    """Not settled the same day: the ordinary limit counts from reception, and the reason stays with the dossier (S2.8)."""
    reason = reason.strip()
    if not reason:
        raise RuleBroken("Xin ghi lý do không kịp trong ngày.")
    lock(dossier)
    dossier.refresh_from_db(fields=["status", "received_at", "supplement_count", *CLOCK_FIELDS])
    if dossier.status not in BEFORE_SETTLING or not give_up(dossier, reason=reason[:300], by=by, now=now):
        raise RuleBroken(f"{dossier} không còn hẹn trả trong ngày, đang ở bước “{dossier.status_label()}”.")


@transaction.atomic
def put_under(dossier: Dossier, *, rule: Running, by: User | None, now: datetime) -> None:
    """Done under a programme that no declaration tells: taken in at a session, at home. Once per programme."""
    lock(dossier)
    if dossier.under.filter(programme_id=rule.programme_id).exists():
        return
    UnderProgramme.objects.bulk_create([mark(dossier, rule, now)], ignore_conflicts=True)
    record(DossierPutUnder(dossier_id=dossier.pk, programme_id=rule.programme_id), about=dossier, by=by, at=now)
