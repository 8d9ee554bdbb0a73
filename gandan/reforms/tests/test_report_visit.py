from datetime import timedelta

import pytest

from gandan.core.errors import RuleBroken
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.tests.visiting import asked

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    minh = make.clerk()
    visit = asked(minh)
    actions.agree_visit(visit, by=make.clerk(make.other_commune(), "binh"), now=make.NOW)
    actions.report_visit(visit, result="Lịch trực ký hai người", by=minh, now=make.NOW + timedelta(days=9))
    assert visit.status == "done"


def test_not_before_the_day() -> None:
    minh = make.clerk()
    with pytest.raises(RuleBroken, match="sau buổi đó"):
        actions.report_visit(asked(minh), result="x", by=minh, now=make.NOW)
