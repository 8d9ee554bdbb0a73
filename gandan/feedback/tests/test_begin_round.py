"""One walk at a time."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_one_at_a_time() -> None:
    street = boxes.street()
    boxes.a_round(street)
    with pytest.raises(RuleBroken, match="chưa xong"):
        boxes.a_round(street)
    actions.begin_round(street, "order", by=make.minh(), now=make.NOW)
