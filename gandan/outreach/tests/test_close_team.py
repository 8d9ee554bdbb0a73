"""A team ends."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    team = make.team()
    make.sunday(team)
    make.signed_in(make.hoa()).post(f"/can-bo/to-doi/{team.pk}/giai-the/")
    team.refresh_from_db()
    assert not team.is_active
    assert not team.shifts.exists()


def test_only_once() -> None:
    team = make.team()
    actions.close_team(team, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="đã giải thể"):
        actions.close_team(team, by=make.hoa(), now=make.NOW)
