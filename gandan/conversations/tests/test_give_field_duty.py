"""Who answers for a field; what waits without owner goes there."""

import pytest

from gandan.conversations import actions
from gandan.conversations.models import FieldDuty
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    field = make.procedure().field
    waiting = make.thread(procedure=make.procedure())
    desk = make.at_desk(make.hoa())
    desk.post(f"{make.OFFICER}phan-cong/luu/", {"field": field, "officer": make.mai().pk})
    assert make.fresh(waiting).owner == make.mai()
    assert make.mai().full_name in desk.get(f"{make.OFFICER}phan-cong/").content.decode()
    desk.post(f"{make.OFFICER}phan-cong/luu/", {"field": field, "officer": ""})
    assert not FieldDuty.objects.exists()


def test_not_by_everybody() -> None:
    answer = make.at_desk(make.minh()).post(f"{make.OFFICER}phan-cong/luu/", {"field": "", "officer": ""})
    assert answer.status_code == 404


def test_of_another_commune() -> None:
    with pytest.raises(RuleBroken):
        actions.give_field_duty(
            make.commune(), "", make.officer("binh", agency=make.elsewhere()), by=make.hoa(), now=make.MONDAY
        )
