"""Tasks tell the owner, else the leader; overdue also the giver."""

import pytest

from gandan.tasks import actions
from gandan.tasks.jobs import remind_all
from gandan.tasks.tests import make

from .told import names, told

pytestmark = pytest.mark.django_db


def test_from_giving_to_overdue() -> None:
    task = make.task("acknowledge", due_in=10)
    assert told("task_assigned") == []
    actions.name_owner(task, owner=make.minh(), by=make.minh(), now=make.at(1))
    assert told("task_assigned") == []
    for day in (3, 7, 9, 11):
        remind_all(make.at(day))
    assert names("task_soon") == ["Nguyễn Văn Minh"] * 3
    assert told("task_soon")[0] == f"Còn 7 ngày: {task.title}"
    assert names("task_overdue") == ["Nguyễn Văn Minh", "Phạm Thị Hoa"]


def test_the_owner_is_told_and_the_giver_hears_back() -> None:
    task = make.task("acknowledge")
    assert told("task_assigned") == []
    actions.name_owner(task, owner=make.minh(), by=make.hoa(), now=make.at(0.1))
    actions.finish(task, result="Đã trình tờ 12/TTr.", by=make.minh(), now=make.at(0.2))
    actions.give_back(task, reason="Thiếu phụ lục", by=make.hoa(), now=make.at(0.3))
    assert names("task_assigned") == ["Nguyễn Văn Minh"]
    assert names("task_finished") == ["Phạm Thị Hoa"]
    assert names("task_given_back") == ["Nguyễn Văn Minh"]
