import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    adoption = make.planned(make.leader())
    assert adoption.status == A.PLANNED
    assert adoption.decided_by is not None


def test_the_agreement_of_the_level_above() -> None:
    hoa, reform = make.leader(), make.version(checks=["agreement"]).reform
    adoption = make.adoption(hoa, reform)
    actions.submit(adoption, make.plan(hoa), by=hoa, now=make.NOW)
    with pytest.raises(RuleBroken, match="văn bản thống nhất"):
        actions.approve(adoption, by=hoa, now=make.NOW)
    actions.approve(adoption, decision_no="1317/UBND-NV", by=hoa, now=make.NOW)
    assert adoption.decision_no == "1317/UBND-NV"
