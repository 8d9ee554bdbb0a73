"""A thing of the commune's own."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.premises import actions
from gandan.premises.models import ChecklistItem

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    told = {"section": "Không gian", "name": "Bình chữa cháy", "unit": make.commune().pk, "cadence": "monthly",
            "expires_on": "01/06/2027", "is_used": "on", "needs_photo": "on"}  # fmt: skip
    make.signed_in(make.hoa()).post(f"{make.OFFICER}danh-muc/muc-moi/", told)
    assert f"{ChecklistItem.objects.get().expires_on}" == "2027-06-01"


def test_once_at_a_place() -> None:
    make.item()
    details = actions.ItemDetails(make.commune(), "x", "Quạt, máy điều hòa", "weekly", "Phòng chờ")
    with pytest.raises(RuleBroken, match="đã có"):
        actions.add_item(make.commune(), details, by=make.hoa(), now=make.NOW)
