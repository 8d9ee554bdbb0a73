"""What the clock does to adoptions: remind, miss, urge, judge."""

from datetime import timedelta

import pytest

from gandan.journal.models import Entry
from gandan.measures.scope import Figure
from gandan.reforms import actions, jobs, judging
from gandan.reforms.tests import make
from gandan.reforms.workflow import AdoptionStatus as A
from tests.conftest import Clock

pytestmark = pytest.mark.django_db


def _kinds(adoption: object, kind: str) -> list[dict[str, object]]:
    return [one.data for one in Entry.objects.filter(kind=kind)]


def test_reminders_on_their_days(clock: Clock) -> None:
    adoption = make.adoption(make.leader(), obligation="encouraged")
    for day in range(12):
        clock.now = make.NOW + timedelta(days=day)
        jobs.remind_adoptions(0)
        jobs.remind_adoptions(0)
    assert [one["days_left"] for one in _kinds(adoption, "AdoptionReminded")] == [7, 3, 1, 0, -1]


def test_what_was_declined_for_a_reason_is_left_in_peace(clock: Clock) -> None:
    minh = make.clerk()
    adoption = make.adoption(minh, obligation="encouraged")
    actions.decline(adoption, reason="Không hợp", by=minh, now=make.NOW)
    clock.now = make.NOW + timedelta(days=3)
    jobs.remind_adoptions(0)
    jobs.urge_still(0)
    assert not _kinds(adoption, "AdoptionReminded")


def test_missed_once_for_each_deadline(clock: Clock) -> None:
    hoa = make.leader()
    adoption = make.adoption(hoa, obligation="mandatory")
    clock.now = make.NOW + timedelta(days=10)
    jobs.miss_deadlines(0)
    adoption.refresh_from_db()
    assert adoption.status == A.ASSIGNED
    clock.now += timedelta(seconds=1)
    jobs.miss_deadlines(0)
    adoption.refresh_from_db()
    assert adoption.status == A.NOT_DEPLOYED
    actions.submit(adoption, make.plan(hoa, start_on=clock.now.date()), by=hoa, now=clock.now)
    jobs.miss_deadlines(0)
    adoption.refresh_from_db()
    assert (adoption.status, adoption.explanations.count()) == (A.SUBMITTED, 1)


def test_two_weeks_still(clock: Clock) -> None:
    adoption = make.adoption(make.leader(), obligation="encouraged", due_at=make.NOW + timedelta(days=60))
    for day in (13, 14, 15, 27, 28):
        clock.now = make.NOW + timedelta(days=day)
        jobs.urge_still(0)
    assert [one["days_still"] for one in _kinds(adoption, "AdoptionUrged")] == [14, 28]


@pytest.mark.parametrize(
    ("figure", "status"),
    [
        pytest.param(Figure(40.0, 4, 10, 10), A.INEFFECTIVE, id="below"),
        pytest.param(Figure(90.0, 9, 10, 10), A.RUNNING, id="met: a person says so"),
        pytest.param(Figure(None, None, 0, 0), A.RUNNING, id="no figure yet"),
    ],
)
def test_judged_after_thirty_days(clock: Clock, monkeypatch: pytest.MonkeyPatch, figure: Figure, status: str) -> None:
    monkeypatch.setattr(judging, "figures", lambda scope, *names: dict.fromkeys(names, figure))
    adoption = make.running(make.leader())
    clock.now = make.NOW + timedelta(days=29)
    jobs.judge_running(0)
    adoption.refresh_from_db()
    assert adoption.status == A.RUNNING
    clock.now += timedelta(days=1)
    jobs.judge_running(0)
    adoption.refresh_from_db()
    assert adoption.status == status
    if status == A.INEFFECTIVE:
        assert adoption.explanations.get().cause == ("Tỷ lệ trả trước và đúng hạn 40% (cần từ 80% trở lên, 10 hồ sơ)")
