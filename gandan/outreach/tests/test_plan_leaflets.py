"""A hamlet joins the round with its number of households."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    listing = make.listing("Tờ hướng dẫn", purpose="leaflets", age_from=None, is_without_recipients=False)
    make.signed_in(make.hoa()).post(
        f"/can-bo/ra-soat/{listing.pk}/them-khu/", {"hamlet": make.hamlet().pk, "households": 300}
    )
    assert listing.rounds.get().households == 300


def test_not_for_another_purpose() -> None:
    with pytest.raises(RuleBroken, match="không phải đợt phát"):
        actions.plan_leaflets(make.listing(), make.hamlet(), households=3, by=make.hoa(), now=make.NOW)
