"""Place, person and rules of an amenity."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.premises import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.charging()
    told = {"number": 10, "name": "Sạc pin", "kind": "physical", "place": "Cửa sổ", "is_used": "on"}
    make.signed_in(make.hoa()).post(f"{make.OFFICER}danh-muc/tien-ich/{one.pk}/", told)
    one.refresh_from_db()
    assert (one.place, one.responsible) == ("Cửa sổ", None)


def test_nobody_of_another_commune_is_responsible() -> None:
    details = actions.AmenityDetails(10, "Sạc pin", "physical", responsible=make.binh())
    with pytest.raises(RuleBroken, match="không làm việc tại"):
        actions.change_amenity(make.charging(), details, by=make.hoa(), now=make.NOW)


def test_another_commune_sees_nothing() -> None:
    one = make.charging()
    assert make.signed_in(make.binh()).get(f"{make.OFFICER}danh-muc/tien-ich/{one.pk}/").status_code == 404
