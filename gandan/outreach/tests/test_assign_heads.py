"""Every hamlet's people to the hamlet's own head, in one press (S0.21)."""

import pytest

from gandan.outreach import actions
from gandan.places.models import Hamlet

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    listing = make.matched()
    page = make.signed_in(make.hoa()).post(f"/can-bo/ra-soat/{listing.pk}/giao-het/", follow=True).content.decode()
    people = make.to_reach(listing)
    assert f"Đã giao {len(people)} người" in page
    assert {(one.head_name, one.status) for one in people} == {
        (f"Tổ trưởng {place}", "assigned") for place in ("Số 1", "Số 2", "Số 3")
    }
    assert actions.assign_heads(listing, by=make.hoa(), now=make.NOW) == 0


def test_a_hamlet_without_head_waits() -> None:
    listing = make.matched()
    Hamlet.objects.filter(name="Số 2").update(head_name="")
    actions.assign_heads(listing, by=make.hoa(), now=make.NOW)
    assert {one.hamlet_name for one in make.to_reach(listing) if one.status == "found"} == {"TDP số 2"}
