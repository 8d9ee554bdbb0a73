"""Called and not there."""

from __future__ import annotations

import pytest

from gandan.hall import actions
from gandan.hall.models import Counter, Ticket
from gandan.hall.tests import make
from gandan.hall.workflow import Status
from gandan.people.models import User

pytestmark = pytest.mark.django_db


def test_the_number_stays_good() -> None:
    ticket, _, minh = called()
    actions.miss(ticket, by=minh, now=make.at(7))
    assert make.fresh(ticket).status == Status.MISSED

    actions.put_back(make.fresh(ticket), by=minh, now=make.at(9))

    assert make.fresh(ticket).status == Status.WAITING


def called() -> tuple[Ticket, Counter, User]:
    counter, minh = make.open_counter()
    make.ticket(0)
    ticket = actions.call_next(counter, by=minh, now=make.at(5))
    assert ticket is not None
    return ticket, counter, minh
