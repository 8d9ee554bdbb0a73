"""A business household."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_one_an_address() -> None:
    street = boxes.street()
    one = boxes.household(street)
    facts = actions.HouseholdFacts("12", "Quán mới", is_open=False)
    actions.keep_household(street, facts, household=one, by=make.minh(), now=make.NOW)
    assert (one.name, one.is_open) == ("Quán mới", False)
    boxes.household(street)
    with pytest.raises(RuleBroken, match="Đã có"):
        boxes.household(street)
