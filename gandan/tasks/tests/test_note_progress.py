"""What has been done so far; an overdue task wants its cause, and the leader reads it by unit."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.people.tests.make import signed_in
from gandan.tasks import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    task = make.task("acknowledge")
    form = {"percent": "40", "text": "Đã xem 8 mô hình."}
    signed_in(make.minh()).post(f"/can-bo/nhiem-vu/{task.pk}/tien-do/", form)
    page = signed_in(make.minh()).get(f"/can-bo/nhiem-vu/{task.pk}/").content.decode()
    assert "Ghi tiến độ: 40%" in page
    assert "Đã xem 8 mô hình." in page


def test_overdue_wants_the_cause(clock: Any) -> None:
    task = make.task("acknowledge", due_in=2)
    words = actions.Progress(60, "Còn 2 mô hình.")
    with pytest.raises(RuleBroken, match="nguyên nhân chậm"):
        actions.note_progress(task, progress=words, by=make.minh(), now=make.at(3))
    told = actions.Progress(60, "Còn 2 mô hình.", "Chưa có số liệu của xã bạn")
    actions.note_progress(task, progress=told, by=make.minh(), now=make.at(3))
    clock.set("2026-11-27 09:00")
    page = signed_in(make.hoa()).get("/lanh-dao/nhiem-vu/").content.decode()
    assert "Chưa có số liệu của xã bạn" in page


def test_not_before_it_was_taken() -> None:
    with pytest.raises(RuleBroken, match="Nhận nhiệm vụ trước"):
        actions.note_progress(make.task(), progress=actions.Progress(1, "x"), by=make.minh(), now=make.NOW)
