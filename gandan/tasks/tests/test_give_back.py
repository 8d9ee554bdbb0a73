"""Not yet what was asked: the unit goes on."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.people.tests.make import signed_in
from gandan.tasks import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    task = make.task("acknowledge", "finish")
    signed_in(make.hoa()).post(f"/lanh-dao/nhiem-vu/{task.pk}/tra-lai/", {"reason": "Thiếu 3 mô hình."})
    task.refresh_from_db()
    assert task.is_open()
    assert "Thiếu 3 mô hình." in signed_in(make.minh()).get(f"/can-bo/nhiem-vu/{task.pk}/").content.decode()


def test_without_a_reason_it_is_refused() -> None:
    with pytest.raises(RuleBroken, match="còn thiếu gì"):
        actions.give_back(make.task("acknowledge", "finish"), reason="", by=make.hoa(), now=make.at(1))
