"""A member leaves; duties to come must be covered first."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    member = make.member(make.team())
    make.signed_in(make.hoa()).post(f"/can-bo/to-doi/thanh-vien/{member.pk}/thoi/")
    member.refresh_from_db()
    assert member.until == make.NOW.date()


def test_the_team_is_told_what_it_misses() -> None:
    assert "cần ít nhất 3" in actions.end_member(make.member(make.team()), by=make.hoa(), now=make.NOW)[0]


def test_duties_ahead_hold_the_member() -> None:
    shift = make.sunday(make.team())[0]
    with pytest.raises(RuleBroken, match="còn 1 ca"):
        actions.end_member(shift.member, by=make.hoa(), now=make.NOW)
