"""Outreach follows dossiers: who has filed need not be reached any more, and what came from a home is brought back there."""

from gandan.dossiers.events import DossierApproved, DossierReceived
from gandan.dossiers.models import Dossier
from gandan.journal.following import follows
from gandan.journal.models import Entry

from . import actions
from .actions.lists import id_index_of
from .models import ListedPerson
from .workflow import PersonStatus


@follows(DossierReceived)
def close_listed_person(event: DossierReceived, entry: Entry) -> None:
    """The same identity number on an open list of the commune: the row ends as filed (S4.17)."""
    dossier = Dossier.objects.select_related("procedure").get(pk=event.dossier_id)
    if not dossier.applicant_id_number:
        return
    listed = ListedPerson.objects.still_open().filter(
        listing__commune=dossier.commune_id, listing__closed_at__isnull=True,
        id_index=id_index_of(dossier.applicant_id_number),
    )  # fmt: skip
    for person in listed.select_related("listing"):
        wanted = person.listing.rule.get("procedures") or [dossier.procedure.code]
        if dossier.procedure.code in wanted:
            ending = actions.Ending(PersonStatus.FILED, f"Hồ sơ {dossier.code}.", dossier)
            actions.conclude(person, ending, by=entry.actor, now=entry.at)


@follows(DossierApproved)
def plan_return(event: DossierApproved, entry: Entry) -> None:
    """The result of a dossier taken in at home is there: a visit brings it (S1.15)."""
    actions.plan_return(Dossier.objects.get(pk=event.dossier_id), now=entry.at)
