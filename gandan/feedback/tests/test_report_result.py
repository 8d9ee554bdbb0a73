"""The result goes to the leader."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_with_a_photo_of_after() -> None:
    one = make.directed()
    actions.report_result(one, "Đã xong", [make.photo("red")], by=make.nam(), now=make.at(hours=4))
    assert (one.status, one.resolved_at, one.photos.get().moment) == ("reported", make.at(hours=4), "after")
    assert make.lead(one).result == "Đã xong"
    with pytest.raises(RuleBroken):
        actions.report_result(one, "lần nữa", by=make.nam(), now=make.at(hours=5))
