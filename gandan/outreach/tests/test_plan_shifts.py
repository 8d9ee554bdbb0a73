"""Duties are planned in turn, and only what is missing."""

from collections import Counter
from datetime import date

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.duties import coverage

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    team = make.team()
    make.signed_in(make.hoa()).post(
        f"/can-bo/to-doi/{team.pk}/xep-lich/", {"since": "23/11/2026", "until": "20/12/2026"}
    )
    assert team.shifts.count() == 12
    page = make.signed_in(make.minh()).get(f"/can-bo/lich-truc/?to={team.pk}&tuan=2026-11-23").content.decode()
    assert "08:00–11:00" in page


def test_again_adds_nothing() -> None:
    team = make.team()
    assert len(make.sunday(team)) == 3
    assert len(make.sunday(team)) == 3


def test_a_week_of_ten_half_days_has_no_gap() -> None:
    team = make.team(pattern="office", at_once=1)
    monday, sunday = date(2026, 11, 30), date(2026, 12, 6)
    assert actions.plan_shifts(team, since=monday, until=sunday, by=make.hoa(), now=make.NOW) == 10
    assert coverage(team, monday, sunday).holes == []
    most = Counter(team.shifts.values_list("member", flat=True))
    assert sorted(most.values()) == [3, 3, 4]


def test_a_month_around_the_clock_has_no_uncovered_hour() -> None:
    team = make.team(pattern="clock", members=4)
    first, last = date(2027, 4, 1), date(2027, 4, 30)
    actions.plan_shifts(team, since=first, until=last, by=make.hoa(), now=make.NOW)
    told = coverage(team, first, last)
    assert (told.hours, told.uncovered) == (720, 0)


def test_a_team_without_hours_is_told_so() -> None:
    with pytest.raises(RuleBroken, match="không có giờ phải trực"):
        actions.plan_shifts(
            make.team(pattern="asked"), since=date(2026, 11, 23), until=date(2026, 11, 30), by=make.hoa(), now=make.NOW
        )
