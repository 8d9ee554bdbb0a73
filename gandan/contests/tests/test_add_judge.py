"""Judges are people of the organiser, never entrants."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    contest = make.contest()
    client.force_login(make.hoa())
    judge = make.staff("giamkhao", make.commune())
    client.post(f"/lanh-dao/thi-dua/to-chuc/hoi-thi/{contest.pk}/giam-khao/", {"user": judge.pk})
    assert contest.judges.get().user == judge


def test_not_from_elsewhere_not_twice_not_an_entrant() -> None:
    contest = make.contest()
    other = make.staff("binh", make.commune("11779", "Xã Tân Minh", "000.32.52.H24"))
    with pytest.raises(RuleBroken, match="nơi tổ chức"):
        actions.add_judge(contest, user=other, by=make.hoa(), now=make.MONDAY)
    make.judges(contest, 1)
    with pytest.raises(RuleBroken, match="đã là giám khảo"):
        make.judges(contest, 1)
    author = make.staff("thisinh", make.divisions(1)[0])
    make.entry(contest, author)
    with pytest.raises(RuleBroken, match="có bài dự thi"):
        actions.add_judge(contest, user=author, by=make.hoa(), now=make.MONDAY)
