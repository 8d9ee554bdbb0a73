"""Whose ground is a position on: the commune whose boundary contains it. Reads only."""

from __future__ import annotations

from gandan.places.bounds import commune_at
from gandan.places.models import Agency


def holder_of(commune: Agency, latitude: float | None, longitude: float | None) -> Agency:
    """The commune of the same province that contains the position; `commune` itself when it does, when there is no
    position, or when no boundary contains it.
    """
    if latitude is None or longitude is None or commune.province is None:
        return commune
    code = commune_at(commune.province.code, latitude, longitude, first=commune.code)
    if not code or code == commune.code:
        return commune
    return Agency.objects.communes().select_related("province").filter(code=code).first() or commune
