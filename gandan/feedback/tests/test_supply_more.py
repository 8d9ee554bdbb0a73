"""The sender adds what was asked."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.feedback import actions

from . import make

pytestmark = pytest.mark.django_db


def test_the_promise_begins_anew_and_the_law_s_limit_runs_on() -> None:
    one = make.feedback()
    lawful = one.answer_by
    actions.ask_more(one, "Trước số nhà nào?", by=make.minh(), now=make.at(hours=1))
    actions.supply_more(one, "Số 12", [make.photo()], by=None, now=make.at(days=1))
    last = make.fresh(one)
    assert (last.status, last.clock_from, last.answer_by) == ("new", make.at(days=1), lawful)
    assert "Bổ sung: Số 12" in last.text
    with pytest.raises(RuleBroken):
        actions.supply_more(last, "nữa", by=None, now=make.at(days=1))
