"""A box is registered."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_one_a_place() -> None:
    one = boxes.box()
    facts = actions.BoxFacts("Nhà văn hóa")
    actions.keep_box(make.commune(), facts, box=one, by=make.hoa(), now=make.NOW)
    assert one.place == "Nhà văn hóa"
    boxes.box()
    with pytest.raises(RuleBroken, match="Đã có"):
        boxes.box()
