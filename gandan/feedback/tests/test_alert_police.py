"""Urgent security at once."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_straight_to_the_police() -> None:
    make.police()
    one = make.feedback("Đánh nhau ở chợ")
    actions.alert_police(one, "Đến ngay", by=make.minh(), now=make.NOW)
    assert (one.status, one.is_urgent, make.lead(one).unit) == ("directed", True, make.police())


def test_a_commune_without_its_police_is_told() -> None:
    with pytest.raises(RuleBroken, match="Công an xã"):
        actions.alert_police(make.feedback(), "", by=make.minh(), now=make.NOW)
