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
    asked = actions.judge_ineffective(adoption, cause="Tỷ lệ đúng hạn 40%", by=hoa, now=LATER)
    assert (adoption.status, asked.head) == (A.INEFFECTIVE, hoa)


def test_the_figure_is_named() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="con số"):
        actions.judge_ineffective(make.running(hoa), cause="", by=hoa, now=LATER)
