"""Prizes, commendations, and the registry."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Commendation, Contest
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def scored() -> Contest:
    contest = make.final()
    make.score_all(contest)
    actions.finish_final(contest, by=make.hoa(), now=make.MONDAY)
    return contest


def test_it_works(client: Client) -> None:
    contest = scored()
    client.force_login(make.hoa())
    told = {"number": "9/QĐ-UBND", "decided_on": "20/11/2026"}
    client.post(f"/lanh-dao/thi-dua/to-chuc/hoi-thi/{contest.pk}/trao-giai/", told)
    best = contest.entries.get(final_rank=1)
    assert best.prize == "Giải Nhất"
    assert best.reform is not None
    assert best.reform.status in ("proposed", "merged")
    assert Commendation.objects.filter(contest=contest).count() == 3
    answer = client.get(f"/lanh-dao/thi-dua/to-chuc/hoi-thi/{contest.pk}/?dang=xlsx")
    assert answer.content[:2] == b"PK"


def test_once() -> None:
    contest = scored()
    same = Contest.objects.get(pk=contest.pk)
    actions.award(contest, make.DECISION, by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken):
        actions.award(same, make.DECISION, by=make.hoa(), now=make.MONDAY)
