"""A visit gets its day, and the day its order."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make, office
from gandan.outreach import actions
from gandan.outreach.models import HomeVisit
from gandan.outreach.workflow import VisitStatus

from . import field

pytestmark = pytest.mark.django_db


def test_asked_on_monday_visited_on_tuesday() -> None:
    made = field.planned()
    assert (made.status, made.planned_for, made.visitor) == (VisitStatus.SCHEDULED, make.moment(24, 9), field.minh())
    assert made.route_order == 1


def test_the_day_is_put_in_the_order_of_the_way() -> None:
    one, two = field.hamlets(2)
    first = field.planned(hamlet=two, name="Bà Sáu")
    second = field.planned(hamlet=one, name="Ông Tám")
    third = field.planned(hamlet=two, name="Bà Năm")
    order = HomeVisit.objects.order_by("route_order").values_list("pk", flat=True)
    assert list(order) == [second.pk, first.pk, third.pk]


def test_it_can_be_moved_but_not_into_the_past() -> None:
    made = field.planned()
    actions.schedule_visit(
        made, plan=actions.VisitPlan(make.moment(25, 9), field.minh()), by=field.minh(), now=field.MONDAY
    )
    assert made.planned_for == make.moment(25, 9)
    with pytest.raises(RuleBroken, match="đã qua"):
        actions.schedule_visit(made, plan=actions.VisitPlan(make.moment(20, 9)), by=field.minh(), now=field.MONDAY)


def test_only_officers_of_the_commune_go() -> None:
    with pytest.raises(RuleBroken, match="không thuộc xã"):
        field.planned(visitor=office.binh())
