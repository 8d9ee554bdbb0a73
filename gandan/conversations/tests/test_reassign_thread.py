"""Another field, another officer; the hour stays."""

import pytest

from gandan.conversations import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_it_works() -> None:
    made, field = make.thread(), make.procedure().field
    actions.give_field_duty(make.commune(), field, make.mai(), by=make.hoa(), now=make.MONDAY)
    make.at_desk(make.minh()).post(
        f"{make.OFFICER}{made.pk}/chuyen/", {"procedure": make.PROCEDURE, "field": "", "owner": ""}
    )
    moved = make.fresh(made)
    assert (moved.field, moved.owner, moved.answer_by) == (field, make.mai(), made.answer_by)


def test_an_officer_of_another_commune_is_no_choice() -> None:
    made = make.thread()
    binh = make.officer("binh", agency=make.elsewhere())
    form = {"procedure": "", "field": "", "owner": str(binh.pk)}
    assert make.at_desk(make.minh()).post(f"{make.OFFICER}{made.pk}/chuyen/", form).status_code == 200
    assert make.fresh(made).owner is None
    with pytest.raises(RuleBroken, match="xã này"):
        actions.give_field_duty(make.commune(), "", binh, by=make.hoa(), now=make.MONDAY)
