"""What the registry does after its own events."""

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.letters.actions import Draft, draft_letter
from gandan.letters.models import LetterKind
from gandan.places.models import AgencyKind

from .events import CitizenIdeaRecognised
from .models import Recognition


@follows(CitizenIdeaRecognised)
def commend_author(event: CitizenIdeaRecognised, entry: Entry) -> None:
    """A commune that recognised a citizen's idea writes a letter of commendation (S1.57; criterion 2.4.4)."""
    found = Recognition.objects.select_related("reform", "agency__commune").get(pk=event.recognition_id)
    commune = found.agency.commune
    if commune is None or found.agency.kind == AgencyKind.PROVINCE:
        return
    facts = {"sang_kien": found.reform.name}
    draft_letter(commune, Draft(LetterKind.COMMENDATION, found.reform.author_name, facts), by=None, now=entry.at)
