"""How many models were recognised for an agency in a year (criterion TC4.7). Reads only."""

from __future__ import annotations

from gandan.places.models import Agency

from .models import Recognition, RecognitionStatus


def recognised_in(agency: Agency, year: int) -> int:
    """Models with a decision of that year, for a commune with its parts, or for all communes of a province."""
    rows = Recognition.objects.filter(status=RecognitionStatus.RECOGNISED, decided_on__year=year)
    place = {"agency__province": agency} if agency.commune_id is None else {"agency__commune": agency.commune_id}
    return rows.filter(**place).values("reform").distinct().count()
