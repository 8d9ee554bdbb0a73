"""Who comes to a session, and which force is missing."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.dossiers.tests import make
from gandan.outreach import actions
from gandan.outreach.models import Member, Shift, Team
from gandan.outreach.workflow import ShiftStatus

from . import field

pytestmark = pytest.mark.django_db


def test_a_session_without_police_is_flagged() -> None:
    session = field.session()
    three = field.members("officer", "youth", "hamlet")
    assert actions.staff_session(session, three, by=field.minh(), now=field.MONDAY) == ["police"]
    assert actions.staff_session(session, field.members("police"), by=field.minh(), now=field.MONDAY) == []
    assert session.shifts.count() == 4


def test_who_is_absent_is_missing_again() -> None:
    session = field.session(needs=["police"])
    [police] = field.members("police")
    assert actions.staff_session(session, [police], by=field.minh(), now=field.MONDAY) == []
    Shift.objects.update(status=ShiftStatus.ABSENT)
    assert actions.staff_session(session, [], by=field.minh(), now=field.MONDAY) == ["police"]


def test_a_duty_of_the_same_hour_becomes_this_one() -> None:
    session = field.session()
    [member] = field.members("youth")
    Shift.objects.create(team=member.team, member=member, starts_at=session.starts_at, ends_at=session.ends_at)
    for _ in range(2):
        actions.staff_session(session, [member], by=field.minh(), now=field.MONDAY)
    assert Shift.objects.get().session == session


def test_members_of_another_commune_are_refused() -> None:
    session = field.session()
    team = Team.objects.create(
        commune=make.commune("11074", "Xã Tứ Kỳ", "000.40.52.H24"), name="Tổ", made_at=field.MONDAY
    )
    stranger = Member.objects.create(team=team, name="Ông Bình", force="youth", since=field.MONDAY.date())
    with pytest.raises(RuleBroken, match="không thuộc tổ của xã"):
        actions.staff_session(session, [stranger], by=field.minh(), now=field.MONDAY)
