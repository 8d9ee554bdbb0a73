from datetime import timedelta
from typing import Any

import pytest

from gandan.programmes.actions import Clash
from gandan.programmes.models import Programme
from gandan.reforms import actions
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    adoption = make.running(make.leader(), weekdays=[1])
    adoption.refresh_from_db()
    programme = adoption.programmes.get()
    assert (adoption.status, adoption.started_on) == (A.RUNNING, make.TODAY)
    assert (programme.origin, programme.terms.get().parameters["weekdays"]) == ("ngay-thu-nam-khong-hen", [1])


def test_a_clash_leaves_nothing_behind() -> None:
    hoa = make.leader()
    make.running(hoa)
    two = {"programmes": [_day([2]), _day([3])]}
    other = make.version(make.reform("khac", "Ngày khác"), **two).reform
    adoption = make.adoption(hoa, other)
    actions.submit(adoption, make.plan(hoa), by=hoa, now=make.NOW)
    actions.approve(adoption, by=hoa, now=make.NOW)
    with pytest.raises(Clash, match="đã chạy ngày này"):
        actions.switch_on(adoption, by=hoa, now=make.NOW)
    adoption.refresh_from_db()
    assert adoption.status == A.PLANNED
    assert Programme.objects.count() == 1


def test_the_leader_decides_a_clash() -> None:
    hoa = make.leader()
    first = make.running(hoa).programmes.get()
    other = make.version(make.reform("khac", "Ngày khác")).reform
    adoption = make.adoption(hoa, other)
    start = make.TODAY + timedelta(days=3)
    actions.submit(adoption, make.plan(hoa, start_on=start), by=hoa, now=make.NOW)
    actions.approve(adoption, by=hoa, now=make.NOW)
    actions.switch_on(adoption, replacing=[first.pk], by=hoa, now=make.NOW)
    assert first.terms.get().until == start - timedelta(days=1)


def test_a_programme_of_another_commune_is_not_ended() -> None:
    theirs = make.running(make.leader(make.other_commune(), "binh"))
    hoa = make.leader()
    adoption = make.adoption(hoa, theirs.reform)
    actions.submit(adoption, make.plan(hoa), by=hoa, now=make.NOW)
    actions.approve(adoption, by=hoa, now=make.NOW)
    actions.switch_on(adoption, replacing=[theirs.programmes.get().pk], by=hoa, now=make.NOW)
    assert theirs.programmes.get().terms.get().until is None


def test_on_again_after_a_pause() -> None:
    hoa = make.leader()
    adoption = make.running(hoa)
    actions.pause_adoption(adoption, reason="Sửa trụ sở", by=hoa, now=make.NOW)
    actions.switch_on(adoption, by=hoa, now=make.NOW)
    since = sorted(one.terms.get().since for one in adoption.programmes.all())
    assert since == [make.TODAY, make.TODAY + timedelta(days=1)]


def test_a_model_without_a_package_runs_by_its_plan() -> None:
    hoa, reform = make.leader(), make.reform()
    adoption = make.adoption(hoa, reform)
    actions.submit(adoption, make.plan(hoa, measures=("on_time_rate",)), by=hoa, now=make.NOW)
    actions.approve(adoption, by=hoa, now=make.NOW)
    actions.switch_on(adoption, by=hoa, now=make.NOW)
    assert adoption.status == A.RUNNING


def _day(weekdays: list[int]) -> dict[str, Any]:
    return {"kind": make.KIND, "name": f"Ngày {weekdays}", "parameters": {"weekdays": weekdays, "days": 5}}
