"""Somebody of the commune is to mend it."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.premises import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    defect = make.defect()
    make.signed_in(make.hoa()).post(
        f"{make.OFFICER}hong-hoc/{defect.pk}/giao/", {"person": make.tam().pk, "due_on": "27/11/2026"}
    )
    told = make.fresh(defect)
    assert (told.responsible, f"{told.due_on:%d/%m}") == (make.tam(), "27/11")


def test_nobody_of_another_commune() -> None:
    with pytest.raises(RuleBroken, match="không làm việc tại"):
        actions.assign_defect(make.defect(), make.binh(), by=make.hoa(), now=make.NOW)


def test_the_counter_does_not_give_work() -> None:
    defect = make.defect()
    make.signed_in(make.minh()).post(f"{make.OFFICER}hong-hoc/{defect.pk}/giao/", {"person": make.tam().pk})
    assert make.fresh(defect).responsible == make.minh()
