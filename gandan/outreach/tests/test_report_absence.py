"""An absence has a cause (R35)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    shift = make.sunday(make.team())[0]
    make.signed_in(make.hoa()).post(f"/can-bo/lich-truc/ca/{shift.pk}/vang/", {"cause": "Ốm"})
    shift.refresh_from_db()
    assert (shift.status, shift.cause) == ("absent", "Ốm")


def test_not_without_a_cause() -> None:
    with pytest.raises(RuleBroken, match="lý do vắng"):
        actions.report_absence(make.sunday(make.team())[0], cause=" ", by=make.hoa(), now=make.NOW)


def test_it_leaves_a_hole() -> None:
    team = make.team()
    actions.report_absence(make.sunday(team)[0], cause="Đi học", by=make.hoa(), now=make.NOW)
    page = make.signed_in(make.minh()).get(f"/can-bo/lich-truc/?to={team.pk}&tuan=2026-11-23").content.decode()
    assert "Thiếu 1 người" in page
