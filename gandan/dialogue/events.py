"""What happens in dialogue. Ids, days and status words only; never who wrote, never what was written."""

from dataclasses import dataclass
from datetime import date, datetime

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class OccasionEvent(Event):
    occasion_id: int


@dataclass(frozen=True, kw_only=True)
class OccasionPlanned(OccasionEvent):
    kind: str
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class OccasionPublished(OccasionEvent):
    """Told to the public with its month."""


@dataclass(frozen=True, kw_only=True)
class OccasionChanged(OccasionEvent):
    """Moved to another hour, place or host; people were told when it had been published."""

    before: datetime
    after: datetime
    is_told: bool


@dataclass(frozen=True, kw_only=True)
class OccasionCancelled(OccasionEvent):
    is_told: bool


@dataclass(frozen=True, kw_only=True)
class OccasionHeld(OccasionEvent):
    kind: str
    seat: str


@dataclass(frozen=True, kw_only=True)
class CalendarMissing(Event):
    """The next month has no published reception on the day it should have."""

    agency_id: int
    month: date


@dataclass(frozen=True, kw_only=True)
class ReceptionDeskSet(Event):
    """House rules, permanent officer, place."""

    agency_id: int


@dataclass(frozen=True, kw_only=True)
class DutyMissed(Event):
    """A week or a month ended without what it should have seen."""

    duty_id: int
    kind: str
    starts_on: date


@dataclass(frozen=True, kw_only=True)
class TurnEvent(Event):
    turn_id: int
    occasion_id: int


@dataclass(frozen=True, kw_only=True)
class TurnBooked(TurnEvent):
    number: int


@dataclass(frozen=True, kw_only=True)
class TurnReceived(TurnEvent):
    """Minutes were written."""


@dataclass(frozen=True, kw_only=True)
class TurnRefused(TurnEvent):
    reason: str
    notice_due_at: datetime


@dataclass(frozen=True, kw_only=True)
class RefusalNoticed(TurnEvent):
    """The written notice of a refusal was given."""


@dataclass(frozen=True, kw_only=True)
class TurnMissed(TurnEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class TurnCancelled(TurnEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class PetitionEvent(Event):
    petition_id: int


@dataclass(frozen=True, kw_only=True)
class PetitionReceived(PetitionEvent):
    source: str
    sort_due_at: datetime


@dataclass(frozen=True, kw_only=True)
class PetitionClassified(PetitionEvent):
    kind: str
    is_sealed: bool


@dataclass(frozen=True, kw_only=True)
class PetitionAccepted(PetitionEvent):
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class PetitionExtended(PetitionEvent):
    before: datetime
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class PetitionMoved(PetitionEvent):
    """One of the steps that carry nothing but themselves: verified, concluded, told, closed, transferred, …"""

    status: str


@dataclass(frozen=True, kw_only=True)
class PetitionMerged(PetitionEvent):
    into_id: int


@dataclass(frozen=True, kw_only=True)
class PetitionOverLevel(PetitionEvent):
    """The province recorded the same matter."""

    is_over: bool


@dataclass(frozen=True, kw_only=True)
class SealedPetitionRead(PetitionEvent):
    """Somebody with the right opened a denunciation, or a file that holds it."""

    what: str


@dataclass(frozen=True, kw_only=True)
class SealedRightGiven(Event):
    reader_id: int
    user_id: int


@dataclass(frozen=True, kw_only=True)
class SealedRightTaken(Event):
    reader_id: int
    user_id: int


@dataclass(frozen=True, kw_only=True)
class OpinionEvent(Event):
    opinion_id: int


@dataclass(frozen=True, kw_only=True)
class OpinionRaised(OpinionEvent):
    occasion_id: int
    source: str


@dataclass(frozen=True, kw_only=True)
class OpinionAssigned(OpinionEvent):
    agency_id: int
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class OpinionPlanned(OpinionEvent):
    until: date


@dataclass(frozen=True, kw_only=True)
class OpinionAnswered(OpinionEvent):
    outcome: str
    is_on_time: bool


@dataclass(frozen=True, kw_only=True)
class NotableKept(Event):
    notable_id: int


@dataclass(frozen=True, kw_only=True)
class GuestsNoted(OccasionEvent):
    invited: int
    present: int
