"""The figures of tasks: kept in time, overdue now."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .models import Task
from .workflow import OPEN, Status

BASIS = "Công văn 500/UBND-VHXH, câu cuối"
KEYS = {
    "agency": Key("agency__commune__code", "agency__commune__name"),
    "holder": Key("agency__code", "agency__name"),
}


def _of(rows: QuerySet[Task], scope: Scope) -> QuerySet[Any]:
    return rows.filter(agency__commune__in=scope.agencies)


def _finished(scope: Scope) -> QuerySet[Any]:
    rows = Task.objects.filter(
        done_at__gte=scope.since, done_at__lt=scope.until, status__in=(Status.DONE, Status.ACCEPTED)
    )
    told: QuerySet[Any] = _of(rows, scope).annotate(is_on_time=Q(done_at__lte=F("due_at")))
    return told


def _overdue(scope: Scope) -> QuerySet[Any]:
    return _of(Task.objects.filter(status__in=OPEN, due_at__lt=scope.moment), scope)


FINISHED = RowSet("tasks_finished", _finished, "done_at", KEYS)
OVERDUE = RowSet("tasks_overdue", _overdue, "due_at", KEYS)

declare(
    Measure(
        name="tasks_on_time_rate", label="Nhiệm vụ hoàn thành đúng hạn", unit="%", of=FINISHED, better="up",
        reckoning=Share(Q(is_on_time=True)), source=BASIS,
        formula="Nhiệm vụ báo xong trong kỳ và trước hạn, chia cho nhiệm vụ báo xong trong kỳ.",
    ),
    Measure(
        name="tasks_overdue", label="Nhiệm vụ quá hạn", unit="nhiệm vụ", of=OVERDUE, better="down", is_momentary=True,
        reckoning=Counting(), source=BASIS,
        formula="Nhiệm vụ đã quá hạn mà đơn vị chưa báo xong, lúc này.",
    ),
)  # fmt: skip
