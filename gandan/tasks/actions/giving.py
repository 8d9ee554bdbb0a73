"""What the giver does: assign, accept, give back, postpone, withdraw; and what the clock does: remind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate, localtime

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.core.vietnamese import say_moment
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from .. import workflow
from ..deadlines import reminder_stage
from ..events import TaskAccepted, TaskAssigned, TaskGivenBack, TaskPostponed, TaskReminded, TaskWithdrawn
from ..models import Priority, Task, TaskNote


@dataclass(frozen=True, kw_only=True)
class Order:
    """What is given to whom until when. `due_at` is the last valid moment (gandan/tasks/deadlines.py)."""

    agency: Agency
    given_by: Agency
    title: str
    due_at: datetime
    body: str = ""
    source: str = ""
    source_path: str = ""
    owner: User | None = None
    priority: int = Priority.NORMAL


@transaction.atomic
def assign_task(order: Order, *, by: User, now: datetime) -> Task:
    """Give a unit a duty. The owner, when named, works in that unit."""
    if order.due_at <= now:
        told = say_moment(localtime(order.due_at), today=localdate(now))
        raise RuleBroken(f"Hạn {told} đã qua. Chọn hạn sau thời điểm này rồi giao lại.")
    if not _is_below(order.agency, order.given_by):
        raise RuleBroken(
            f"{order.agency.name} không thuộc {order.given_by.name_within} nên không giao được. "
            "Kiểm tra lại đơn vị trong danh mục cơ quan."
        )
    _check_owner(order.owner, order.agency)
    task = Task.objects.create(
        agency=order.agency, given_by=order.given_by, giver=by, title=order.title, body=order.body, source=order.source,
        source_path=order.source_path, owner=order.owner, due_at=order.due_at, priority=order.priority, given_at=now,
    )  # fmt: skip
    TaskNote.objects.create(task=task, verb="assign_task", by=by, at=now, new_due_at=order.due_at)
    event = TaskAssigned(task_id=task.pk, agency_id=order.agency.pk, due_at=order.due_at)
    record(event, about=task, by=by, at=now, is_first=True)
    return task


@transaction.atomic
def accept(task: Task, *, by: User, now: datetime) -> None:
    """The giver is content: the task is over."""
    _check_judge(task, by, now)
    task.take(workflow.ACCEPT)
    task.closed_at, task.percent = now, 100
    task.save(update_fields=["closed_at", "percent"])
    TaskNote.objects.create(task=task, verb="accept", by=by, at=now)
    record(TaskAccepted(task_id=task.pk), about=task, by=by, at=now)


@transaction.atomic
def give_back(task: Task, *, reason: str, by: User, now: datetime) -> None:
    """Not yet what was asked for; the unit goes on, the deadline stays."""
    _check_judge(task, by, now)
    _needed(reason, "Xin ghi còn thiếu gì, để đơn vị biết làm tiếp việc nào.")
    task.take(workflow.GIVE_BACK)
    TaskNote.objects.create(task=task, verb="give_back", text=reason.strip(), by=by, at=now)
    record(TaskGivenBack(task_id=task.pk), about=task, by=by, at=now)


@transaction.atomic
def postpone(task: Task, *, due_at: datetime, reason: str, by: User, now: datetime) -> None:
    """The giver sets a later deadline; the old one stays in the history."""
    _check_judge(task, by, now)
    _needed(reason, "Xin ghi lý do gia hạn. Lý do được giữ trong quá trình của nhiệm vụ.")
    if not task.is_open():
        raise RuleBroken(f"{task} đang ở bước “{task.status_label()}”, không còn hạn để lùi.")
    if due_at <= max(now, task.due_at):
        raise RuleBroken("Hạn mới phải sau hạn cũ và sau thời điểm này. Chọn một ngày muộn hơn.")
    old, task.due_at, task.reminded = task.due_at, due_at, None
    task.save(update_fields=["due_at", "reminded"])
    TaskNote.objects.create(
        task=task, verb="postpone", text=reason.strip(), old_due_at=old, new_due_at=due_at, by=by, at=now
    )
    record(TaskPostponed(task_id=task.pk, old_due_at=old, new_due_at=due_at), about=task, by=by, at=now)


@transaction.atomic
def withdraw_task(task: Task, *, reason: str, by: User, now: datetime) -> None:
    """The giver no longer wants it."""
    _check_judge(task, by, now)
    _needed(reason, "Xin ghi vì sao rút nhiệm vụ. Đơn vị đọc được câu này.")
    task.take(workflow.WITHDRAW)
    task.closed_at = now
    task.save(update_fields=["closed_at"])
    TaskNote.objects.create(task=task, verb="withdraw_task", text=reason.strip(), by=by, at=now)
    record(TaskWithdrawn(task_id=task.pk), about=task, by=by, at=now)


@transaction.atomic
def remind_task(task: Task, *, now: datetime) -> bool:
    """Remind once a stage: seven, three, one day before, and the day after. Tells whether it did."""
    stage = reminder_stage(task.due_at, now) if task.is_open() else None
    if stage is None or (task.reminded is not None and task.reminded <= stage):
        return False
    task.reminded = stage
    task.save(update_fields=["reminded"])
    TaskNote.objects.create(task=task, verb="remind_task", percent=task.percent, at=now)
    record(TaskReminded(task_id=task.pk, stage=stage), about=task, at=now)
    return True


def _is_below(agency: Agency, giver: Agency) -> bool:
    """A commune gives to itself and its parts, a province to every unit of its tree."""
    if giver.commune_id is None:
        return agency.province_id == giver.pk
    return agency.commune_id == giver.commune_id


def _check_owner(owner: User | None, agency: Agency) -> None:
    place = owner.agency if owner else None
    if place is not None and place.pk != agency.pk and place.commune_id != agency.commune_id:
        raise RuleBroken(f"{owner} không làm việc tại {agency.name_within}. Chọn người của đơn vị được giao.")


def _check_judge(task: Task, by: User, now: datetime) -> None:
    if not task.is_judged_by(by, today=localdate(now)):
        raise NotThisOffice("Chỉ người giao hoặc lãnh đạo cơ quan giao làm được việc này.")


def _needed(text: str, words: str) -> None:
    if not text.strip():
        raise RuleBroken(words)
