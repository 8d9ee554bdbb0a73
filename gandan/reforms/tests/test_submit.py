from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.packages import differences, read
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.clerk()
    adoption = make.adoption(minh)
    actions.submit(adoption, make.plan(minh, weekdays=[1]), by=minh, now=make.NOW)
    assert adoption.status == A.SUBMITTED
    assert adoption.measures == ["on_time_rate"]
    assert adoption.thresholds == [{"measure": "on_time_rate", "at_least": 80}]
    assert adoption.version is not None
    changed = differences(read(adoption.version.package), adoption.settings)
    assert [(one.label, one.packaged, one.adopted) for one in changed] == [("Ngày trong tuần", "thứ Năm", "thứ Ba")]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param({"responsible": None}, "người phụ trách", id="nobody responsible"),
        pytest.param({"scope": " "}, "phạm vi", id="no scope"),
        pytest.param({"start_on": make.TODAY - timedelta(days=1)}, "đã qua", id="start in the past"),
        pytest.param({"is_pilot": True}, "ngày kết thúc", id="pilot without an end"),
        pytest.param({"settings": ({"kind": "fast_day", "parameters": {}},)}, "khác gói", id="other programmes"),
    ],
)
def test_rule_1(change: dict[str, Any], words: str) -> None:
    minh = make.clerk()
    adoption = make.adoption(minh)
    with pytest.raises(RuleBroken, match=words):
        actions.submit(adoption, replace(make.plan(minh), **change), by=minh, now=make.NOW)


def test_out_of_law_is_refused_at_once() -> None:
    minh = make.clerk()
    bad = {"kind": make.KIND, "name": "Ngày chậm", "parameters": {"weekdays": [1], "days": 31}}
    adoption = make.adoption(minh)
    with pytest.raises(RuleBroken, match="Ngày chậm: Hạn rút ngắn không quá 30 ngày"):
        actions.submit(adoption, replace(make.plan(minh), settings=(bad,)), by=minh, now=make.NOW)


def test_a_mandatory_one_starts_before_its_deadline() -> None:
    minh = make.clerk()
    adoption = make.adoption(minh, obligation="mandatory")
    late = make.plan(minh, start_on=make.TODAY + timedelta(days=11))
    with pytest.raises(RuleBroken, match="Hạn triển khai là 03/12/2026"):
        actions.submit(adoption, late, by=minh, now=make.NOW)
