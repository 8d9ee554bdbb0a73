"""Looked at: nothing is wrong."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.premises import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    defect = make.defect()
    make.signed_in(make.tam()).post(
        f"{make.OFFICER}hong-hoc/{defect.pk}/khong-hong/", {"reason": "Đã cắm thử, có điện"}
    )
    assert make.fresh(defect).status == "dismissed"


def test_a_reason_is_needed() -> None:
    with pytest.raises(RuleBroken, match="vì sao"):
        actions.dismiss_defect(make.defect(), "", by=make.tam(), now=make.NOW)
