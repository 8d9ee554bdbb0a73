"""Nobody was met at home: the date stays, another visit follows."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.core.errors import RuleBroken
from gandan.dossiers import actions
from gandan.dossiers.models import HomeStatus
from tests.conftest import Clock

from . import make, office
from .test_deliver_home_return import home

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    one = home()
    due_at = one.due_at

    typed = {"note": "Đến 15 giờ, cả nhà đi vắng. Hẹn sáng thứ Tư"}
    office.at_desk(office.minh()).post(f"/can-bo/tra-tai-nha/{one.pk}/chua-gap/", typed)

    one.refresh_from_db()
    assert (one.status, one.attempts, one.due_at) == (HomeStatus.MISSED, 1, due_at)
    assert "chưa gặp ông/bà" in Client().get(f"/theo-doi/{one.dossier.key}/").content.decode()


def test_missed_twice_then_brought() -> None:
    one = home()
    for _ in range(2):
        actions.miss_home_return(one, note="Đi vắng", by=office.minh(), now=make.moment(25, 9))
    handed = actions.HandedOver("Phạm Văn An", make.photo())
    actions.deliver_home_return(one, handed=handed, by=office.minh(), now=make.moment(25, 16))
    assert (one.status, one.attempts) == (HomeStatus.DELIVERED, 2)


def test_say_when() -> None:
    with pytest.raises(RuleBroken, match="hẹn lại khi nào"):
        actions.miss_home_return(home(), note=" ", by=office.minh(), now=make.MONDAY)
