"""Calling again."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.models import Counter, Ticket
from gandan.hall.tests import make
from gandan.hall.workflow import Status
from gandan.people.models import User

pytestmark = pytest.mark.django_db


def test_the_number_is_called_again_and_the_first_wait_stays() -> None:
    ticket, counter, minh = called()

    actions.recall(ticket, counter=counter, by=minh, now=make.at(7))

    assert (make.fresh(ticket).calls, make.fresh(ticket).waited_seconds) == (2, 300)
    assert ticket.called.filter(ended_at__isnull=True).count() == 1


def test_a_missed_number_can_be_called_again_from_a_free_counter() -> None:
    ticket, counter, minh = called()
    actions.miss(ticket, by=minh, now=make.at(8))

    actions.recall(make.fresh(ticket), counter=counter, by=minh, now=make.at(20))

    assert make.fresh(ticket).status == Status.CALLED


def test_whoever_is_done_is_not_called_again() -> None:
    ticket, counter, minh = called()
    actions.finish(ticket, by=minh, now=make.at(9))

    with pytest.raises(RuleBroken, match="Đã xong"):
        actions.recall(make.fresh(ticket), counter=counter, by=minh, now=make.at(10))


def called() -> tuple[Ticket, Counter, User]:
    counter, minh = make.open_counter()
    make.ticket(0)
    ticket = actions.call_next(counter, by=minh, now=make.at(5))
    assert ticket is not None
    return ticket, counter, minh
