import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa = make.leader()
    adoption = make.running(hoa)
    actions.decide_next_year(adoption, choice="replicate", by=hoa, now=make.NOW)
    adoption.refresh_from_db()
    assert adoption.next_year == "replicate"


@pytest.mark.parametrize("choice", ["", "forget"])
def test_one_of_four(choice: str) -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="Chọn giữ nguyên"):
        actions.decide_next_year(make.running(hoa), choice=choice, by=hoa, now=make.NOW)


def test_nothing_runs() -> None:
    hoa = make.leader()
    with pytest.raises(RuleBroken, match="không vận hành"):
        actions.decide_next_year(make.adoption(hoa), choice="keep", by=hoa, now=make.NOW)
