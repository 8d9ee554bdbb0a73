"""Totals and ranks, once every judge in the hall has scored."""

from __future__ import annotations

import pytest

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    contest = make.final()
    make.score_all(contest)
    actions.finish_final(contest, by=make.hoa(), now=make.MONDAY)
    assert list(contest.entries.in_final().order_by("final_rank").values_list("final", flat=True)) == [90, 85, 80]


def test_scores_are_missing() -> None:
    contest = make.final()
    with pytest.raises(RuleBroken, match="Còn thiếu 9 điểm"):
        actions.finish_final(contest, by=make.hoa(), now=make.MONDAY)
