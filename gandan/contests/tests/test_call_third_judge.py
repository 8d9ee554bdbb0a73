"""By hand, where nobody was fit when the marks came in."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    contest = make.marking(1, count=2)
    for total in (80, 60):
        make.submit(next(iter(make.open_sheets(contest))), total)
    entry = contest.entries.get()
    with pytest.raises(RuleBroken, match="Thêm giám khảo"):
        actions.call_third_judge(entry, by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="giám khảo thứ ba"):
        actions.shortlist(contest, by=make.hoa(), now=make.MONDAY)
    actions.add_judge(contest, user=make.staff("giamkhao9", make.commune()), by=make.hoa(), now=make.MONDAY)
    client.force_login(make.hoa())
    client.post(f"/lanh-dao/thi-dua/to-chuc/bai/{entry.pk}/giam-khao-them/")
    assert entry.sheets.count() == 3
    with pytest.raises(RuleBroken, match="không cần"):
        actions.call_third_judge(entry, by=make.hoa(), now=make.MONDAY)
