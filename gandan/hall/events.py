"""What happens in the hall. Ids, numbers and status words only."""

from dataclasses import dataclass

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class TicketEvent(Event):
    ticket_id: int
    agency_id: int
    number: int


@dataclass(frozen=True, kw_only=True)
class TicketDrawn(TicketEvent):
    source: str
    zone: str
    priority: str


@dataclass(frozen=True, kw_only=True)
class TicketCalled(TicketEvent):
    counter_id: int
    is_again: bool


@dataclass(frozen=True, kw_only=True)
class TicketServed(TicketEvent):
    """Arrived at the counter."""

    counter_id: int
    waited_seconds: int
    walked_seconds: int


@dataclass(frozen=True, kw_only=True)
class TicketFinished(TicketEvent):
    served_seconds: int


@dataclass(frozen=True, kw_only=True)
class TicketHeld(TicketEvent):
    """Kept for later: the person fetches a paper and comes back."""


@dataclass(frozen=True, kw_only=True)
class TicketPutBack(TicketEvent):
    """Back in the queue with the old turn."""


@dataclass(frozen=True, kw_only=True)
class TicketRedirected(TicketEvent):
    """To another counter or zone, with the waiting time kept."""

    counter_id: int | None
    zone: str


@dataclass(frozen=True, kw_only=True)
class TicketMissed(TicketEvent):
    counter_id: int


@dataclass(frozen=True, kw_only=True)
class TicketLeft(TicketEvent):
    """Went home without being served."""


@dataclass(frozen=True, kw_only=True)
class CounterOpened(Event):
    counter_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class CounterClosed(Event):
    counter_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class HelpCalled(Event):
    """The emergency button of a counter."""

    counter_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class HelpEnded(Event):
    """Somebody came."""

    counter_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class TicketPrepared(TicketEvent):
    """Typed in and printed before the stamp desk."""

    helper_id: int


@dataclass(frozen=True, kw_only=True)
class TicketAssisted(TicketEvent):
    """An officer wrote for the person."""

    helper_id: int


@dataclass(frozen=True, kw_only=True)
class MatterFinished(TicketEvent):
    """One of several matters of a visit is done."""

    matter_id: int


@dataclass(frozen=True, kw_only=True)
class TicketNear(TicketEvent):
    """Few people are called before this one: time to come closer."""

    ahead: int


@dataclass(frozen=True, kw_only=True)
class GroupEvent(Event):
    group_id: int
    agency_id: int
    members: int


@dataclass(frozen=True, kw_only=True)
class GroupProposed(GroupEvent):
    """People who wait for one procedure were invited to form a group."""


@dataclass(frozen=True, kw_only=True)
class GroupAgreed(GroupEvent):
    """The pioneer consented."""

    pioneer_ticket_id: int


@dataclass(frozen=True, kw_only=True)
class PioneerGuided(GroupEvent):
    """The officer has guided the pioneer."""


@dataclass(frozen=True, kw_only=True)
class PioneerGuides(GroupEvent):
    """The pioneer begins to guide the others."""


@dataclass(frozen=True, kw_only=True)
class MemberConfirmed(GroupEvent):
    """The officer saw that one member is done."""

    ticket_id: int


@dataclass(frozen=True, kw_only=True)
class GroupClosed(GroupEvent):
    """Over, with the seconds saved against serving each alone; None where the single time was not known."""

    group_seconds: int
    saved_seconds: int | None


@dataclass(frozen=True, kw_only=True)
class GroupDissolved(GroupEvent):
    """Given up: whoever was not confirmed waits again with the old turn."""


@dataclass(frozen=True, kw_only=True)
class VoiceKept(Event):
    """Words of the commune's own voice were recorded; 0: all were taken away."""

    agency_id: int
    words: int
