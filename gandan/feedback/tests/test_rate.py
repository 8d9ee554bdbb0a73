"""Stars of the sender."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_the_last_counts() -> None:
    one = make.answered()
    actions.rate(one, 2, by=None, now=make.at(hours=8))
    actions.rate(one, 4, "đã sửa lại", by=None, now=make.at(hours=9))
    assert one.ratings.get().stars == 4
    with pytest.raises(RuleBroken, match="sao"):
        actions.rate(one, 6, by=None, now=make.at(hours=9))
    with pytest.raises(RuleBroken, match="sau khi"):
        actions.rate(make.feedback("x"), 5, by=None, now=make.NOW)
