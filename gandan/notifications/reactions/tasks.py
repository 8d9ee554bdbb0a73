"""Tasks: given, near their day, overdue, given back, done. The owner reads it, else the leader of the unit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.people.models import User
from gandan.tasks import events
from gandan.tasks.deadlines import OVERDUE, lateness_words
from gandan.tasks.models import Task

from ..actions import tell
from ..staff import colleagues, leader_of


def _task(event: events.TaskEvent) -> Task:
    return Task.objects.select_related("agency__commune", "owner", "giver", "given_by").get(pk=event.task_id)


def _leader(task: Task, entry: Entry) -> User | None:
    return leader_of(task.agency, localdate(entry.at))


def _tell(
    task: Task, people: Iterable[User | None], *, event: str, entry: Entry, page: str = "detail", **facts: Any
) -> None:
    """Not who has just pressed it."""
    link = reverse(f"tasks:{page}", args=[task.pk])
    for to in colleagues((one for one in people if one != entry.actor), task.agency.commune or task.agency):
        tell(to, event=event, entry=entry, link=link, task=task, due_at=task.due_at, **facts)


@follows(events.TaskAssigned)
def tell_task_assigned(event: events.TaskAssigned, entry: Entry) -> None:
    task = _task(event)
    _tell(task, (task.owner, _leader(task, entry)), event="task_assigned", entry=entry)


@follows(events.TaskOwnerNamed)
def tell_task_owner(event: events.TaskOwnerNamed, entry: Entry) -> None:
    task = _task(event)
    _tell(task, (User.objects.get(pk=event.owner_id),), event="task_assigned", entry=entry)


@follows(events.TaskReminded)
def tell_task_deadline(event: events.TaskReminded, entry: Entry) -> None:
    """Before the day to whoever does it; after it to the leader and the giver too."""
    task = _task(event)
    leader = _leader(task, entry)
    if event.stage == OVERDUE:
        _tell(task, (task.owner, leader), event="task_overdue", entry=entry)
        if task.giver not in (task.owner, leader):
            _tell(task, (task.giver,), event="task_overdue", entry=entry, page="leader_detail")
    else:
        _tell(task, (task.owner or leader,), event="task_soon", entry=entry, left=lateness_words(task.due_at, entry.at))


@follows(events.TaskGivenBack)
def tell_task_given_back(event: events.TaskGivenBack, entry: Entry) -> None:
    task = _task(event)
    note = task.notes.filter(verb="give_back").last()
    _tell(
        task,
        (task.owner or _leader(task, entry),),
        event="task_given_back",
        entry=entry,
        reason=note.text if note else "",
    )


@follows(events.TaskFinished)
def tell_task_finished(event: events.TaskFinished, entry: Entry) -> None:
    task = _task(event)
    _tell(task, (task.giver,), event="task_finished", entry=entry, page="leader_detail")
