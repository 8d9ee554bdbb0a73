"""Where it stands, who looks after it."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.premises import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.item()
    told = {
        "section": "Không gian",
        "name": one.name,
        "unit": one.unit_id,
        "cadence": "daily",
        "responsible": make.minh().pk,
    }
    make.signed_in(make.hoa()).post(f"{make.OFFICER}danh-muc/muc/{one.pk}/", told)
    one.refresh_from_db()
    assert (one.cadence, one.responsible, one.is_used) == ("daily", make.minh(), False)


def test_not_at_a_unit_of_another_commune() -> None:
    one = make.item()
    details = actions.ItemDetails(make.other_commune(), "x", "Quạt", "weekly")
    with pytest.raises(RuleBroken, match="không thuộc"):
        actions.change_item(one, details, by=make.hoa(), now=make.NOW)
