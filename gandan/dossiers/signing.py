"""Who signs what on a dossier's route. Reads legs, writes nothing.

The commune's own signing legs end with the approval itself. A partner agency signs its leg and says so by finishing it; where
only partners sign (residence at the commune police), the Centre then just records the result.
"""

from __future__ import annotations

from collections.abc import Iterable

from gandan.people.models import Role
from gandan.places.models import AgencyKind

from .models import Leg, LegStatus

SIGNING, RETURNING = str(Role.LEADER), str(Role.RECEPTION)
UNDONE = (LegStatus.RUNNING, LegStatus.WAITING)


def ends_with_approval(leg: Leg) -> bool:
    """A signature of the commune itself, still to be given."""
    return leg.role == SIGNING and leg.agency.kind != AgencyKind.PARTNER and leg.status in UNDONE


def open_work(legs: Iterable[Leg]) -> list[Leg]:
    """What must be finished before approval: all but the commune's signatures and the handing out."""
    return [leg for leg in legs if leg.status in UNDONE and leg.role != RETURNING and not ends_with_approval(leg)]


def is_signed_elsewhere(legs: Iterable[Leg]) -> bool:
    """Partners sign, the commune does not."""
    signing = [leg for leg in legs if leg.role == SIGNING]
    return bool(signing) and all(leg.agency.kind == AgencyKind.PARTNER for leg in signing)
