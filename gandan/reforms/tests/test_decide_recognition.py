"""The decision: four submitted, three recognised, one returned (S4.24)."""

from datetime import date, timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.models import Level, Recognition
from gandan.reforms.recognised import recognised_in
from gandan.reforms.tests import make
from gandan.reforms.workflow import Status

pytestmark = pytest.mark.django_db
ABOVE = "/lanh-dao/mo-hinh/cong-nhan/"


def submitted(code: str = "zalo") -> Recognition:
    claim = actions.Claim(level=Level.PROVINCE, description="Kết quả")
    hoa = make.leader(username=f"hoa-{code}")
    return actions.apply_for_recognition(make.reform(code, code), claim, agency=make.commune(), by=hoa, now=make.NOW)


def test_it_works() -> None:
    made = submitted()
    data = {"decision_no": "77/QĐ-UBND", "decided_on": "10/11/2025"}
    make.signed_in(make.above()).post(f"{ABOVE}{made.pk}/quyet-dinh/", data)
    made.refresh_from_db()
    assert (made.status, made.reform.level, made.reform.status) == ("recognised", Level.PROVINCE, Status.RECOGNISED)
    assert made.reform.documents.get().number == "77/QĐ-UBND"


def test_four_submitted_three_recognised_one_returned() -> None:
    son = make.above()
    dossiers = [submitted(code) for code in ("zalo", "3-hon", "nha-van-hoa", "4-tai-cho")]
    for one in dossiers[:3]:
        actions.decide_recognition(one, decision_no="77/QĐ", decided_on=date(2026, 11, 10), by=son, now=make.NOW)
    actions.turn_down(dossiers[3], reason="Thiếu số liệu.", by=son, now=make.NOW)
    assert recognised_in(make.commune(), 2026) == 3
    assert recognised_in(make.commune(), 2027) == 0
    page = make.signed_in(son).get(ABOVE).content.decode()
    assert page.count("Được công nhận") == 3
    assert "Năm 2026: 3 mô hình được công nhận." in page


def test_number_day_and_once() -> None:
    made, son = submitted(), make.above()
    with pytest.raises(RuleBroken, match="số quyết định"):
        actions.decide_recognition(made, decision_no="", decided_on=make.TODAY, by=son, now=make.NOW)
    tomorrow = make.TODAY + timedelta(days=1)
    with pytest.raises(RuleBroken, match="sau hôm nay"):
        actions.decide_recognition(made, decision_no="1", decided_on=tomorrow, by=son, now=make.NOW)
    actions.decide_recognition(made, decision_no="1", decided_on=make.TODAY, by=son, now=make.NOW)
    with pytest.raises(RuleBroken, match="đang ở bước"):
        actions.decide_recognition(made, decision_no="2", decided_on=make.TODAY, by=son, now=make.NOW)
