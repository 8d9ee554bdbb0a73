"""Who has an appointment stands in the one order of the hall at the booked hour (S4.19)."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from gandan.booking import actions
from gandan.booking.programmes import VISITS
from gandan.booking.tests import make
from gandan.booking.workflow import Status
from gandan.core.errors import RuleBroken
from gandan.hall import actions as hall
from gandan.hall.actions.drawing import Wish
from gandan.hall.models import Source
from gandan.hall.tests import make as halls
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db
MORNING = {"windows": [{"weekday": day, "from": "07:30", "to": "11:30"} for day in range(5)], "minutes": 30}


def test_it_works(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Booked for 09:30: called at 09:30 before those who drew a number while that hour had come."""
    one = make.appointment(make.programme(MORNING, kind=VISITS), make.moment(23, 9, 30), now=make.moment(23, 8))
    counter, sitting = halls.open_counter(1, "quay")
    monkeypatch.setattr("django.utils.timezone.now", lambda: make.moment(23, 9, 20))
    client.force_login(make.officer())

    client.post(reverse("booking:check_in", args=[one.pk]))

    kept = make.fresh(one)
    assert kept.ticket is not None
    assert (kept.status, kept.ticket.source, kept.ticket.booked_for) == (Status.ARRIVED, Source.BOOKING, one.starts_at)
    hall.draw(people.commune(), Wish(), by=None, now=make.moment(23, 9, 31))
    assert hall.call_next(counter, by=sitting, now=make.moment(23, 9, 32)) == kept.ticket


def test_not_long_before() -> None:
    with pytest.raises(RuleBroken, match="trong 2 giờ trước"):
        actions.check_in(make.appointment(), by=make.officer(), now=make.MONDAY)


def test_only_once() -> None:
    one = make.appointment()
    actions.check_in(one, by=make.officer(), now=make.moment(24, 11, 50))
    with pytest.raises(RuleBroken, match="Đã đến"):
        actions.check_in(make.fresh(one), by=make.officer(), now=make.moment(24, 11, 51))


def test_another_commune_sees_nothing(client: Client) -> None:
    one = make.appointment()
    client.force_login(make.officer("binh", of=people.other_commune()))
    for name in ("appointment", "check_in"):
        assert client.post(reverse(f"booking:{name}", args=[one.pk])).status_code == 404
