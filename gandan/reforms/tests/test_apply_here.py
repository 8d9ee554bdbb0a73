from dataclasses import replace

import pytest

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.programmes.models import Programme
from gandan.reforms import actions
from gandan.reforms.models import Adoption
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    hoa, version = make.leader(), make.version()
    adoption = actions.apply_here(
        version.reform, make.plan(hoa, weekdays=[1]), agency=make.commune(), by=hoa, now=make.NOW
    )
    assert adoption.status == A.RUNNING
    kinds = list(Entry.objects.about(adoption).values_list("kind", flat=True))
    assert kinds == ["AdoptionBegun", "AdoptionStudied", "PlanSubmitted", "PlanApproved", "AdoptionStarted"]


def test_twice_switches_on_once() -> None:
    hoa, version = make.leader(), make.version()
    actions.apply_here(version.reform, make.plan(hoa), agency=make.commune(), by=hoa, now=make.NOW)
    with pytest.raises(RuleBroken, match="Đang vận hành"):
        actions.apply_here(version.reform, make.plan(hoa), agency=make.commune(), by=hoa, now=make.NOW)
    assert Programme.objects.count() == 1


def test_a_plan_that_waits_is_not_passed_over() -> None:
    minh, hoa, version = make.clerk(), make.leader(), make.version()
    actions.submit(make.adoption(minh, version.reform), make.plan(minh), by=minh, now=make.NOW)
    with pytest.raises(RuleBroken, match="chờ duyệt"):
        actions.apply_here(version.reform, make.plan(hoa), agency=make.commune(), by=hoa, now=make.NOW)


def test_out_of_law_leaves_nothing_behind() -> None:
    hoa, version = make.leader(), make.version()
    bad = {"kind": make.KIND, "name": "", "parameters": {"weekdays": [1], "days": 31}}
    with pytest.raises(RuleBroken):
        actions.apply_here(
            version.reform, replace(make.plan(hoa), settings=(bad,)), agency=make.commune(), by=hoa, now=make.NOW
        )
    assert not Adoption.objects.exists()
