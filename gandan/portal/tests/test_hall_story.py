"""The hall of the demonstration: people wait, are served, were served; appointments are booked; the same every time."""

from __future__ import annotations

from datetime import datetime

import pytest

from gandan.booking.models import Appointment
from gandan.booking.workflow import Status as Booked
from gandan.catalog.tests.make import version
from gandan.hall.line import of_hall
from gandan.hall.models import Ticket
from gandan.hall.rules import rules_of
from gandan.hall.tests import make as hall
from gandan.hall.workflow import Status
from gandan.people.tests import make as people
from gandan.places.calendar import VIETNAM
from gandan.portal.hall_story import PROCEDURES, SEATS, tell_hall

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(datetime(2026, 11, 27, 10, 20, tzinfo=VIETNAM), id="Friday morning"),
        pytest.param(datetime(2026, 11, 29, 23, 5, tzinfo=VIETNAM), id="Sunday night"),
    ],
)
def test_it_works(now: datetime) -> None:
    commune = people.commune()
    for code in PROCEDURES:
        version(code, f"Thủ tục {code}")
    for number in SEATS:
        hall.counter(number)
    staff = {name: hall.officer(name) for name in (*SEATS.values(), "lanhdao")}

    tell_hall(commune, staff, now=now)

    today = Ticket.objects.of(commune, now.date())
    counts = {status: today.filter(status=status).count() for status in Status}
    assert counts[Status.SERVING] + counts[Status.CALLED] == len(SEATS)
    assert (counts[Status.HELD], len(of_hall(commune, rules_of(commune, now.date()), now))) == (
        1,
        counts[Status.WAITING],
    )
    assert counts[Status.WAITING] >= 3
    assert counts[Status.DONE] > 8
    assert Appointment.objects.filter(status__in=(Booked.REQUESTED, Booked.CONFIRMED)).count() > 4
