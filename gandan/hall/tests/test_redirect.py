"""Sent to another counter or zone."""

from __future__ import annotations

import pytest

from gandan.core.errors import RuleBroken
from gandan.hall import actions
from gandan.hall.actions.calling import Destination
from gandan.hall.models import Counter, Ticket
from gandan.hall.tests import make
from gandan.people.models import User

pytestmark = pytest.mark.django_db


def test_the_waiting_time_is_kept_and_only_that_counter_calls() -> None:
    ticket, counter, minh = called()
    other, lan = make.open_counter(2, "lan")
    actions.redirect(ticket, destination=Destination(counter=other), by=minh, now=make.at(6))

    assert actions.call_next(counter, by=minh, now=make.at(7)) is None
    again = actions.call_next(other, by=lan, now=make.at(7))
    assert again is not None
    assert (again.pk, again.moves) == (ticket.pk, 1)


def test_a_switch_of_zone_keeps_its_reason() -> None:
    ticket, _, minh = called()

    actions.redirect(ticket, destination=Destination(zone="self", reason="Tự nộp được"), by=minh, now=make.at(6))

    assert (make.fresh(ticket).zone, make.fresh(ticket).zone_reason) == ("self", "Tự nộp được")


def test_nowhere_is_no_destination() -> None:
    ticket, _, minh = called()
    with pytest.raises(RuleBroken, match="quầy hoặc khu"):
        actions.redirect(ticket, destination=Destination(), by=minh, now=make.at(6))


def called() -> tuple[Ticket, Counter, User]:
    counter, minh = make.open_counter()
    make.ticket(0)
    ticket = actions.call_next(counter, by=minh, now=make.at(5))
    assert ticket is not None
    return ticket, counter, minh
