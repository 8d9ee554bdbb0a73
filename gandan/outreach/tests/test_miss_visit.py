"""Nobody was met: planned again."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make
from gandan.outreach import actions
from gandan.outreach.workflow import VisitStatus

from . import field

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    made = field.planned()
    with pytest.raises(RuleBroken, match="hẹn lại"):
        actions.miss_visit(made, note=" ", by=field.minh(), now=make.moment(24, 9))
    actions.miss_visit(made, note="Đến 9 giờ, hẹn 14 giờ thứ Tư", by=field.minh(), now=make.moment(24, 9))
    assert (made.status, made.attempts, made.route_order) == (VisitStatus.NOT_MET, 1, None)
    plan = actions.VisitPlan(make.moment(25, 14), field.minh())
    actions.schedule_visit(made, plan=plan, by=field.minh(), now=make.moment(24, 10))
    assert made.status == VisitStatus.SCHEDULED
