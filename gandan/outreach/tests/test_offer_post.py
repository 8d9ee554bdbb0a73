"""Who can go out is offered the post; a later word may still change it."""

from __future__ import annotations

import pytest

from gandan.dossiers.tests import make
from gandan.outreach import actions
from gandan.outreach.workflow import VisitStatus

from . import field

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    made = field.visit()
    actions.offer_post(made, by=field.minh(), now=field.MONDAY)
    assert made.status == VisitStatus.OFFERED_POST
    plan = actions.VisitPlan(make.moment(24, 9), field.minh())
    actions.schedule_visit(made, plan=plan, by=field.minh(), now=field.MONDAY)
    assert made.status == VisitStatus.SCHEDULED
