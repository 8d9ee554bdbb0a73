"""A citizen chooses which letters of the commune to receive."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from gandan.journal.actions import record
from gandan.people.models import User

from ..events import LettersRefused
from ..models import LetterRefusal


@transaction.atomic
def choose_letters(citizen: User, *, refused: Collection[str], now: datetime) -> None:
    """Exactly these kinds are refused from now on."""
    kinds = sorted(set(refused))
    LetterRefusal.objects.filter(citizen=citizen).exclude(kind__in=kinds).delete()
    rows = [LetterRefusal(citizen=citizen, kind=kind, made_at=now) for kind in kinds]
    LetterRefusal.objects.bulk_create(rows, ignore_conflicts=True)
    record(LettersRefused(refused=kinds), about=citizen, by=citizen, at=now)
