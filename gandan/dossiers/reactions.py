"""What the dossier itself does a moment after its own events."""

from gandan.booking.programmes import MARRIAGES
from gandan.journal.following import follows
from gandan.journal.models import Entry

from . import actions
from .events import DossierApproved
from .models import Dossier


@follows(DossierApproved)
def schedule_home_return(event: DossierApproved, entry: Entry) -> None:
    dossier = Dossier.objects.select_related("agency", "commune").get(pk=event.dossier_id)
    actions.schedule_home_return(dossier, now=entry.at)


@follows(DossierApproved)
def offer_handover(event: DossierApproved, entry: Entry) -> None:
    """A marriage is registered: the couple is offered an hour for the certificate (S1.9)."""
    dossier = Dossier.objects.select_related("agency", "commune", "procedure", "owner").get(pk=event.dossier_id)
    if dossier.procedure.code in MARRIAGES:
        actions.offer_handover(dossier, now=entry.at)
