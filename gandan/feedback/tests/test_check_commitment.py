"""Was the promise kept?"""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_seen_later() -> None:
    street = boxes.street()
    house, walk = boxes.household(street), boxes.a_round(street)
    meeting = actions.Meeting(commitment="Dọn bàn ghế khỏi vỉa hè")
    met = actions.contact_household(walk, house, meeting, by=make.minh(), now=make.NOW)
    actions.check_commitment(met, is_kept=False, by=make.minh(), now=make.at(days=3))
    met.refresh_from_db()
    assert met.is_kept is False
    met.commitment = ""
    with pytest.raises(RuleBroken):
        actions.check_commitment(met, is_kept=True, by=make.minh(), now=make.NOW)
