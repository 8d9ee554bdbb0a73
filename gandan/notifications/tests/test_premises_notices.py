"""Who mends it is told, and told again when it is still broken."""

import pytest

from gandan.premises import actions
from gandan.premises.jobs import tell_all_unchecked
from gandan.premises.tests import make

from .told import names, told

pytestmark = pytest.mark.django_db


def test_given_and_reopened() -> None:
    defect = make.defect()
    actions.assign_defect(defect, make.tam(), by=make.hoa(), now=make.NOW)
    actions.fix_defect(defect, make.photo(), by=make.tam(), now=make.at(1))
    actions.reopen_defect(defect, "Vẫn không có điện", by=make.minh(), now=make.at(1))
    assert names("defect_assigned")[-1] == "Đỗ Thị Tâm"
    assert names("defect_reopened") == ["Đỗ Thị Tâm"]


def test_the_morning_round() -> None:
    make.charging()
    tell_all_unchecked(make.at(hours=1.1))
    assert told("amenities_unchecked") == ["Còn 1 tiện ích chưa kiểm tra sáng nay"]
