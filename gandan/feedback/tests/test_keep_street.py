"""A street."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_one_a_name() -> None:
    boxes.street()
    with pytest.raises(RuleBroken, match="Đã có"):
        boxes.street()
    with pytest.raises(RuleBroken):
        actions.keep_street(make.commune(), actions.StreetFacts(""), by=make.hoa(), now=make.NOW)
