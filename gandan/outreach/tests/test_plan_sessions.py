"""Sessions planned in turn, as the programme says."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest
from django.utils.timezone import localdate, localtime

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make
from gandan.outreach import actions
from gandan.outreach.jobs import plan_and_announce
from gandan.outreach.models import FieldSession
from gandan.places.models import CalendarDay, DayKind

from . import field

pytestmark = pytest.mark.django_db
LAST = date(2027, 1, 31)


def test_five_hamlets_ten_saturdays() -> None:
    places = field.hamlets(5)
    field.saturdays()
    made = actions.plan_sessions(make.commune(), until=LAST, by=None, now=field.MONDAY)
    assert [one.hamlet for one in made] == places * 2
    assert {localdate(one.starts_at).weekday() for one in made} == {5}
    assert localtime(made[0].starts_at) == make.moment(28, 8)
    assert made[0].needs == ["officer", "youth", "police", "hamlet"]
    assert made[0].place == "Nhà văn hóa Tổ dân phố Số 1"


def test_again_gives_nothing_new() -> None:
    field.hamlets(5)
    field.saturdays()
    actions.plan_sessions(make.commune(), until=LAST, by=None, now=field.MONDAY)
    assert actions.plan_sessions(make.commune(), until=LAST, by=None, now=field.MONDAY) == []
    assert FieldSession.objects.count() == 10


def test_fridays_at_the_culture_house_beside_saturdays() -> None:
    field.hamlets(2)
    field.saturdays(ahead_weeks=2)
    field.switch("field_sessions", weekdays=[4], ahead_weeks=2, needs=["officer", "police", "hamlet"])
    made = actions.plan_sessions(make.commune(), by=None, now=field.MONDAY)
    assert Counter(localdate(one.starts_at).weekday() for one in made) == {5: 2, 4: 2}


def test_two_rotations_on_the_same_day_clash() -> None:
    field.hamlets(2)
    field.saturdays()
    with pytest.raises(RuleBroken, match="thứ Bảy"):
        field.saturdays()


def test_the_order_told_is_kept_and_an_unknown_hamlet_refused() -> None:
    places = field.hamlets(3)
    with pytest.raises(RuleBroken, match="không có khu dân cư “Số 9”"):
        field.saturdays(hamlets="Số 9")
    field.saturdays(hamlets="Số 3\nTổ dân phố Số 1", ahead_weeks=2)
    made = actions.plan_sessions(make.commune(), by=None, now=field.MONDAY)
    assert [one.hamlet for one in made] == [places[2], places[0]]


def test_a_public_holiday_has_no_session() -> None:
    field.hamlets(2)
    field.saturdays(ahead_weeks=2)
    CalendarDay.objects.create(day=date(2026, 11, 28), kind=DayKind.HOLIDAY, name="Nghỉ lễ", basis="TB 1/2026")
    made = actions.plan_sessions(make.commune(), by=None, now=field.MONDAY)
    assert [localdate(one.starts_at) for one in made] == [date(2026, 12, 5)]


def test_a_session_called_off_gives_its_hamlet_the_next_turn() -> None:
    places = field.hamlets(3)
    field.saturdays(ahead_weeks=1)
    first = actions.plan_sessions(make.commune(), by=None, now=field.MONDAY)[0]
    actions.cancel_session(first, reason="Bão", by=field.minh(), now=field.MONDAY)
    made = actions.plan_sessions(make.commune(), until=date(2026, 12, 12), by=None, now=field.MONDAY)
    assert [one.hamlet for one in made] == places[:2]


def test_the_morning_job_plans_and_tells_once() -> None:
    field.hamlets(2)
    field.saturdays(ahead_weeks=3)
    assert plan_and_announce(field.MONDAY) == 0
    assert plan_and_announce(make.moment(26, 6)) == 1
    assert plan_and_announce(make.moment(26, 6)) == 0
