"""The person has arrived at the counter."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.models import Counter, Ticket
from gandan.hall.tests import make
from gandan.hall.workflow import Status
from gandan.people.models import User

pytestmark = pytest.mark.django_db


def test_waiting_walking_and_serving_are_kept_apart() -> None:
    ticket, _, minh = called()

    actions.start_serving(ticket, by=minh, now=make.at(6))
    actions.finish(ticket, by=minh, now=make.at(16))

    kept = make.fresh(ticket)
    assert (kept.waited_seconds, kept.walked_seconds, kept.served_seconds) == (300, 60, 600)


def test_nobody_is_served_who_was_not_called() -> None:
    waiting = make.ticket(0)
    with pytest.raises((RuleBroken, AssertionError)):
        actions.start_serving(waiting, by=make.officer(), now=make.at(1))
    assert make.fresh(waiting).status == Status.WAITING


def called() -> tuple[Ticket, Counter, User]:
    counter, minh = make.open_counter()
    make.ticket(0)
    ticket = actions.call_next(counter, by=minh, now=make.at(5))
    assert ticket is not None
    return ticket, counter, minh
