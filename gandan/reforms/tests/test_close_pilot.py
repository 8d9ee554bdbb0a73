"""What the pilot showed; then on, or the end."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import ideas, make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db
SAID = "Ba tháng: hỗ trợ 20 hồ sơ kê khai, 6 hồ sơ cấp lần đầu."


def test_it_works() -> None:
    hoa = make.leader()
    made = ideas.piloted(hoa)
    data = {"evaluation": SAID, "continues": "yes"}
    make.signed_in(hoa).post(f"{ideas.ADDRESS}{made.code}/danh-gia-thi-diem/", data)
    made.refresh_from_db()
    assert (made.status, made.reason) == (Status.EVALUATED, SAID)


def test_stopping_ends_it() -> None:
    hoa = make.leader()
    made = ideas.piloted(hoa)
    actions.close_pilot(made, evaluation=SAID, continues=False, by=hoa, now=make.NOW)
    made.refresh_from_db()
    assert made.status == Status.ENDED


def test_not_without_evaluation() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="kết quả thí điểm"):
        actions.close_pilot(ideas.piloted(hoa), evaluation="", continues=True, by=hoa, now=make.NOW)
