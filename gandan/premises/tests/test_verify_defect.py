"""Another person than the one who mended it has looked."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.premises import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    defect = make.defect()
    actions.fix_defect(defect, make.photo(), by=make.minh(), now=make.at(1))
    make.signed_in(make.tam()).post(f"{make.OFFICER}hong-hoc/{defect.pk}/xem-lai/")
    told = make.fresh(defect)
    assert (told.status, told.closed_by) == ("closed", make.tam())


def test_not_oneself() -> None:
    defect = make.defect()
    actions.fix_defect(defect, make.photo(), by=make.minh(), now=make.at(1))
    with pytest.raises(RuleBroken, match="không tự xem lại"):
        actions.verify_defect(defect, by=make.minh(), now=make.at(1))
    make.signed_in(make.minh()).post(f"{make.OFFICER}hong-hoc/{defect.pk}/xem-lai/")
    assert make.fresh(defect).status == "fixed"
