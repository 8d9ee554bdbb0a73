"""Gone home; the hours count for the letter of thanks."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.standing import member_hours
from tests.conftest import Clock

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    team = make.team()
    shift = make.sunday(team)[0]
    actions.check_in_shift(shift, by=make.hoa(), now=make.SUNDAY)
    clock.set("2026-11-29 11:00")
    make.signed_in(make.hoa()).post(f"/can-bo/lich-truc/ca/{shift.pk}/ra-ve/")
    line = next(one for one in member_hours(team, make.SUNDAY.date()) if one.shifts)
    assert (line.member, line.hours) == (shift.member, 3.0)
    assert make.signed_in(make.hoa()).get(f"/can-bo/to-doi/{team.pk}/?dang=xlsx").status_code == 200


def test_only_who_came() -> None:
    with pytest.raises(RuleBroken, match="chưa điểm danh"):
        actions.leave_shift(make.sunday(make.team())[0], by=make.hoa(), now=make.SUNDAY)
