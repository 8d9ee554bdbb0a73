"""The visit is over."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.models import Counter, Ticket
from gandan.hall.tests import make
from gandan.hall.workflow import Status
from gandan.people.models import User

pytestmark = pytest.mark.django_db


def test_all_matters_are_done_and_the_counter_is_free() -> None:
    ticket, counter, minh = called()

    actions.finish(ticket, by=minh, now=make.at(12))

    assert make.fresh(ticket).status == Status.DONE
    assert not ticket.matters.filter(done_at__isnull=True).exists()
    assert actions.call_next(counter, by=minh, now=make.at(13)) is None


def test_a_second_press_says_so() -> None:
    ticket, _, minh = called()
    same = make.fresh(ticket)
    actions.finish(ticket, by=minh, now=make.at(12))

    with pytest.raises(RuleBroken, match="người khác"):
        actions.finish(same, by=minh, now=make.at(12))


def called() -> tuple[Ticket, Counter, User]:
    counter, minh = make.open_counter()
    make.ticket(0)
    ticket = actions.call_next(counter, by=minh, now=make.at(5))
    assert ticket is not None
    return ticket, counter, minh
