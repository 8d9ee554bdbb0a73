"""What happens in conversations. Ids and status words only: the words of people lie sealed in the turns."""

from dataclasses import dataclass
from datetime import datetime

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class ThreadEvent(Event):
    thread_id: int


@dataclass(frozen=True, kw_only=True)
class ThreadAsked(ThreadEvent):
    turn_id: int
    channel: str
    answer_by: datetime


@dataclass(frozen=True, kw_only=True)
class ThreadContinued(ThreadEvent):
    turn_id: int


@dataclass(frozen=True, kw_only=True)
class AssistantReplied(ThreadEvent):
    turn_id: int


@dataclass(frozen=True, kw_only=True)
class ThreadTakenUp(ThreadEvent):
    officer_id: int


@dataclass(frozen=True, kw_only=True)
class ThreadAnswered(ThreadEvent):
    turn_id: int
    is_in_time: bool
    minutes: int


@dataclass(frozen=True, kw_only=True)
class ThreadReassigned(ThreadEvent):
    field: str
    owner_id: int | None


@dataclass(frozen=True, kw_only=True)
class ThreadNoted(ThreadEvent):
    turn_id: int


@dataclass(frozen=True, kw_only=True)
class ThreadEscalated(ThreadEvent):
    owner_id: int | None


@dataclass(frozen=True, kw_only=True)
class ThreadClosed(ThreadEvent):
    is_by_asker: bool


@dataclass(frozen=True, kw_only=True)
class ThreadPublished(ThreadEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ThreadHidden(ThreadEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class ThreadTurnedIntoFeedback(ThreadEvent):
    feedback_id: int


@dataclass(frozen=True, kw_only=True)
class TurnDelivered(ThreadEvent):
    turn_id: int
    state: str


@dataclass(frozen=True, kw_only=True)
class PrecheckBegun(ThreadEvent):
    precheck_id: int


@dataclass(frozen=True, kw_only=True)
class PrecheckPaperSent(Event):
    precheck_id: int
    component: str


@dataclass(frozen=True, kw_only=True)
class PrecheckPaperRemoved(Event):
    precheck_id: int
    component: str


@dataclass(frozen=True, kw_only=True)
class PrecheckPersonKept(Event):
    precheck_id: int


@dataclass(frozen=True, kw_only=True)
class PrecheckPhotosForgotten(Event):
    precheck_id: int


@dataclass(frozen=True, kw_only=True)
class PrecheckJudged(ThreadEvent):
    precheck_id: int
    outcome: str


@dataclass(frozen=True, kw_only=True)
class PrecheckOpened(Event):
    precheck_id: int
    dossier_id: int


@dataclass(frozen=True, kw_only=True)
class FieldDutyGiven(Event):
    field: str
    officer_id: int | None


@dataclass(frozen=True, kw_only=True)
class CommunityChannelKept(Event):
    channel_id: int


@dataclass(frozen=True, kw_only=True)
class PostWritten(Event):
    post_id: int


@dataclass(frozen=True, kw_only=True)
class PostModerated(Event):
    post_id: int
    is_shown: bool
    is_pinned: bool


@dataclass(frozen=True, kw_only=True)
class TouchpointKept(Event):
    touchpoint_id: int


@dataclass(frozen=True, kw_only=True)
class FeedbackSentAtTouchpoint(Event):
    touchpoint_id: int
    feedback_id: int
