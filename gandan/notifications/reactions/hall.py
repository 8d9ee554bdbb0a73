"""Help called at a counter: whoever is near comes at once."""

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.hall.events import HelpCalled
from gandan.hall.models import Counter, Sitting
from gandan.journal.following import follows
from gandan.journal.models import Entry

from ..actions import tell
from ..staff import colleagues, leader_of


@follows(HelpCalled)
def tell_help_called(event: HelpCalled, entry: Entry) -> None:
    """The leader and everybody who serves now, but not the one who called."""
    counter = Counter.objects.select_related("agency__commune").get(pk=event.counter_id)
    if counter.help_at is None:
        return
    sitting = Sitting.objects.filter(counter__agency=counter.agency, until__isnull=True).select_related("officer")
    people = [leader_of(counter.agency, localdate(entry.at)), *(one.officer for one in sitting)]
    commune = counter.agency.commune or counter.agency
    for to in colleagues((one for one in people if one != entry.actor), commune):
        tell(to, event="help_called", entry=entry, urgent=True, link=reverse("hall:panel"), counter=counter)
