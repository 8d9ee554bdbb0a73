from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.people.models import User
from gandan.reforms import actions
from gandan.reforms.models import Adoption
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db

LATER = make.NOW + timedelta(days=31)


def _explained(by: User) -> Adoption:
    adoption = make.adoption(by, obligation="mandatory")
    actions.miss_deadline(adoption, by=None, now=LATER)
    actions.explain(adoption, text="Mưa lũ", by=by, now=LATER)
    return adoption


def test_it_works() -> None:
    hoa = make.leader()
    adoption = _explained(hoa)
    kept = actions.rule_on(adoption, actions.Decision("criticise", number="5/QĐ"), by=make.above(), now=LATER)
    assert (kept.ruling, kept.head, kept.ruling_no) == ("criticise", hoa, "5/QĐ")
    assert adoption.status == A.EXPLAINED


def test_more_time() -> None:
    adoption, due = _explained(make.leader()), LATER + timedelta(days=9)
    actions.rule_on(adoption, actions.Decision("give_time", new_due_at=due), by=make.above(), now=LATER)
    adoption.refresh_from_db()
    assert (adoption.status, adoption.due_at) == (A.STUDYING, due)


def test_exempt() -> None:
    adoption = _explained(make.leader())
    actions.rule_on(adoption, actions.Decision("exempt"), by=make.above(), now=LATER)
    assert adoption.status == A.EXEMPTED


def test_the_unit_is_heard_first() -> None:
    adoption = make.adoption(make.leader(), obligation="mandatory")
    actions.miss_deadline(adoption, by=None, now=LATER)
    with pytest.raises(RuleBroken, match="chưa giải trình"):
        actions.rule_on(adoption, actions.Decision("remind"), by=make.above(), now=LATER)


def test_a_running_one_goes_on() -> None:
    hoa = make.leader()
    adoption = make.running(hoa)
    actions.judge_ineffective(adoption, cause="Đúng hạn 40%", by=None, now=LATER)
    actions.explain(adoption, text="Thiếu người", by=hoa, now=LATER)
    actions.rule_on(adoption, actions.Decision("remind"), by=make.above(), now=LATER)
    assert adoption.status == A.RUNNING
    with pytest.raises(RuleBroken, match="Đánh giá từ 23/01/2027"):
        actions.judge_effective(adoption, by=hoa, now=LATER)
