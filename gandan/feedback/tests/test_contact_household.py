"""Met, or not at home."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_coming_again_replaces_the_empty_try() -> None:
    street = boxes.street()
    house, walk = boxes.household(street), boxes.a_round(street)
    actions.contact_household(walk, house, actions.Meeting(is_met=False), by=make.minh(), now=make.NOW)
    actions.contact_household(walk, house, actions.Meeting(note="Đã nhắc"), by=make.minh(), now=make.NOW)
    assert walk.contacts.get().is_met
    with pytest.raises(RuleBroken, match="Đã ghi"):
        actions.contact_household(walk, house, actions.Meeting(), by=make.minh(), now=make.NOW)
    stranger = boxes.household(boxes.street("Phố khác"))
    with pytest.raises(RuleBroken, match="không ở tuyến"):
        actions.contact_household(walk, stranger, actions.Meeting(), by=make.minh(), now=make.NOW)
