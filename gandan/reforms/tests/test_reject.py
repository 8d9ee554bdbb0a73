"""Not taken up; the reason stays with the idea."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    made = ideas.assessed(hoa)
    make.signed_in(hoa).post(f"{ideas.ADDRESS}{made.code}/khong-chap-thuan/", {"reason": "Đã có loa đọc."})
    made.refresh_from_db()
    assert (made.status, made.reason) == (Status.REJECTED, "Đã có loa đọc.")


def test_not_without_reason() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="lý do"):
        actions.reject(ideas.proposed(hoa), reason="", by=hoa, now=make.NOW)
    ideas.refuses_strangers(ideas.proposed(hoa).code, "khong-chap-thuan")
