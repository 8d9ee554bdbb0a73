"""What staff are told of letters and greetings: something waits for a signature, came back, or has to be written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.letters import events
from gandan.letters.models import Greeting, Letter
from gandan.people.models import Assignment, Role, User
from gandan.places.models import Agency

from ..actions import tell
from ..addressees import Addressee


def _staff(commune: Agency, role: Role, entry: Entry) -> Iterable[User]:
    held = Assignment.objects.on(localdate(entry.at)).filter(agency=commune, role=role, user__is_active=True)
    return [one.user for one in held.select_related("user")]


def _tell(people: Iterable[User], commune: Agency, link: str, *, event: str, entry: Entry, **facts: Any) -> None:
    for person in people:
        to = Addressee(name=person.full_name, commune=commune, user=person)
        tell(to, event=event, entry=entry, link=link, **facts)


def _letter(event: events.LetterEvent) -> tuple[Letter, str]:
    found = Letter.objects.select_related("commune", "checked_by").get(pk=event.letter_id)
    return found, reverse("letters:detail", args=[found.pk])


@follows(events.LetterPresented)
def tell_signers(event: events.LetterPresented, entry: Entry) -> None:
    letter, link = _letter(event)
    leaders = _staff(letter.commune, Role.LEADER, entry)
    _tell(leaders, letter.commune, link, event="letter_presented", entry=entry, letter=letter)


@follows(events.LetterSentBack)
def tell_drafter(event: events.LetterSentBack, entry: Entry) -> None:
    letter, link = _letter(event)
    if letter.checked_by:
        _tell([letter.checked_by], letter.commune, link, event="letter_sent_back", entry=entry, letter=letter)


@follows(events.GreetingPlanned)
def tell_writers(event: events.GreetingPlanned, entry: Entry) -> None:
    greeting = Greeting.objects.select_related("commune").get(pk=event.greeting_id)
    link = reverse("letters:greeting", args=[greeting.pk])
    writers = _staff(greeting.commune, Role.COMMUNICATIONS, entry)
    _tell(writers, greeting.commune, link, event="greeting_planned", entry=entry, greeting=greeting)
