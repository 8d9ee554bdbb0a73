"""The pioneer consents."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.tests import group, make
from gandan.hall.workflow import GroupStatus, Status

pytestmark = pytest.mark.django_db


def test_the_group_leaves_the_line_together() -> None:
    made, tickets = group.proposed()
    actions.agree_group(made, pioneer=tickets[2], by=make.officer(), now=make.at(12))

    assert made.status == GroupStatus.AGREED
    assert made.members.get(is_pioneer=True).ticket == tickets[2]
    first = make.fresh(tickets[0])
    assert (first.status, first.waited_seconds, first.counter) == (Status.SERVING, 720, None)


def test_whoever_was_called_meanwhile_is_no_longer_of_it_and_a_stranger_is_no_pioneer() -> None:
    made, tickets = group.proposed()
    counter, lan = make.open_counter(3, "lan")
    actions.call_next(counter, by=lan, now=make.at(11))
    with pytest.raises(RuleBroken, match="đang chờ trong nhóm"):
        actions.agree_group(made, pioneer=tickets[0], by=make.officer(), now=make.at(12))


def test_the_called_one_stays_at_the_counter() -> None:
    made, tickets = group.proposed()
    counter, lan = make.open_counter(3, "lan")
    actions.call_next(counter, by=lan, now=make.at(11))
    actions.agree_group(made, pioneer=tickets[1], by=make.officer(), now=make.at(12))

    assert make.fresh(tickets[0]).status == Status.CALLED
    assert made.members.filter(left_at=None).count() == 4
