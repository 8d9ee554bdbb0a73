"""The unit says who does it."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.people.tests.make import other_commune, signed_in, staff
from gandan.tasks import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Any) -> None:
    task = make.task()
    signed_in(make.hoa()).post(f"/can-bo/nhiem-vu/{task.pk}/phan-cong/", {"owner": make.minh().pk})
    task.refresh_from_db()
    assert task.owner == make.minh()
    assert task.title in signed_in(make.minh()).get("/can-bo/nhiem-vu/?ai=toi").content.decode()


def test_nobody_of_another_commune() -> None:
    binh = staff("binh", agency=other_commune())
    with pytest.raises(RuleBroken, match="không làm việc tại"):
        actions.name_owner(make.task(), owner=binh, by=make.minh(), now=make.NOW)
