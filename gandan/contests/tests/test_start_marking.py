"""Numbers and judges are drawn; nobody marks the own unit."""

from __future__ import annotations

import pytest

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    contest = make.marking(6)
    assert {one.number for one in contest.entries.all()} == {1, 2, 3, 4, 5, 6}
    assert [one.sheets.count() for one in contest.judges.all()] == [4, 4, 4]
    assert all(one.sheets.count() == 2 for one in contest.entries.all())


def test_the_own_unit_is_never_given() -> None:
    contest, unit = make.contest(), make.divisions(1)[0]
    make.judges(contest, 2)
    colleague = make.staff("dongnghiep", unit)
    actions.add_judge(contest, user=colleague, by=make.hoa(), now=make.MONDAY)
    entry = make.entry(contest, make.staff("thisinh", unit))
    actions.close_entries(contest, by=make.hoa(), now=make.MONDAY)
    actions.check_entry(entry, is_eligible=True, by=make.hoa(), now=make.MONDAY)
    actions.start_marking(contest, by=make.hoa(), now=make.MONDAY)
    assert colleague.pk not in {one.judge.user_id for one in entry.sheets.select_related("judge")}


def test_too_few_judges() -> None:
    with pytest.raises(RuleBroken, match="không đủ 2 giám khảo"):
        make.marking(1, count=1)


def test_unchecked_papers() -> None:
    contest = make.contest()
    make.entry(contest, make.officer())
    actions.close_entries(contest, by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="chưa kiểm tra"):
        actions.start_marking(contest, by=make.hoa(), now=make.MONDAY)
