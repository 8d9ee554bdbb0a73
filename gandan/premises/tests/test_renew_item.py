"""A new one is there."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.premises import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.item("Túi y tế", expires_on=make.at(5).date(), warned_for=make.at(5).date())
    make.signed_in(make.minh()).post(f"{make.OFFICER}muc/{one.pk}/han-dung/", {"expires_on": "30/06/2027"})
    one.refresh_from_db()
    assert (f"{one.expires_on}", one.warned_for) == ("2027-06-30", None)


def test_not_in_the_past() -> None:
    with pytest.raises(RuleBroken, match="sau hôm nay"):
        actions.renew_item(make.item(), make.NOW.date(), by=make.minh(), now=make.NOW)
