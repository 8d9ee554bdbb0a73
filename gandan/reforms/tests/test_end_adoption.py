import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    adoption = make.running(hoa)
    actions.end_adoption(adoption, reason="Thay bằng mô hình khác", by=hoa, now=make.NOW)
    assert (adoption.status, adoption.ended_on) == (A.ENDED, make.TODAY)
    assert adoption.programmes.get().terms.get().until == make.TODAY


def test_then_it_may_be_taken_up_again() -> None:
    hoa = make.leader()
    adoption = make.running(hoa)
    actions.end_adoption(adoption, reason="Thử", by=hoa, now=make.NOW)
    assert make.adoption(hoa, adoption.reform).pk != adoption.pk


def test_a_reason_is_wanted() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="lý do"):
        actions.end_adoption(make.running(hoa), reason="", by=hoa, now=make.NOW)
