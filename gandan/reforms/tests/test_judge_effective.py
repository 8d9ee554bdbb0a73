from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db

LATER = make.NOW + timedelta(days=30)


def test_it_works() -> None:
    hoa = make.leader()
    adoption = make.running(hoa)
    actions.judge_effective(adoption, by=hoa, now=LATER)
    assert adoption.status == A.EFFECTIVE


def test_not_before_thirty_days() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="Đánh giá từ 23/12/2026"):
        actions.judge_effective(make.running(hoa), by=hoa, now=LATER - timedelta(days=1))
