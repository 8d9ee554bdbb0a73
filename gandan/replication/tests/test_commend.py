"""Two commended in a quarter (S1.32)."""

from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.measures.periods import quarter_of
from gandan.replication import actions

from . import make

pytestmark = pytest.mark.django_db
QUARTER = quarter_of(make.NOW.date())


def test_it_works(clock: Any) -> None:
    centre, culture = make.minh().agency, make.division(make.commune())
    hoa = make.signed_in(make.hoa())
    for unit in (centre, culture):
        assert unit is not None
        hoa.post("/can-bo/van-ban-chi-dao/bieu-duong/moi/", {"agency": unit.pk, "reason": "Trả trước hạn 98%."})
    page = hoa.get("/can-bo/van-ban-chi-dao/bieu-duong/").content.decode()
    assert page.count("Trả trước hạn 98%.") == 2
    assert (
        "Trả trước hạn" not in make.signed_in(make.binh()).get("/can-bo/van-ban-chi-dao/bieu-duong/").content.decode()
    )


def test_once_a_quarter_and_only_our_own() -> None:
    unit = make.division(make.commune())
    praise = actions.Praise(unit, QUARTER, "Làm hay")
    actions.commend(praise, issuer=make.commune(), by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã có trong danh sách"):
        actions.commend(praise, issuer=make.commune(), by=make.hoa(), now=make.NOW)
    elsewhere = actions.Praise(make.other_commune(), QUARTER, "Làm hay")
    with pytest.raises(RuleBroken, match="không thuộc"):
        actions.commend(elsewhere, issuer=make.commune(), by=make.hoa(), now=make.NOW)
