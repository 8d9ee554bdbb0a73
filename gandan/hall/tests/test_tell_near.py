"""Whoever is near is told, once."""

from __future__ import annotations

import pytest

from gandan.hall import actions
from gandan.hall.models import Ticket
from gandan.hall.tests import make
from gandan.journal.models import Entry
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db


def test_the_first_four_are_told_once_and_the_next_when_the_line_moves() -> None:
    counter, minh = make.open_counter()
    for minute in range(6):
        make.ticket(minute)

    assert actions.tell_near(people.commune(), now=make.at(7)) == 4
    assert actions.tell_near(people.commune(), now=make.at(8)) == 0
    actions.call_next(counter, by=minh, now=make.at(9))
    assert actions.tell_near(people.commune(), now=make.at(9)) == 1

    assert Entry.objects.filter(kind="TicketNear").count() == 5
    assert Ticket.objects.filter(near_at=None).count() == 1
