"""The best papers are chosen; ties are explained."""

from __future__ import annotations

import pytest

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    contest = make.marked(4, finalists=2)
    actions.shortlist(contest, by=make.hoa(), now=make.MONDAY)
    assert list(contest.entries.in_final().order_by("preliminary_rank").values_list("title", flat=True)) == [
        "Mô hình 1",
        "Mô hình 2",
    ]


def test_papers_not_marked() -> None:
    with pytest.raises(RuleBroken, match="Còn 4 phiếu"):
        actions.shortlist(make.marking(2), by=make.hoa(), now=make.MONDAY)


def test_equal_marks_go_to_who_was_earlier() -> None:
    contest = make.marking(2, finalists=1)
    for sheet in make.open_sheets(contest):
        make.submit(sheet, 80)
    actions.shortlist(contest, by=make.hoa(), now=make.MONDAY)
    best = contest.entries.get(is_finalist=True)
    assert (best.title, best.preliminary_reason) == ("Mô hình 1", "Bằng tổng điểm, hơn ở thời điểm nộp bài")
