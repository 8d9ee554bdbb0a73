"""An approved dossier proposes a letter, where the commune writes such letters and the family has not declined them."""

from gandan.dossiers.events import DossierApproved
from gandan.dossiers.models import Dossier
from gandan.journal.following import follows
from gandan.journal.models import Entry

from . import actions
from .models import LetterRefusal
from .occasions import letter_for
from .programmes import letters_rule


@follows(DossierApproved)
def propose_letter(event: DossierApproved, entry: Entry) -> None:
    related = ("commune__province", "procedure", "owner")
    dossier = Dossier.objects.select_related(*related).get(pk=event.dossier_id)
    rule = letters_rule(dossier.commune, entry.at.date())
    draft = letter_for(dossier) if rule else None
    if rule is None or draft is None or draft.kind not in rule.values["kinds"]:
        return
    if dossier.owner and LetterRefusal.objects.filter(citizen=dossier.owner, kind=draft.kind).exists():
        return
    actions.draft_letter(dossier.commune, draft, by=None, now=entry.at)
