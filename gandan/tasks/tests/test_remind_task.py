"""Seven, three, one day before, and once after the deadline; each stage once."""

from datetime import date

import pytest

from gandan.journal.models import Entry
from gandan.tasks.deadlines import days_left, reminder_stage, strictly_before, until_end_of
from gandan.tasks.jobs import remind_all

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    task = make.task(due_in=10)
    told = [remind_all(make.at(day)) for day in range(13)]
    assert told == [0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0]
    stages = [one.data["stage"] for one in Entry.objects.about(task).filter(kind="TaskReminded")]
    assert stages == [7, 3, 1, -1]


def test_a_finished_task_is_left_alone() -> None:
    make.task("acknowledge", "finish", due_in=2)
    assert remind_all(make.at(1)) == 0


def test_before_a_day_is_strict() -> None:
    due = strictly_before(date(2019, 5, 25))
    assert f"{due:%d/%m/%Y %H:%M}" == "24/05/2019 23:59"
    assert reminder_stage(due, until_end_of(date(2019, 5, 24))) == 1
    assert reminder_stage(due, due.replace(day=25, hour=0, minute=0)) == -1
    assert days_left(due, due.replace(day=21, hour=1)) == 3
