"""What citizens and staff are told of receptions, dialogues and petitions.

A denunciation is never named: who wrote it reads only a code and whom to call, on their own telephone, and nobody without
the right to read it learns of it. What is not sorted yet may be one, so it carries no name either.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.dialogue import events
from gandan.dialogue.models import (
    Duty,
    Occasion,
    Opinion,
    OpinionSource,
    Petition,
    ReceptionDesk,
    Turn,
    may_read_sealed,
)
from gandan.dialogue.workflow import PetitionStatus, TurnStatus
from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.people.models import Role
from gandan.places.models import Agency

from ..actions import tell
from ..addressees import Addressee
from ..staff import colleagues, holders, leader_of

UNNAMED = "ông/bà"
ENDINGS = {
    PetitionStatus.CONCLUDED: "petition_concluded",
    PetitionStatus.TRANSFERRED: "petition_transferred",
    PetitionStatus.GUIDED: "petition_guided",
    PetitionStatus.DECLINED: "petition_declined",
}


def _call(commune: Agency) -> str:
    """The telephone of the reception desk, else of the commune."""
    desk = ReceptionDesk.objects.filter(commune=commune).first()
    return (desk.phone if desk else "") or commune.phone


# --- Turns and occasions ---
def _tell_visitor(turn: Turn, *, event: str, entry: Entry, required: bool = False, **facts: Any) -> None:
    if not (turn.phone or turn.citizen):
        return
    commune = turn.occasion.commune
    name = UNNAMED if turn.is_sealed else turn.name
    to = Addressee(name=name, commune=commune, user=turn.citizen, phone=turn.phone)
    link = reverse("dialogue:turn_of_citizen", args=[turn.key])
    told = {"turn": turn, "occasion": turn.occasion, "phone": _call(commune), "link": link, **facts}
    tell(to, event=event, entry=entry, required=required, **told)


def _turn(event: events.TurnEvent) -> Turn:
    return Turn.objects.select_related("occasion__commune", "citizen").get(pk=event.turn_id)


@follows(events.TurnBooked)
def tell_turn_booked(event: events.TurnBooked, entry: Entry) -> None:
    _tell_visitor(_turn(event), event="turn_booked", entry=entry)


@follows(events.TurnRefused)
def tell_turn_refused(event: events.TurnRefused, entry: Entry) -> None:
    turn = _turn(event)
    _tell_visitor(turn, event="turn_refused", entry=entry, required=not turn.is_sealed, reason=turn.lawful_reason)


@follows(events.OccasionChanged)
def tell_occasion_changed(event: events.OccasionChanged, entry: Entry) -> None:
    if event.is_told:
        _tell_everybody_of(event.occasion_id, event="occasion_changed", entry=entry)


@follows(events.OccasionCancelled)
def tell_occasion_cancelled(event: events.OccasionCancelled, entry: Entry) -> None:
    if event.is_told:
        _tell_everybody_of(event.occasion_id, event="occasion_cancelled", entry=entry)


def _tell_everybody_of(occasion_id: int, *, event: str, entry: Entry) -> None:
    """Who booked a turn, and who sent a question beforehand; they come in vain if not told."""
    occasion = Occasion.objects.select_related("commune").get(pk=occasion_id)
    notice = occasion.notices.filter(at__lte=entry.at).first()
    words = notice.words if notice else ""
    turns = occasion.turns.filter(status=TurnStatus.BOOKED).select_related("occasion__commune", "citizen")
    for turn in turns:
        _tell_visitor(turn, event=event, entry=entry, required=not turn.is_sealed, words=words)
    link = reverse("dialogue:occasion_for_all", args=[occasion.key])
    for opinion in occasion.opinions.filter(source=OpinionSource.BEFORE):
        if opinion.phone:
            to = Addressee(name=opinion.name or UNNAMED, commune=occasion.commune, phone=opinion.phone)
            tell(to, event=event, entry=entry, link=link, occasion=occasion, words=words, phone=_call(occasion.commune))


# --- Petitions ---
def _petition(event: events.PetitionEvent) -> Petition:
    return Petition.objects.select_related("commune").get(pk=event.petition_id)


def _tell_petitioner(one: Petition, *, event: str, entry: Entry, **facts: Any) -> None:
    """Sealed: code and telephone only, never on anybody's list of calls. No head of a hamlet carries words of petitions."""
    is_careful = one.is_sealed or not one.kind
    if not one.phone and (is_careful or not one.name):
        return
    to = Addressee(
        name=UNNAMED if is_careful else one.name or UNNAMED, commune=one.commune, phone=one.phone,
        address="" if is_careful else one.address,
    )  # fmt: skip
    known: dict[str, Any] = {"code": one.code, "phone": _call(one.commune)}
    if one.is_sealed:
        tell(to, event="petition_sealed", entry=entry, **known)
    else:
        tell(to, event=event, entry=entry, required=True, petition=one, **known, **facts)


