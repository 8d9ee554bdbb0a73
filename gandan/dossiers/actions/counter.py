"""Filing at the counter in one press: file, and receive if the papers are complete."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from gandan.core.models import RepeatedRequest
from gandan.people.models import User

from ..models import Dossier
from .filing import Filing, file
from .working import receive

CREATED = 201


@dataclass(frozen=True)
class Handing:
    """One press of the counter's form: its unguessable token, the papers handed in, whether they are all there."""

    token: str
    seen: dict[str, tuple[int, int]] = field(default_factory=dict)
    is_complete: bool = True


@transaction.atomic
def file_at_counter(filing: Filing, *, handing: Handing, by: User, now: datetime) -> Dossier:
    """File for the person at the counter and start the clock. The same press again gives the same dossier.

    Taken in for another commune (`receiving_agency` is ours): sent there at once, and the clock starts when that commune
    receives it (NĐ 118/2025, Điều 17, khoản 3 as amended by NĐ 309/2026; Điều 14, khoản 2).
    """
    repeated, is_first = RepeatedRequest.objects.get_or_create(
        key=handing.token, scope=f"counter:{by.pk}", defaults={"fingerprint": filing.version.procedure.code}
    )
    if not is_first and repeated.answer is not None:
        return Dossier.objects.get(pk=repeated.answer["dossier"])
    dossier = file(filing, by=by, now=now, seen=handing.seen)
    if handing.is_complete and filing.receiving_agency is None:
        receive(dossier, by=by, now=now)
    repeated.status_code, repeated.answer = CREATED, {"dossier": dossier.pk}
    repeated.save(update_fields=["status_code", "answer"])
    return dossier
