"""Surveys follow dossiers and programmes: who has the result is asked once."""

from gandan.dossiers.events import ResultReturned
from gandan.dossiers.models import Dossier
from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.places.models import Agency
from gandan.programmes.events import ProgrammeSwitchedOn

from . import actions
from .rules import KIND, rules_of


@follows(ResultReturned)
def invite_rating(event: ResultReturned, entry: Entry) -> None:
    """One invitation a dossier (S1.59). The officer who returned it is rated by tally only (S1.21)."""
    dossier = Dossier.objects.select_related("commune", "agency", "procedure").get(pk=event.dossier_id)
    actions.invite_rating(dossier, officer=entry.actor, now=entry.at)


@follows(ProgrammeSwitchedOn)
def open_when_switched_on(event: ProgrammeSwitchedOn, entry: Entry) -> None:
    """The survey is there before the first result is returned."""
    if event.kind != KIND:
        return
    agency = Agency.objects.select_related("commune").get(pk=event.agency_id)
    if agency.commune is not None and rules_of(agency.commune, entry.at.date()).is_running:
        actions.open_rating_survey(agency.commune, by=entry.actor, now=entry.at)
