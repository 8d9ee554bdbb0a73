"""The figures of tasks."""

from datetime import timedelta

import pytest

from gandan.measures.registry import figures
from gandan.measures.scope import Scope
from gandan.people.tests.make import other_commune
from gandan.tasks import actions

from . import make

pytestmark = pytest.mark.django_db


def test_on_time_and_overdue() -> None:
    make.task("acknowledge", "finish")
    late = make.task("acknowledge", due_in=1)
    actions.finish(late, result="Xong", cause="Thiếu người", by=make.minh(), now=make.at(2))
    make.task(due_in=1)
    scope = Scope((make.commune().pk,), make.NOW.date(), make.NOW.date() + timedelta(days=5), make.at(5))
    told = figures(scope, "tasks_on_time_rate", "tasks_overdue")
    assert (told["tasks_on_time_rate"].value, told["tasks_on_time_rate"].n) == (50, 2)
    assert told["tasks_overdue"].value == 1
    elsewhere = figures(Scope((other_commune().pk,), scope.start, scope.end, scope.now), "tasks_overdue")
    assert elsewhere["tasks_overdue"].value == 0
