"""The walk is over (S3.5)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions
from gandan.journal.models import Entry

from . import boxes, make

pytestmark = pytest.mark.django_db


def test_coverage_is_recorded() -> None:
    street = boxes.street()
    walk = boxes.a_round(street)
    for number in range(42):
        house = boxes.household(street, str(number))
        actions.contact_household(walk, house, actions.Meeting(), by=make.minh(), now=make.NOW)
    actions.close_round(walk, by=make.minh(), now=make.at(days=1))
    entry = Entry.objects.about(walk).last()
    assert entry is not None
    assert (entry.data["households"], entry.data["met"]) == (42, 42)
    with pytest.raises(RuleBroken, match="đã kết thúc"):
        actions.close_round(walk, by=make.minh(), now=make.at(days=1))
