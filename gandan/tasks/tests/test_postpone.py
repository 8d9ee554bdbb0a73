"""The giver sets a later deadline; the old one stays readable and reminders begin anew."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.people.tests.make import signed_in
from gandan.tasks import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    task = make.task(due_in=2)
    actions.remind_task(task, now=make.NOW)
    form = {"due_on": "31/12/2026", "reason": "Chờ hướng dẫn của Sở Nội vụ."}
    assert signed_in(make.hoa()).post(f"/lanh-dao/nhiem-vu/{task.pk}/gia-han/", form).status_code == 302
    task.refresh_from_db()
    assert task.reminded is None
    page = signed_in(make.minh()).get(f"/can-bo/nhiem-vu/{task.pk}/").content.decode()
    assert "Hạn cũ 25/11/2026, hạn mới 31/12/2026" in page


def test_not_earlier() -> None:
    with pytest.raises(RuleBroken, match="Hạn mới phải sau"):
        actions.postpone(make.task(), due_at=make.at(5), reason="x", by=make.hoa(), now=make.NOW)
