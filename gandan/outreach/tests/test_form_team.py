"""A team is formed when it meets its rules."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.models import Member, Team
from gandan.outreach.programmes import CONSULTING_TEAM
from gandan.programmes.actions import Switch, switch_on

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    data = {
        "name": "Tổ tư vấn khu phố 5", "least_members": 3, "pattern": "weekly", "at_once": 1, "weekday": 6,
        "starts": "08:00", "ends": "11:00", "hamlet": make.hamlet("5").pk, "place": "Ban điều hành",
        "people": "Lê Thị Lan; Đoàn Thanh niên; 0912345118\nTrần Văn Ba; Đoàn Thanh niên\nVũ Thị Tư; Hội Liên hiệp Phụ nữ",
    }  # fmt: skip
    answer = make.signed_in(make.hoa()).post("/can-bo/to-doi/moi/", data)
    team = Team.objects.get()
    assert answer["Location"] == f"/can-bo/to-doi/{team.pk}/"
    assert team.members.values_list("name", "is_head")[0] == ("Lê Thị Lan", True)


def test_seven_teams_of_three_are_21_members() -> None:
    for number in range(1, 8):
        make.team(f"Tổ khu phố {number}", hamlet=make.hamlet(str(number)))
    assert Member.objects.count() == 21


def test_a_team_of_two_is_refused() -> None:
    with pytest.raises(RuleBroken, match="ít nhất 3 người"):
        make.team(members=2)


def test_two_of_each_organisation() -> None:
    rule = {"women": 2, "veterans": 2, "youth": 2}
    six = [actions.Person(f"{force} {number}", force) for force in rule for number in (1, 2)]
    made = actions.form_team(make.commune(), make.facts(per_force=rule), six, by=make.hoa(), now=make.NOW)
    assert made.members.count() == 6
    with pytest.raises(RuleBroken, match="Hội Cựu chiến binh có 1 người"):
        actions.form_team(
            make.commune(), make.facts("Tổ hai", per_force=rule), six[:3] + six[4:], by=make.hoa(), now=make.NOW
        )


def test_the_programme_asks_for_more() -> None:
    given = Switch(CONSULTING_TEAM, make.commune(), "Tổ tư vấn lưu động", {"least": 5}, make.NOW.date(), basis="QĐ 1")
    switch_on(given, by=make.hoa(), now=make.NOW)
    with pytest.raises(RuleBroken, match="ít nhất 5 người"):
        make.team(hamlet=make.hamlet())


def test_reception_forms_no_team() -> None:
    assert make.signed_in(make.minh()).get("/can-bo/to-doi/moi/").status_code == 404
