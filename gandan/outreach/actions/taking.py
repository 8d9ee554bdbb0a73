"""Filing away from the counter, for the verbs of sessions and visits."""

from __future__ import annotations

from datetime import datetime

from django.utils.timezone import localdate

from gandan.catalog.models import LimitKind
from gandan.dossiers import actions as dossier_actions
from gandan.dossiers.actions.working import missing_papers
from gandan.dossiers.models import Dossier
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.programmes.kinds import Running

from ..taking import Taken, filing_of

POLICE = "cong_an"


def file_away(agency: Agency, taken: Taken, *, rule: Running | None, by: User, now: datetime) -> Dossier:
    """File, keep the pictures, mark the programme; received where every paper is there. The same token: the same dossier.

    Matters of the police go on to the police at once: taken in on a Saturday, they are in its inbox on Monday (S0.38).
    """
    filing = filing_of(taken, agency, localdate(now))
    handing = dossier_actions.Handing(token=taken.token, seen=dict.fromkeys(taken.seen, (1, 0)), is_complete=False)
    dossier = dossier_actions.file_at_counter(filing, handing=handing, by=by, now=now)
    for component, picture in taken.photos:
        dossier_actions.scan_paper(dossier, component=component, upload=picture, by=by)
    if rule is not None:
        dossier_actions.put_under(dossier, rule=rule, by=by, now=now)
    if _can_be_received(dossier):
        dossier_actions.receive(dossier, by=by, now=now)
        if dossier.legs.filter(stage=0, agency__part=POLICE).exists():
            dossier_actions.hand_over(dossier, by=by, now=now)
    return dossier


def _can_be_received(dossier: Dossier) -> bool:
    return dossier.version.limit(LimitKind.STATUTORY, dossier.agency) is not None and not missing_papers(dossier)
