"""Kept for later."""

from __future__ import annotations

import pytest

from gandan.hall import actions
from gandan.hall.models import Counter, Ticket
from gandan.hall.tests import make
from gandan.hall.workflow import Status
from gandan.people.models import User

pytestmark = pytest.mark.django_db


def test_the_counter_is_free_while_the_person_fetches_a_paper() -> None:
    ticket, counter, minh = called()
    actions.start_serving(ticket, by=minh, now=make.at(6))
    actions.hold(ticket, by=minh, now=make.at(9))
    make.ticket(8)

    assert make.fresh(ticket).status == Status.HELD
    assert actions.call_next(counter, by=minh, now=make.at(10)) is not None


def test_serving_before_and_after_adds_up() -> None:
    ticket, counter, minh = called()
    actions.start_serving(ticket, by=minh, now=make.at(6))
    actions.hold(ticket, by=minh, now=make.at(9))
    again = make.fresh(ticket)
    actions.recall(again, counter=counter, by=minh, now=make.at(20))
    actions.start_serving(again, by=minh, now=make.at(21))
    actions.finish(again, by=minh, now=make.at(23))

    assert make.fresh(ticket).served_seconds == (3 + 2) * 60


def called() -> tuple[Ticket, Counter, User]:
    counter, minh = make.open_counter()
    make.ticket(0)
    ticket = actions.call_next(counter, by=minh, now=make.at(5))
    assert ticket is not None
    return ticket, counter, minh
