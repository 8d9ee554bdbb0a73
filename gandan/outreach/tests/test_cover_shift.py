"""Another member takes the duty (R35)."""

import pytest

from gandan.core.errors import RuleBroken
from gandan.outreach import actions
from gandan.outreach.duties import coverage

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    team = make.team(members=4)
    shift = make.sunday(team)[0]
    spare = team.members.exclude(shifts__isnull=False).get()
    url = f"/can-bo/lich-truc/ca/{shift.pk}/thay/"
    make.signed_in(make.hoa()).post(url, {"cover": spare.pk, "cause": "Nghỉ phép"})
    shift.refresh_from_db()
    assert (shift.status, shift.covered_by) == ("covered", spare)
    assert coverage(team, make.SUNDAY.date(), make.SUNDAY.date()).holes == []


def test_not_by_one_who_is_on_duty() -> None:
    first, second, _ = make.sunday(make.team())
    with pytest.raises(RuleBroken, match="ca trùng giờ"):
        actions.cover_shift(first, cover=second.member, cause="Ốm", by=make.hoa(), now=make.NOW)


def test_not_without_a_cause() -> None:
    first, second, _ = make.sunday(make.team())
    with pytest.raises(RuleBroken, match="lý do vắng"):
        actions.cover_shift(first, cover=second.member, by=make.hoa(), now=make.NOW)
