"""S3.16: from the call to the book."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_from_the_call_to_the_book() -> None:
    one = make.answered()
    assert one.status == "answered"
    actions.publish(one, "Vỉa hè bị lấn chiếm", by=make.minh(), now=make.at(hours=8))
    actions.rate(one, 5, "nhanh", by=None, now=make.at(days=1))
    actions.file_away(one, by=None, now=make.at(days=11))
    last = make.fresh(one)
    assert (last.status, last.is_public, last.ratings.get().stars) == ("filed", True, 5)
    assert [note.verb for note in last.notes.all()][:5] == ["receive", "screen", "publish", "propose", "direct"]


def test_two_officers_at_once() -> None:
    one = make.feedback()
    same = make.fresh(one)
    actions.screen(one, "giao_thong", by=make.minh(), now=make.NOW)
    with pytest.raises(RuleBroken, match="người khác"):
        actions.screen(same, "ha_tang", by=make.hoa(), now=make.NOW)
