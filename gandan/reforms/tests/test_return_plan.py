import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh, hoa = make.clerk(), make.leader()
    adoption = make.adoption(minh)
    actions.submit(adoption, make.plan(minh), by=minh, now=make.NOW)
    actions.return_plan(adoption, reason="Đổi sang thứ Ba", by=hoa, now=make.NOW)
    assert (adoption.status, adoption.reason) == (A.STUDYING, "Đổi sang thứ Ba")


def test_nothing_to_return() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="Đang nghiên cứu"):
        actions.return_plan(make.adoption(hoa), reason="x", by=hoa, now=make.NOW)
