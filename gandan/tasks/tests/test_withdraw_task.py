"""The giver no longer wants it."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.people.tests.make import signed_in
from gandan.tasks import actions
from gandan.tasks.models import Task

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    task = make.task()
    signed_in(make.hoa()).post(f"/lanh-dao/nhiem-vu/{task.pk}/rut/", {"reason": "Trùng với kế hoạch 61."})
    task.refresh_from_db()
    assert task.status_label() == "Đã rút"
    assert not Task.objects.overdue(make.at(100)).exists()


def test_a_reason_is_needed() -> None:
    with pytest.raises(RuleBroken, match="vì sao"):
        actions.withdraw_task(make.task(), reason="", by=make.hoa(), now=make.NOW)
