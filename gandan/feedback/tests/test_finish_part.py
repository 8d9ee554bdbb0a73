"""A unit beside the leading one."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_the_leading_unit_waits_for_the_others() -> None:
    one = make.directed(make.economy(), make.police())
    with pytest.raises(RuleBroken, match="Công an xã"):
        actions.report_result(one, "xong", by=make.nam(), now=make.at(hours=2))
    part = one.parts.get(unit=make.police())
    actions.finish_part(part, "Đã nhắc chủ quán", by=make.dung(), now=make.at(hours=2))
    actions.report_result(one, "xong", by=make.nam(), now=make.at(hours=3))
    assert one.status == "reported"
    with pytest.raises(RuleBroken):
        actions.finish_part(part, "lần nữa", by=make.dung(), now=make.at(hours=4))
