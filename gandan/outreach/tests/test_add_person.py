"""A person entered by hand (S4.17)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.matching import Line

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    listing = make.listing(purpose="papers", age_from=None, is_without_recipients=False)
    data = {"name": "Lý Văn Nam", "hamlet": make.hamlet().pk, "matter": "Chưa có giấy khai sinh"}
    make.signed_in(make.hoa()).post(f"/can-bo/ra-soat/{listing.pk}/them-nguoi/", data)
    assert listing.people.get().hamlet == make.hamlet()


def test_not_twice() -> None:
    listing = make.listing(age_from=None)
    line = Line(0, "Lý Văn Nam", id_number=make.number(1))
    actions.add_person(listing, line, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="trùng số định danh"):
        actions.add_person(listing, line, by=make.hoa(), now=make.NOW)
