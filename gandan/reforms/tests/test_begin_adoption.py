import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    adoption = make.adoption(make.leader())
    assert (adoption.status, adoption.obligation) == (A.STUDYING, "own")
    assert adoption.version is not None


def test_again_is_the_same_one() -> None:
    hoa, version = make.leader(), make.version()
    assert make.adoption(hoa, version.reform).pk == make.adoption(hoa, version.reform).pk


def test_an_idea_is_not_adopted() -> None:
    idea = make.reform(status="idea")
    with pytest.raises(RuleBroken, match="Chọn mô hình đang thí điểm"):
        make.adoption(make.leader(), idea)


def test_a_running_one_is_not_begun_again() -> None:
    hoa = make.leader()
    adoption = make.running(hoa)
    with pytest.raises(RuleBroken, match="Đang vận hành"):
        actions.begin_adoption(adoption.reform, agency=adoption.agency, by=hoa, now=make.NOW)
