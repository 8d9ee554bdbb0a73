"""The unit says it is done."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.people.tests.make import signed_in
from gandan.tasks import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    task = make.task("acknowledge")
    signed_in(make.minh()).post(f"/can-bo/nhiem-vu/{task.pk}/lam-xong/", {"result": "Tờ trình 12."})
    task.refresh_from_db()
    assert task.status_label() == "Đã làm, chờ nghiệm thu"
    assert not task.was_late()


def test_late_wants_the_cause() -> None:
    task = make.task("acknowledge", due_in=1)
    with pytest.raises(RuleBroken, match="quá hạn"):
        actions.finish(task, result="Xong", by=make.minh(), now=make.at(2))
    actions.finish(task, result="Xong", cause="Chờ ý kiến Phòng Kinh tế", by=make.minh(), now=make.at(2))
    assert task.was_late()


def test_a_result_is_needed() -> None:
    with pytest.raises(RuleBroken, match="kết quả"):
        actions.finish(make.task("acknowledge"), result=" ", by=make.minh(), now=make.NOW)
