import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.tests.visiting import asked

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    visit = asked()
    actions.decline_visit(visit, reason="Tuần sau được", by=make.clerk(make.other_commune(), "binh"), now=make.NOW)
    visit.refresh_from_db()
    assert (visit.status, visit.result) == ("declined", "Tuần sau được")


def test_a_reason_is_wanted() -> None:
    with pytest.raises(RuleBroken, match="lý do"):
        actions.decline_visit(asked(), reason="", by=make.clerk(make.other_commune(), "binh"), now=make.NOW)
