"""A judge without papers may be taken off."""

from __future__ import annotations

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    contest = make.contest()
    judge = make.judges(contest, 1)[0]
    client.force_login(make.hoa())
    client.post(f"/lanh-dao/thi-dua/to-chuc/giam-khao/{judge.pk}/bo/")
    assert not contest.judges.exists()


def test_not_with_papers() -> None:
    judge = make.marking().judges.filter(sheets__isnull=False).first()
    assert judge is not None
    with pytest.raises(RuleBroken, match="đã được giao bài"):
        actions.remove_judge(judge, by=make.hoa(), now=make.MONDAY)
