"""An amenity of the commune's own."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.premises import actions
from gandan.premises.models import Amenity

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    told = {
        "number": 13,
        "name": "Mượn ô",
        "kind": "physical",
        "is_free": "on",
        "is_used": "on",
        "responsible": make.minh().pk,
    }
    make.signed_in(make.hoa()).post(f"{make.OFFICER}danh-muc/tien-ich-moi/", told)
    assert Amenity.objects.get(number=13).responsible == make.minh()


def test_a_number_is_used_once() -> None:
    details = actions.AmenityDetails(13, "Mượn ô", "physical")
    actions.add_amenity(make.commune(), details, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã là “Mượn ô”"):
        actions.add_amenity(make.commune(), details, by=make.hoa(), now=make.NOW)
