"""What happened to tasks."""

from dataclasses import dataclass
from datetime import datetime

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class TaskEvent(Event):
    task_id: int


@dataclass(frozen=True, kw_only=True)
class TaskAssigned(TaskEvent):
    agency_id: int
    due_at: datetime


@dataclass(frozen=True, kw_only=True)
class TaskAcknowledged(TaskEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class TaskOwnerNamed(TaskEvent):
    owner_id: int


@dataclass(frozen=True, kw_only=True)
class TaskProgressed(TaskEvent):
    percent: int


@dataclass(frozen=True, kw_only=True)
class TaskFinished(TaskEvent):
    is_late: bool


@dataclass(frozen=True, kw_only=True)
class TaskAccepted(TaskEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class TaskGivenBack(TaskEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class TaskPostponed(TaskEvent):
    old_due_at: datetime
    new_due_at: datetime


@dataclass(frozen=True, kw_only=True)
class TaskWithdrawn(TaskEvent):
    pass


@dataclass(frozen=True, kw_only=True)
class TaskReminded(TaskEvent):
    """`stage` is 7, 3 or 1 days before the deadline, −1 after it."""

    stage: int