@follows(events.PetitionReceived)
def tell_petition_received(event: events.PetitionReceived, entry: Entry) -> None:
    _tell_petitioner(_petition(event), event="petition_received", entry=entry, due_at=event.sort_due_at)


@follows(events.PetitionAccepted)
def tell_petition_accepted(event: events.PetitionAccepted, entry: Entry) -> None:
    _tell_petitioner(_petition(event), event="petition_accepted", entry=entry, due_at=event.due_at)


@follows(events.PetitionExtended)
def tell_petition_extended(event: events.PetitionExtended, entry: Entry) -> None:
    facts = {"old_due_at": event.before, "new_due_at": event.due_at}
    _tell_petitioner(_petition(event), event="petition_extended", entry=entry, **facts)


@follows(events.PetitionMoved)
def tell_petition_moved(event: events.PetitionMoved, entry: Entry) -> None:
    """Only what ends it or answers it; the steps between are ours."""
    if told := ENDINGS.get(PetitionStatus(event.status)):
        _tell_petitioner(_petition(event), event=told, entry=entry)


@follows(events.PetitionOverLevel)
def warn_of_petition_over_level(event: events.PetitionOverLevel, entry: Entry) -> None:
    one, today = _petition(event), localdate(entry.at)
    leader = leader_of(one.commune, today)
    if not event.is_over or leader is None:
        return
    if one.is_sealed and not may_read_sealed(leader, one.commune, today=today):
        return
    link = reverse("dialogue:petition", args=[one.pk])
    for to in colleagues([leader], one.commune):
        tell(to, event="petition_over_level", entry=entry, link=link, code=one.code)


# --- Opinions and the calendar ---
def _opinion(event: events.OpinionEvent) -> Opinion:
    return Opinion.objects.select_related("occasion__commune", "unit", "hamlet").get(pk=event.opinion_id)


@follows(events.OpinionAssigned)
def tell_opinion_assigned(event: events.OpinionAssigned, entry: Entry) -> None:
    one = _opinion(event)
    unit = Agency.objects.get(pk=event.agency_id)
    link = reverse("dialogue:opinion", args=[one.pk])
    for to in colleagues([leader_of(unit, localdate(entry.at))], one.occasion.commune):
        tell(to, event="opinion_assigned", entry=entry, link=link, opinion=one, unit=unit, due_at=event.due_at)


@follows(events.OpinionAnswered)
def tell_opinion_answered(event: events.OpinionAnswered, entry: Entry) -> None:
    one = _opinion(event)
    if one.phone:
        commune = one.occasion.commune
        to = Addressee(name=one.name or UNNAMED, commune=commune, phone=one.phone)
        link = reverse("dialogue:answers")
        tell(to, event="opinion_answered", entry=entry, link=link, opinion=one, occasion=one.occasion)


@follows(events.CalendarMissing)
def warn_of_missing_calendar(event: events.CalendarMissing, entry: Entry) -> None:
    commune, today = Agency.objects.get(pk=event.agency_id), localdate(entry.at)
    people: Iterable[Any] = [leader_of(commune, today), *holders(commune, Role.CLERK, today=today)]
    for to in colleagues(people, commune):
        tell(to, event="calendar_missing", entry=entry, link=reverse("dialogue:index"), month=event.month)


@follows(events.DutyMissed)
def warn_of_missed_duty(event: events.DutyMissed, entry: Entry) -> None:
    duty = Duty.objects.select_related("commune").get(pk=event.duty_id)
    for to in colleagues([leader_of(duty.commune, localdate(entry.at))], duty.commune):
        tell(to, event="duty_missed", entry=entry, link=reverse("dialogue:checklist"), duty=duty)
