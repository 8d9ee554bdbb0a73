"""A list ends when nobody is left; what identifies people is wiped."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    listing = make.matched()
    for person in make.to_reach(listing):
        actions.conclude(person, actions.Ending("filed", "Đã nộp"), by=make.hoa(), now=make.NOW)
    make.signed_in(make.hoa()).post(f"/can-bo/ra-soat/{listing.pk}/ket-thuc/")
    listing.refresh_from_db()
    assert listing.closed_at
    assert {(one.id_number, one.phone, one.address) for one in listing.people.all()} == {("", "", "")}


def test_not_while_somebody_is_left() -> None:
    with pytest.raises(RuleBroken, match="Còn 7 người"):
        actions.close_list(make.matched(), by=make.hoa(), now=make.NOW)
