"""Served: by the officer's word, or by the end of the ticket."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.booking import actions
from gandan.booking.tests import make
from gandan.booking.workflow import Status
from gandan.core.errors import RuleBroken
from gandan.hall import actions as hall
from gandan.hall.tests import make as halls
from gandan.journal.tests.settle import settle

pytestmark = pytest.mark.django_db


def test_it_works(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    one = make.appointment()
    monkeypatch.setattr("django.utils.timezone.now", lambda: make.moment(24, 12, 25))
    client.force_login(make.officer())
    actions.assign_officer(one, officer=make.officer("x"), by=make.leader(), now=make.MONDAY)

    client.post(reverse("booking:close_appointment", args=[one.pk]), {"outcome": "Chứng thực 2 bản"})

    kept = make.fresh(one)
    assert (kept.status, kept.officer, kept.outcome) == (Status.SERVED, make.officer("x"), "Chứng thực 2 bản")


def test_the_end_of_the_ticket_ends_it() -> None:
    one = make.appointment()
    counter, sitting = halls.open_counter(1, "quay")
    ticket = actions.check_in(one, by=sitting, now=make.moment(24, 11, 55))
    assert hall.call_next(counter, by=sitting, now=make.moment(24, 12)) == ticket
    ticket.refresh_from_db()
    hall.start_serving(ticket, by=sitting, now=make.moment(24, 12, 1))
    hall.finish(ticket, by=sitting, now=make.moment(24, 12, 15))
    settle()
    assert (make.fresh(one).status, make.fresh(one).officer) == (Status.SERVED, sitting)


def test_not_before_its_hour() -> None:
    one = make.appointment(make.programme({**make.PHUONG_4, "needs_leader": False}))
    with pytest.raises(RuleBroken, match="Chưa đến giờ hẹn"):
        actions.close_appointment(one, by=make.officer(), now=make.MONDAY)
