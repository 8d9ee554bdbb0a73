import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.clerk()
    adoption = make.adoption(minh, obligation="encouraged")
    actions.study(adoption, by=minh, now=make.NOW)
    assert adoption.status == A.STUDYING


def test_a_running_one_is_not_studied() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="Đang vận hành"):
        actions.study(make.running(hoa), by=hoa, now=make.NOW)
