"""What the hall itself does a moment after its own events."""

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.places.models import Agency

from . import actions
from .events import TicketCalled


@follows(TicketCalled)
def tell_near(event: TicketCalled, entry: Entry) -> None:
    """The line has moved: whoever is near now is told."""
    actions.tell_near(Agency.objects.get(pk=event.agency_id), now=entry.at)
