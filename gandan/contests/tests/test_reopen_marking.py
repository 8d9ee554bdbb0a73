"""Before publication the marking may go on."""

from __future__ import annotations

import pytest

from gandan.contests import actions
from gandan.core.errors import RuleBroken

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    contest = make.marked(2)
    actions.shortlist(contest, by=make.hoa(), now=make.MONDAY)
    actions.reopen_marking(contest, by=make.hoa(), now=make.MONDAY)
    assert not contest.entries.filter(is_finalist=True).exists()
    actions.shortlist(contest, by=make.hoa(), now=make.MONDAY)
    actions.publish(contest, by=make.hoa(), now=make.MONDAY)
    with pytest.raises(RuleBroken):
        actions.reopen_marking(contest, by=make.hoa(), now=make.MONDAY)
