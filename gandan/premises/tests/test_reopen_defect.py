"""Not mended after all."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.premises import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    defect = make.defect()
    actions.fix_defect(defect, make.photo(), by=make.minh(), now=make.at(1))
    make.signed_in(make.tam()).post(f"{make.OFFICER}hong-hoc/{defect.pk}/van-hong/", {"reason": "Vẫn không có điện"})
    told = make.fresh(defect)
    assert (told.status, told.fixed_at, told.reason) == ("reopened", None, "Vẫn không có điện")


def test_a_reason_is_needed() -> None:
    defect = make.defect()
    actions.fix_defect(defect, make.photo(), by=make.minh(), now=make.at(1))
    with pytest.raises(RuleBroken, match="còn hỏng"):
        actions.reopen_defect(defect, " ", by=make.tam(), now=make.at(1))
