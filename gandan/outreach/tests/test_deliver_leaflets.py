"""2,352 of 2,400 households: 98 %, and a list of 48 (S3.12)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.models import LeafletRound
from gandan.outreach.reached import rounds

from . import make

pytestmark = pytest.mark.django_db


def _round(households: int) -> LeafletRound:
    listing = make.listing("Tờ hướng dẫn", purpose="leaflets", age_from=None, is_without_recipients=False)
    return actions.plan_leaflets(listing, make.hamlet(), households=households, by=make.hoa(), now=make.NOW)


def test_it_works() -> None:
    given = _round(2400)
    missed = "\n".join(f"Hộ {number}" for number in range(48))
    make.signed_in(make.hoa()).post(f"/can-bo/ra-soat/phat/{given.pk}/", {"delivered": 2352, "missed": missed})
    (line,) = rounds(given.listing)
    assert (line.percent, line.left) == (98, 48)
    assert given.listing.people.count() == 48
    page = make.signed_in(make.hoa()).get(f"/can-bo/ra-soat/{given.listing_id}/").content.decode()
    assert "98%" in page


def test_every_missed_household_is_named() -> None:
    with pytest.raises(RuleBroken, match="Còn 2 hộ"):
        actions.deliver_leaflets(_round(10), delivered=8, missed=["Hộ A"], by=make.hoa(), now=make.NOW)
