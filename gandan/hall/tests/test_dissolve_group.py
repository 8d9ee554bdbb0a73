"""A group given up."""

from __future__ import annotations

import pytest

from gandan.hall import actions
from gandan.hall.tests import group, make
from gandan.hall.workflow import GroupStatus, Status

pytestmark = pytest.mark.django_db


def test_everybody_waits_again_with_the_old_turn_and_may_be_invited_again() -> None:
    made, tickets = group.guiding()
    first = made.members.select_related("ticket").get(ticket=tickets[0])
    actions.confirm_member(first, by=make.officer(), now=make.at(20))
    actions.dissolve_group(made, by=make.officer(), now=make.at(21))

    assert made.status == GroupStatus.DISSOLVED
    assert make.fresh(tickets[0]).status == Status.DONE
    counter, lan = make.open_counter(3, "lan")
    called = actions.call_next(counter, by=lan, now=make.at(22))
    assert called is not None
    assert (called.pk, called.waited_seconds) == (tickets[1].pk, 21 * 60)
    again = actions.propose_group(
        made.agency, procedure=made.procedure, tickets=tickets[2:], by=make.officer(), now=make.at(23)
    )
    assert again.members.count() == 3
