"""All people of a hamlet at once."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    listing = make.matched()
    hamlet = make.to_reach(listing)[0].hamlet
    assert hamlet is not None
    make.signed_in(make.hoa()).post(f"/can-bo/ra-soat/{listing.pk}/giao/{hamlet.pk}/", {"head_name": "Tổ trưởng"})
    given = listing.people.of_today(make.NOW.date()).filter(hamlet=hamlet)
    assert {one.status for one in given} == {"assigned"}


def test_not_in_a_closed_list() -> None:
    listing = make.listing()
    actions.close_list(listing, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã kết thúc"):
        actions.assign_hamlet(listing, None, actions.Charge(None, "A"), by=make.hoa(), now=make.NOW)
