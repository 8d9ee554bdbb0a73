"""A planted model in a simulated history: the communes it works in have adopted it, so that its effect can be looked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from gandan.core.errors import RuleBroken
from gandan.places.models import Agency

from .models import Adoption, Reform
from .workflow import AdoptionStatus

SHOWN_BY = "processing_hours"
"""What a planted model changes (gandan/dossiers/simulation/life.py: the pace of the work)."""


def reform_to_plant(code: str) -> Reform:
    """RuleBroken for a code that no model has."""
    found = Reform.objects.filter(code=code).first()
    if found is None:
        raise RuleBroken(f"--plant: không có mô hình mang mã “{code}”. Xem mã bằng `gandan reforms list`.")
    return found


@transaction.atomic
def plant(reform: Reform, codes: Iterable[str], *, started_on: date, now: datetime) -> int:
    """The communes run the model since that day, for every procedure and weekday; returns how many newly do.

    Told as history, like the dossiers themselves: no notices go out, nothing is switched on from today.
    """
    kept = set(reform.adoptions.exclude(status=AdoptionStatus.ENDED).values_list("agency__code", flat=True))
    communes = Agency.objects.filter(code__in=set(codes) - kept)
    rows = [
        Adoption(
            reform=reform, version=reform.newest(), agency=one, status=AdoptionStatus.RUNNING, start_on=started_on,
            started_on=started_on, measures=[SHOWN_BY], made_at=now, changed_at=now,
        )
        for one in communes
    ]  # fmt: skip
    return len(Adoption.objects.bulk_create(rows))
