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
