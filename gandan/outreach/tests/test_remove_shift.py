"""Taken off the roster before it begins."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    team = make.team()
    shift = make.sunday(team)[0]
    make.signed_in(make.hoa()).post(f"/can-bo/lich-truc/ca/{shift.pk}/bo/")
    assert team.shifts.count() == 2


def test_not_once_it_has_begun() -> None:
    with pytest.raises(RuleBroken, match="đã bắt đầu"):
        actions.remove_shift(make.sunday(make.team())[0], by=make.hoa(), now=make.SUNDAY)


def test_only_who_keeps_the_roster() -> None:
    shift = make.sunday(make.team())[0]
    assert make.signed_in(make.minh()).post(f"/can-bo/lich-truc/ca/{shift.pk}/bo/").status_code == 404
