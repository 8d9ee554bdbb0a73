"""What the registry does after its own events, and what it tells units: a deadline near or missed, a model that stands still."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.letters.actions import Draft, draft_letter
from gandan.letters.models import LetterKind
from gandan.notifications.actions import tell
from gandan.notifications.staff import colleagues, leader_of
from gandan.places.models import AgencyKind
from gandan.tasks.deadlines import lateness_words

from . import events
from .models import Adoption, Recognition


@follows(events.CitizenIdeaRecognised)
def commend_author(event: events.CitizenIdeaRecognised, entry: Entry) -> None:
    """A commune that recognised a citizen's idea writes a letter of commendation (S1.57; criterion 2.4.4)."""
    found = Recognition.objects.select_related("reform", "agency__commune").get(pk=event.recognition_id)
    commune = found.agency.commune
    if commune is None or found.agency.kind == AgencyKind.PROVINCE:
        return
    facts = {"sang_kien": found.reform.name}
    draft_letter(commune, Draft(LetterKind.COMMENDATION, found.reform.author_name, facts), by=None, now=entry.at)


def _tell_unit(event: events.AdoptionEvent, entry: Entry, *, words: str, **facts: Any) -> None:
    """Whoever answers for it in the unit, and the leader."""
    one = Adoption.objects.select_related("reform", "agency__commune", "responsible").get(pk=event.adoption_id)
    people = (one.responsible, leader_of(one.agency, localdate(entry.at)))
    link = reverse("reforms:adoption", args=[one.pk])
    for to in colleagues(people, one.agency.commune or one.agency):
        tell(to, event=words, entry=entry, link=link, adoption=one, **facts)


@follows(events.AdoptionReminded)
def tell_deadline(event: events.AdoptionReminded, entry: Entry) -> None:
    _tell_unit(
        event, entry, words="adoption_reminded", due_at=event.due_at, left=lateness_words(event.due_at, entry.at)
    )


@follows(events.AdoptionDeadlineMissed)
def ask_to_explain(event: events.AdoptionDeadlineMissed, entry: Entry) -> None:
    _tell_unit(event, entry, words="adoption_missed", due_at=event.due_at)


@follows(events.AdoptionUrged)
def ask_how_it_goes(event: events.AdoptionUrged, entry: Entry) -> None:
    _tell_unit(event, entry, words="adoption_urged", days=event.days_still)
