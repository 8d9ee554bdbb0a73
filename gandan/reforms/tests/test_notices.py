"""Units are told of a deadline near, missed, and of standing still."""

from datetime import timedelta

import pytest

from gandan.notifications.tests.told import names, told
from gandan.reforms import actions
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def test_near_missed_and_still() -> None:
    adoption = make.adoption(make.leader(), obligation="mandatory")
    actions.remind_adoption(adoption, by=None, now=make.NOW + timedelta(days=3))
    actions.urge_adoption(adoption, by=None, now=make.NOW + timedelta(days=4))
    actions.miss_deadline(adoption, by=None, now=make.NOW + timedelta(days=10, seconds=1))
    assert told("adoption_reminded") == ["Còn 7 ngày: Ngày thứ năm không hẹn"]
    assert names("adoption_urged") == ["Trần Thị Hoa"]
    assert told("adoption_missed") == ["Xin giải trình: Ngày thứ năm không hẹn chưa triển khai"]
