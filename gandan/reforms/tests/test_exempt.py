import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.clerk()
    adoption = make.adoption(minh, obligation="mandatory")
    actions.ask_exemption(adoption, reason="Xã không có trường học", by=minh, now=make.NOW)
    actions.exempt(adoption, decision_no="12/SNV", by=make.above(), now=make.NOW)
    assert (adoption.status, adoption.decision_no) == (A.EXEMPTED, "12/SNV")


def test_nobody_asked() -> None:
    adoption = make.adoption(make.clerk(), obligation="mandatory")
    with pytest.raises(RuleBroken, match="Được giao"):
        actions.exempt(adoption, decision_no="", by=make.above(), now=make.NOW)
