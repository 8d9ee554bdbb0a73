"""Under whose name a page stands: the commune of the row, not the one chosen on this device."""

from __future__ import annotations

from gandan.dossiers.models import Dossier, Draft
from gandan.people.access import CitizenRequest, PublicRequest
from gandan.places.directory import serving_communes


def wear(request: PublicRequest | CitizenRequest, row: Draft | Dossier) -> None:
    """Set `request.commune` to the row's commune, with its office hours at hand; no statement for a serving one."""
    kept = next((one for one in serving_communes().values() if one.pk == row.commune_id), None)
    if kept is not None:
        row.commune = kept
    request.commune = row.commune
