"""Asked, rostered, attended, counted (S1.40, S1.56)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.standing import calls

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    team = make.team(pattern="asked", members=4)
    call = actions.Call(make.SUNDAY, make.after(make.SUNDAY, 240), 4, "Giờ cao điểm")
    asked = actions.ask_people(team, call, by=make.hoa(), now=make.NOW)
    members = [one.pk for one in team.members.all()]
    make.signed_in(make.minh()).post(f"/can-bo/to-doi/huy-dong/{asked.pk}/", {"members": members})
    for shift in team.shifts.all():
        actions.check_in_shift(shift, by=make.hoa(), now=make.SUNDAY)
    for _ in range(37):
        given = actions.Help("app", member=make.member(team))
        actions.log_support(make.commune(), given, by=make.hoa(), now=make.after(make.SUNDAY, 60))
    (line,) = calls(team)
    assert (line.rostered, line.present) == (4, 4)
    assert team.supports.count() == 37


def test_somebody_must_come() -> None:
    asked = actions.ask_people(
        make.team(), actions.Call(make.SUNDAY, make.after(make.SUNDAY, 60), 1, "Hỗ trợ"), by=make.hoa(), now=make.NOW
    )
    with pytest.raises(RuleBroken, match="ít nhất một người"):
        actions.send_people(asked, members=[], by=make.hoa(), now=make.NOW)
