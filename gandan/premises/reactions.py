"""The premises follow programmes: what is promised gets its row, its key and its place in the morning round."""

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.places.models import Agency
from gandan.programmes.events import ProgrammeChanged, ProgrammeEvent, ProgrammeSwitchedOn
from gandan.programmes.models import Term

from . import actions
from .rules import KIND


@follows(ProgrammeSwitchedOn)
def set_up_when_switched_on(event: ProgrammeSwitchedOn, entry: Entry) -> None:
    _set_up(event, entry)


@follows(ProgrammeChanged)
def set_up_when_changed(event: ProgrammeChanged, entry: Entry) -> None:
    _set_up(event, entry)


def _set_up(event: ProgrammeEvent, entry: Entry) -> None:
    """The amenities of the newest term that the commune does not have yet. A province's programme leaves it to each commune."""
    agency = Agency.objects.select_related("commune").get(pk=event.agency_id)
    if event.kind != KIND or agency.commune is None:
        return
    term = Term.objects.filter(programme=event.programme_id).select_related("programme").latest("pk")
    numbers = frozenset(term.as_running().values["numbers"])
    actions.set_up_amenities(agency.commune, by=entry.actor, now=entry.at, numbers=numbers)
