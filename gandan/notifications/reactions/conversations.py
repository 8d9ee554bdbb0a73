"""What askers and officers are told of questions: an answer has come, a question waits, its hour has passed."""

from __future__ import annotations

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.conversations import events
from gandan.conversations.models import Thread
from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.people.models import Assignment, Role, User

from ..actions import tell
from ..addressees import Addressee


def _thread(event: events.ThreadEvent) -> Thread:
    return Thread.objects.select_related("commune__province", "owner", "user", "procedure").get(pk=event.thread_id)


def _tell_officer(person: User, thread: Thread, *, event: str, entry: Entry) -> None:
    to = Addressee(name=person.full_name, commune=thread.commune, user=person)
    tell(to, event=event, entry=entry, link=reverse("conversations:detail", args=[thread.pk]), thread=thread)


@follows(events.ThreadAnswered)
def tell_asker(event: events.ThreadAnswered, entry: Entry) -> None:
    """In Zalo the answer itself has gone there."""
    thread = _thread(event)
    if thread.contact_id is not None or not (thread.phone or thread.user):
        return
    to = Addressee(name=str(thread.name) or "ông/bà", commune=thread.commune, user=thread.user, phone=str(thread.phone))
    link = reverse("conversations:thread", args=[thread.key])
    tell(to, event="question_answered", entry=entry, link=link, thread=thread)


@follows(events.ThreadAsked, events.ThreadReassigned)
def tell_owner(event: events.ThreadAsked | events.ThreadReassigned, entry: Entry) -> None:
    thread = _thread(event)
    if thread.owner is not None and thread.is_waiting and thread.owner_id != entry.actor_id:
        _tell_officer(thread.owner, thread, event="question_asked", entry=entry)


@follows(events.ThreadEscalated)
def tell_leaders(event: events.ThreadEscalated, entry: Entry) -> None:
    thread = _thread(event)
    held = Assignment.objects.on(localdate(entry.at)).filter(
        agency=thread.commune, role=Role.LEADER, user__is_active=True
    )
    for one in held.select_related("user"):
        _tell_officer(one.user, thread, event="question_late", entry=entry)
