"""The rules of a contest are settings."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from gandan.contests import actions
from gandan.contests.models import Contest
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works(client: Client) -> None:
    client.force_login(make.hoa())
    told = {
        "name": "Hội thi 2026", "year": "2026", "closes_on": "30/12/2026", "oldest": "35", "officials_only": "on",
        "judges_each": "2", "threshold": "8", "finalists": "9", "criteria": "Tính mới | 60\nTrình bày | 40",
        "finals": "Chào hỏi | 20 | trực tiếp\nKiến thức | 40 | trắc nghiệm | 20 | 15\nSáng kiến | 40",
        "prizes": "Giải Nhất | 1",
    }  # fmt: skip
    client.post("/lanh-dao/thi-dua/to-chuc/hoi-thi/moi/", told)
    contest = Contest.objects.get()
    assert [one.weight for one in contest.parts.filter(stage="final")] == [20, 40, 40]
    assert contest.parts.get(kind="test").minutes == 15
    told["finalists"] = "5"
    client.post(f"/lanh-dao/thi-dua/to-chuc/hoi-thi/{contest.pk}/sua/", told)
    contest.refresh_from_db()
    assert (contest.finalists, contest.parts.count()) == (5, 4)
    assert "Tính mới | 60" in client.get(f"/lanh-dao/thi-dua/to-chuc/hoi-thi/{contest.pk}/sua/").content.decode()


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""}, {"finalists": 0}, {"criteria": [{"key": "a", "name": "A", "most": 90}]},
        {"parts": (actions.PartPlan("Bài", 100, "paper", "preliminary"), actions.PartPlan("Chào hỏi", 90))},
        {"parts": (actions.PartPlan("Thi", 100, "test", "preliminary"), actions.PartPlan("Chào hỏi", 100))},
    ],
)  # fmt: skip
def test_rules_that_do_not_add_up(change: dict[str, Any]) -> None:
    with pytest.raises(RuleBroken):
        make.contest(**change)


def test_not_after_it_opened() -> None:
    contest = make.contest()
    with pytest.raises(RuleBroken, match="đã phát động"):
        actions.save_contest(make.facts(), organiser=make.commune(), contest=contest, by=make.hoa(), now=make.MONDAY)
