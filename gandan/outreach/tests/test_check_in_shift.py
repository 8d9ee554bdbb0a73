"""Members sign in around 8:00 on Sunday (S3.20)."""

import pytest
from django.utils.timezone import localtime

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.duties import holes_of_today
from tests.conftest import Clock

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(clock: Clock) -> None:
    shift = make.sunday(make.team())[0]
    clock.set("2026-11-29 08:02")
    make.signed_in(make.hoa()).post(f"/can-bo/lich-truc/ca/{shift.pk}/co-mat/")
    shift.refresh_from_db()
    assert (shift.status, localtime(shift.arrived_at).strftime("%H:%M")) == ("present", "08:02")


def test_three_from_five_to_eight_until_five_past() -> None:
    team = make.team()
    for shift, minute in zip(make.sunday(team), (-5, 0, 5), strict=True):
        actions.check_in_shift(shift, by=make.hoa(), now=make.after(make.SUNDAY, minute))
    assert holes_of_today(team, make.after(make.SUNDAY, 10)) == []


def test_two_of_three_present_is_flagged() -> None:
    team = make.team()
    for shift in make.sunday(team)[:2]:
        actions.check_in_shift(shift, by=make.hoa(), now=make.SUNDAY)
    (hole,) = holes_of_today(team, make.after(make.SUNDAY, 10))
    assert (hole.present, hole.needed) == (2, 3)


@pytest.mark.parametrize("minute", [pytest.param(-45, id="too early"), pytest.param(180, id="over")])
def test_not_outside_the_duty(minute: int) -> None:
    shift = make.sunday(make.team())[0]
    with pytest.raises(RuleBroken):
        actions.check_in_shift(shift, by=make.hoa(), now=make.after(make.SUNDAY, minute))
