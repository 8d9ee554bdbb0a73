"""One more member; experience is asked of officers, not of volunteers (R36)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    team = make.team()
    make.signed_in(make.hoa()).post(
        f"/can-bo/to-doi/{team.pk}/thanh-vien/", {"name": "Lê Văn Mới", "force": "volunteer"}
    )
    assert team.members.count() == 4


def test_an_officer_without_two_years_is_warned_of() -> None:
    team = make.team()
    for name, force in (("Cán bộ trẻ", "officer"), ("Tình nguyện trẻ", "volunteer")):
        one = actions.Person(name, force, works_since=make.NOW.date().replace(year=2026, month=1))
        actions.add_member(team, one, by=make.hoa(), now=make.NOW)
    page = make.signed_in(make.hoa()).get(f"/can-bo/to-doi/{team.pk}/").content.decode()
    assert page.count("chưa đủ 2 năm kinh nghiệm") == 1


def test_not_twice() -> None:
    team = make.team()
    with pytest.raises(RuleBroken, match="đã ở trong tổ"):
        actions.add_member(team, make.people(1)[0], by=make.hoa(), now=make.NOW)
