"""No more papers."""

from __future__ import annotations

import pytest

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    contest = make.contest()
    entry = make.entry(contest, make.officer())
    actions.close_entries(contest, by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken, match="hết hạn"):
        actions.withdraw_entry(entry, by=entry.author, now=make.MONDAY)


def test_without_papers_there_is_nothing_to_close() -> None:
    with pytest.raises(RuleBroken, match="Chưa có bài"):
        actions.close_entries(make.contest(), by=make.hoa(), now=make.MONDAY)
