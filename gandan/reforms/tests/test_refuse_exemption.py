import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.clerk()
    adoption = make.adoption(minh, obligation="mandatory")
    actions.ask_exemption(adoption, reason="Thiếu người", by=minh, now=make.NOW)
    actions.refuse_exemption(adoption, reason="Sở cử người hỗ trợ", by=make.above(), now=make.NOW)
    assert adoption.status == A.STUDYING


def test_a_reason_is_wanted() -> None:
    minh = make.clerk()
    adoption = make.adoption(minh, obligation="mandatory")
    actions.ask_exemption(adoption, reason="Thiếu người", by=minh, now=make.NOW)
    with pytest.raises(RuleBroken, match="lý do"):
        actions.refuse_exemption(adoption, reason="", by=make.above(), now=make.NOW)
