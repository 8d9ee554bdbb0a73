"""Not resolved yet, but when is said in public."""

from datetime import date

import pytest

from gandan.core.errors import RuleBroken
from gandan.dialogue import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    one = make.assigned()
    actions.plan_opinion(one, "Làm trong quý I", date(2027, 3, 31), by=make.thu(), now=make.NOW)
    assert (one.status, one.outcome_label) == ("planned", "Có kế hoạch giải quyết")


def test_a_day_gone_by() -> None:
    with pytest.raises(RuleBroken, match="phải sau"):
        actions.plan_opinion(make.assigned(), "Làm", date(2026, 11, 1), by=make.thu(), now=make.NOW)
