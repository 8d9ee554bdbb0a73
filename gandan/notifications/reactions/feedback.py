"""What senders, followers, handlers and leaders are told of feedback. `required`: a promise of an answer was given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.feedback import events
from gandan.feedback.models import Feedback, Follower, OpinionBox, UnitPart, WeeklySource
from gandan.feedback.units import leader_of
from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.people.models import User

from ..actions import tell
from ..addressees import Addressee


def _feedback(event: events.FeedbackEvent) -> Feedback:
    return Feedback.objects.select_related("agency", "sender", "hamlet", "dossier").get(pk=event.feedback_id)


def _follow_page(one: Feedback) -> str:
    """Where the sender reads how it stands, rates and reopens: theirs alone."""
    return reverse("feedback:follow", args=[one.key])


def _public_page(one: Feedback) -> str:
    """Where everybody else who met the same reads of it."""
    return reverse("feedback:shown", args=[one.pk])


def _sender(one: Feedback) -> Addressee | None:
    if not (one.sender or one.sender_phone or one.sender_email):
        return None
    return Addressee(
        name=one.sender_name or "ông/bà", commune=one.agency, user=one.sender, phone=one.sender_phone, email=one.sender_email,
        hamlet=one.hamlet,
    )  # fmt: skip


def _tell_sender(one: Feedback, *, event: str, entry: Entry, required: bool = False, **facts: Any) -> None:
    to = _sender(one)
    if to:
        tell(to, event=event, entry=entry, required=required, link=_follow_page(one), feedback=one, **facts)


def _tell_staff(people: Iterable[User | None], one: Feedback, *, event: str, entry: Entry, **facts: Any) -> None:
    """By their own notices only: `urgent` also reaches their telephones at night."""
    link = reverse("feedback:detail", args=[one.pk])
    for person in dict.fromkeys(each for each in people if each):
        to = Addressee(name=person.full_name, commune=one.agency, user=person)
        tell(to, event=event, entry=entry, link=link, feedback=one, **facts)


@follows(events.FeedbackReceived)
def tell_received(event: events.FeedbackReceived, entry: Entry) -> None:
    _tell_sender(_feedback(event), event="feedback_received", entry=entry, due_at=event.due_at)


@follows(events.FeedbackMoreAsked)
def tell_question(event: events.FeedbackMoreAsked, entry: Entry) -> None:
    one = _feedback(event)
    note = one.notes.filter(verb="ask_more").last()
    _tell_sender(one, event="feedback_more_asked", entry=entry, required=True, question=note.text if note else "")


@follows(events.FeedbackDirected)
def tell_units(event: events.FeedbackDirected, entry: Entry) -> None:
    one = _feedback(event)
    parts = UnitPart.objects.filter(pk__in=event.part_ids).select_related("person", "leader")
    people = [each for part in parts for each in (part.person, part.leader)]
    _tell_staff(people, one, event="feedback_given", entry=entry, urgent=event.is_urgent)


@follows(events.FeedbackSentToHandler)
def tell_handler(event: events.FeedbackSentToHandler, entry: Entry) -> None:
    part = UnitPart.objects.select_related("person", "leader").get(pk=event.part_id)
    _tell_staff((part.person, part.leader), _feedback(event), event="feedback_given", entry=entry)


@follows(events.FeedbackHalfway)
def tell_halfway(event: events.FeedbackHalfway, entry: Entry) -> None:
    one = _feedback(event)
    parts = one.parts.filter(round=one.round, done_at__isnull=True).select_related("person")
    _tell_staff((part.person for part in parts), one, event="feedback_halfway", entry=entry, due_at=event.due_at)


@follows(events.FeedbackOverdue)
def tell_leader(event: events.FeedbackOverdue, entry: Entry) -> None:
    one = _feedback(event)
    leader = leader_of(one.agency, localdate(entry.at))
    _tell_staff((leader,), one, event="feedback_overdue", entry=entry, due_at=event.due_at)


@follows(events.FeedbackAnswered)
def tell_answer(event: events.FeedbackAnswered, entry: Entry) -> None:
    """The sender, and everybody who met the same."""
    one = _feedback(event)
    _tell_sender(one, event="feedback_answered", entry=entry, required=True)
    for follower in Follower.objects.filter(pk__in=event.follower_ids).select_related("user"):
        if follower.phone or follower.email or follower.user:
            to = Addressee(
                name="ông/bà", commune=one.agency, user=follower.user, phone=follower.phone, email=follower.email
            )  # fmt: skip
            tell(to, event="feedback_answered", entry=entry, link=_public_page(one), feedback=one)


@follows(events.FeedbackJoined)
def tell_joined(event: events.FeedbackJoined, entry: Entry) -> None:
    into = Feedback.objects.get(pk=event.into_id)
    _tell_sender(_feedback(event), event="feedback_joined", entry=entry, into=into)


@follows(events.FeedbackPassedOn)
def tell_passed_on(event: events.FeedbackPassedOn, entry: Entry) -> None:
    _tell_sender(_feedback(event), event="feedback_passed_on", entry=entry, required=True)


@follows(events.FeedbackRefused)
def tell_refused(event: events.FeedbackRefused, entry: Entry) -> None:
    _tell_sender(_feedback(event), event="feedback_refused", entry=entry, required=True)


@follows(events.FeedbackStuck)
def tell_stuck(event: events.FeedbackStuck, entry: Entry) -> None:
    _tell_sender(_feedback(event), event="feedback_stuck", entry=entry)


@follows(events.FeedbackReopened)
def tell_reopened(event: events.FeedbackReopened, entry: Entry) -> None:
    one = _feedback(event)
    _tell_staff(
        (leader_of(one.agency, localdate(entry.at)),), one, event="feedback_reopened", entry=entry, due_at=event.due_at
    )  # fmt: skip


@follows(events.WeeklyReminded)
def remind_source(event: events.WeeklyReminded, entry: Entry) -> None:
    source = WeeklySource.objects.select_related("agency", "hamlet").get(pk=event.source_id)
    to = Addressee(
        name=source.person_name or source.name, commune=source.agency, phone=source.phone, email=source.email,
        hamlet=source.hamlet,
    )  # fmt: skip
    tell(to, event="weekly_reminded", entry=entry, link=reverse("feedback:week", args=[source.key]), source=source)


@follows(events.BoxUnopened)
def warn_of_box(event: events.BoxUnopened, entry: Entry) -> None:
    box = OpinionBox.objects.select_related("agency").get(pk=event.box_id)
    leader = leader_of(box.agency, localdate(entry.at))
    if leader:
        to = Addressee(name=leader.full_name, commune=box.agency, user=leader)
        tell(to, event="box_unopened", entry=entry, link=reverse("feedback:boxes"), box=box, last_on=event.last_on)
