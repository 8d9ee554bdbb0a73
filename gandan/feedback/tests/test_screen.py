"""The first look."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_the_category_is_confirmed() -> None:
    one = make.screened()
    assert (one.status, one.category, one.screened_at) == ("screened", "giao_thong.le_duong", make.at(hours=0.3))
    with pytest.raises(RuleBroken, match="lĩnh vực"):
        actions.screen(make.feedback("x"), "khong-co", by=make.minh(), now=make.NOW)
