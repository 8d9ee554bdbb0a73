"""The end of a model; the province ends one of a unit that left the tree."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    made = ideas.piloted(hoa)
    make.signed_in(hoa).post(f"{ideas.ADDRESS}{made.code}/cham-dut/", {"reason": "Đã có cách khác."})
    made.refresh_from_db()
    assert (made.status, made.reason) == (Status.ENDED, "Đã có cách khác.")
    with pytest.raises(RuleBroken, match="đang ở bước"):
        actions.resume(made, by=hoa, now=make.NOW)


def test_the_province_ends_a_model_nobody_here_owns() -> None:
    made = make.reform(owner_name="Thành phố Sa Đéc")
    make.signed_in(make.above()).post(f"/lanh-dao/mo-hinh/{made.code}/cham-dut/", {"reason": "Lạc hậu."})
    made.refresh_from_db()
    assert made.status == Status.ENDED


def test_a_commune_does_not_end_the_model_of_another() -> None:
    made = make.reform(owner_name="Thành phố Sa Đéc")
    hoa = make.leader()
    assert make.signed_in(hoa).post(f"{ideas.ADDRESS}{made.code}/cham-dut/", {"reason": "x"}).status_code == 404
