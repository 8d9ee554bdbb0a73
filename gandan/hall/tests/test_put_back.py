"""Back in the queue."""

from __future__ import annotations

import pytest

from gandan.hall import actions
from gandan.hall.models import Counter, Ticket
from gandan.hall.tests import make
from gandan.people.models import User

pytestmark = pytest.mark.django_db


def test_the_old_turn_is_kept() -> None:
    ticket, counter, minh = called()
    make.ticket(1)
    actions.put_back(ticket, by=minh, now=make.at(6))

    again = actions.call_next(counter, by=minh, now=make.at(7))

    assert again is not None
    assert again.pk == ticket.pk


def called() -> tuple[Ticket, Counter, User]:
    counter, minh = make.open_counter()
    make.ticket(0)
    ticket = actions.call_next(counter, by=minh, now=make.at(5))
    assert ticket is not None
    return ticket, counter, minh
