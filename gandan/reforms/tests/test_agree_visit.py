import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.tests.visiting import asked

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    visit = asked()
    actions.agree_visit(visit, by=make.clerk(make.other_commune(), "binh"), now=make.NOW)
    assert visit.status == "agreed"


def test_once() -> None:
    visit, binh = asked(), make.clerk(make.other_commune(), "binh")
    actions.agree_visit(visit, by=binh, now=make.NOW)
    with pytest.raises(RuleBroken, match="Đã nhận lời"):
        actions.agree_visit(visit, by=binh, now=make.NOW)
