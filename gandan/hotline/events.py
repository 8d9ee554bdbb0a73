"""What happens at the lines. Ids and moments only; numbers and words lie sealed in the rows."""

from dataclasses import dataclass
from datetime import date, datetime

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class LineKept(Event):
    line_id: int


@dataclass(frozen=True, kw_only=True)
class LineChecked(Event):
    line_id: int
    is_connected: bool


@dataclass(frozen=True, kw_only=True)
class PostKept(Event):
    post_id: int
    holder_id: int | None


@dataclass(frozen=True, kw_only=True)
class DutyGiven(Event):
    shift_id: int
    line_id: int
    person_id: int


@dataclass(frozen=True, kw_only=True)
class DutyTaken(Event):
    """Somebody was taken off a shift."""

    line_id: int
    person_id: int


@dataclass(frozen=True, kw_only=True)
class DutyWeekCopied(Event):
    monday: date
    shifts: int


@dataclass(frozen=True, kw_only=True)
class DutyImported(Event):
    shifts: int


@dataclass(frozen=True, kw_only=True)
class RosterIssued(Event):
    order_id: int
    since: date
    until: date


@dataclass(frozen=True, kw_only=True)
class DutyHandedOver(Event):
    shift_id: int
    next_shift_id: int | None


@dataclass(frozen=True, kw_only=True)
class DutyHoleFound(Event):
    """Nobody keeps the line from `starts` on, though it must be kept."""

    line_id: int
    starts: datetime
    ends: datetime


@dataclass(frozen=True, kw_only=True)
class CallEvent(Event):
    hotline_call_id: int


@dataclass(frozen=True, kw_only=True)
class CallCame(CallEvent):
    """`on_duty_id`: who keeps the line (or the one it is forwarded to) now, by the roster."""

    line_id: int
    on_duty_id: int | None


@dataclass(frozen=True, kw_only=True)
class CallMissed(CallEvent):
    line_id: int
    on_duty_id: int | None
    due_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class CallFollowed(CallEvent):
    """A further step of a call."""

    state: str


@dataclass(frozen=True, kw_only=True)
class CallsImported(Event):
    calls: int


@dataclass(frozen=True, kw_only=True)
class CallNoted(CallEvent):
    answered_by_id: int


@dataclass(frozen=True, kw_only=True)
class SlipWritten(CallEvent):
    feedback_id: int


@dataclass(frozen=True, kw_only=True)
class CalledBack(CallEvent):
    outcome: str
    is_on_time: bool


@dataclass(frozen=True, kw_only=True)
class CallBackOverdue(CallEvent):
    line_id: int
    on_duty_id: int | None


@dataclass(frozen=True, kw_only=True)
class RecordingKept(CallEvent):
    recording_id: int


@dataclass(frozen=True, kw_only=True)
class RecordingDeleted(CallEvent):
    recording_id: int


@dataclass(frozen=True, kw_only=True)
class ListeningEvent(Event):
    listening_id: int


@dataclass(frozen=True, kw_only=True)
class ListeningAsked(ListeningEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ListeningApproved(ListeningEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ListeningRefused(ListeningEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class RecordingHeard(ListeningEvent):
    recording_id: int


@dataclass(frozen=True, kw_only=True)
class ListeningConcluded(ListeningEvent):
    verdict: str


@dataclass(frozen=True, kw_only=True)
class CallTransferred(Event):
    ticket_id: int
    line_id: int


@dataclass(frozen=True, kw_only=True)
class TicketClosed(Event):
    ticket_id: int
