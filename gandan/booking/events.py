"""What happens to appointments, calls and advice. Ids, hours and status words only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class AppointmentEvent(Event):
    appointment_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class AppointmentBooked(AppointmentEvent):
    service: str
    starts_at: datetime
    source: str


@dataclass(frozen=True, kw_only=True)
class AppointmentAssigned(AppointmentEvent):
    officer_id: int
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class AppointmentMoved(AppointmentEvent):
    from_at: datetime
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class AppointmentReminded(AppointmentEvent):
    """`when` is "eve" (the evening before) or "soon" (two hours before)."""

    when: str
    starts_at: datetime


@dataclass(frozen=True, kw_only=True)
class AppointmentArrived(AppointmentEvent):
    ticket_id: int


@dataclass(frozen=True, kw_only=True)
class AppointmentServed(AppointmentEvent):
    is_out_of_hours: bool


@dataclass(frozen=True, kw_only=True)
class AppointmentMissed(AppointmentEvent):
    """The hour passed and nobody came."""


@dataclass(frozen=True, kw_only=True)
class AppointmentCancelled(AppointmentEvent):
    by_office: bool


@dataclass(frozen=True, kw_only=True)
class DeathEvent(Event):
    call_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class DutyOfficerCalled(DeathEvent):
    """`number` counts the calls of one request; `officer_id` is empty where the roster has a hole."""

    officer_id: int | None
    number: int


@dataclass(frozen=True, kw_only=True)
class DeathCallAccepted(DeathEvent):
    officer_id: int


@dataclass(frozen=True, kw_only=True)
class DeathNoticeGiven(DeathEvent):
    """The paper is in the family's hands."""


@dataclass(frozen=True, kw_only=True)
class DeathCallClosed(DeathEvent):
    """The family needs nothing more."""


@dataclass(frozen=True, kw_only=True)
class AdviceEvent(Event):
    advice_id: int
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class AdviceGiven(AdviceEvent):
    minutes: int


@dataclass(frozen=True, kw_only=True)
class AdviceOffered(AdviceEvent):
    """To the knowledge base, in an anonymous wording; waits for the leader."""


@dataclass(frozen=True, kw_only=True)
class AdviceApproved(AdviceEvent):
    """The knowledge base may take it."""


@dataclass(frozen=True, kw_only=True)
class FeedOpened(Event):
    feed_id: int
    agency_id: int
