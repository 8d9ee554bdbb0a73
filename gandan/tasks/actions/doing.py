"""What the unit does with its task: acknowledge, name who does it, note progress, finish."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User

from .. import workflow
from ..events import TaskAcknowledged, TaskFinished, TaskOwnerNamed, TaskProgressed
from ..models import Task, TaskNote


@dataclass(frozen=True)
class Progress:
    """How far it is, in per cent of the whole, in words, and what holds it up."""

    percent: int
    text: str
    cause: str = ""


@transaction.atomic
def acknowledge(task: Task, *, by: User, now: datetime) -> None:
    """The unit has read it and takes it on."""
    _check_unit(task, by, now)
    task.take(workflow.ACKNOWLEDGE)
    task.acknowledged_at = now
    task.save(update_fields=["acknowledged_at"])
    TaskNote.objects.create(task=task, verb="acknowledge", by=by, at=now)
    record(TaskAcknowledged(task_id=task.pk), about=task, by=by, at=now)


@transaction.atomic
def name_owner(task: Task, *, owner: User, by: User, now: datetime) -> None:
    """Say who of the unit does it."""
    _check_unit(task, by, now)
    if not task.is_open():
        raise RuleBroken(f"{task} đang ở bước “{task.status_label()}”, không cần phân công nữa.")
    if owner.agency is None or owner.agency.commune_id != task.agency.commune_id:
        raise RuleBroken(f"{owner} không làm việc tại {task.agency.name_within}. Chọn người của đơn vị được giao.")
    task.owner = owner
    task.save(update_fields=["owner"])
    TaskNote.objects.create(task=task, verb="name_owner", text=owner.full_name, by=by, at=now)
    record(TaskOwnerNamed(task_id=task.pk, owner_id=owner.pk), about=task, by=by, at=now)


@transaction.atomic
def note_progress(task: Task, *, progress: Progress, by: User, now: datetime) -> None:
    """What has been done so far. An overdue task wants the cause too."""
    _check_unit(task, by, now)
    if task.status not in (workflow.Status.ACKNOWLEDGED, workflow.Status.RETURNED):
        raise RuleBroken(f"{task} đang ở bước “{task.status_label()}”. Nhận nhiệm vụ trước, rồi ghi tiến độ.")
    if not 0 <= progress.percent <= 100:
        raise RuleBroken("Tiến độ là số từ 0 đến 100 phần trăm.")
    if not progress.text.strip():
        raise RuleBroken("Xin ghi việc đã làm được, một câu cũng đủ.")
    _keep_cause(task, progress.cause, now)
    task.percent = progress.percent
    task.save(update_fields=["percent", "cause"])
    TaskNote.objects.create(
        task=task, verb="note_progress", text=progress.text.strip(), cause=progress.cause.strip(),
        percent=progress.percent, by=by, at=now,
    )  # fmt: skip
    record(TaskProgressed(task_id=task.pk, percent=progress.percent), about=task, by=by, at=now)


@transaction.atomic
def finish(task: Task, *, result: str, cause: str = "", by: User, now: datetime) -> None:
    """The unit says it is done and with what result; the giver accepts or gives back. Late wants the cause."""
    _check_unit(task, by, now)
    if not result.strip():
        raise RuleBroken("Xin ghi kết quả đã làm được, để người giao nghiệm thu.")
    _keep_cause(task, cause, now)
    task.take(workflow.FINISH)
    task.done_at, task.percent = now, 100
    task.save(update_fields=["done_at", "percent", "cause"])
    TaskNote.objects.create(
        task=task, verb="finish", text=result.strip(), cause=cause.strip(), percent=100, by=by, at=now
    )
    record(TaskFinished(task_id=task.pk, is_late=task.was_late()), about=task, by=by, at=now)


def _keep_cause(task: Task, cause: str, now: datetime) -> None:
    if now > task.due_at and not (cause.strip() or task.cause):
        raise RuleBroken("Nhiệm vụ đã quá hạn. Xin ghi nguyên nhân chậm, để lãnh đạo biết gỡ ở đâu.")
    task.cause = cause.strip() or task.cause


def _check_unit(task: Task, by: User, now: datetime) -> None:
    if not task.is_of(by, today=localdate(now)):
        raise NotThisOffice("Nhiệm vụ này của đơn vị khác.")
