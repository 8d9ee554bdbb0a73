"""A marriage registration is approved: the couple is offered the hour of the hand-over (S1.9)."""

from __future__ import annotations

import pytest

from gandan.booking.models import Appointment, Notice
from gandan.booking.programmes import WEDDING
from gandan.dossiers.workflow import Status
from gandan.journal.tests.settle import settle
from gandan.programmes.actions import Switch, switch_on
from tests.conftest import Clock

from . import make

pytestmark = pytest.mark.django_db
MARRIAGE = "1.000894"


@pytest.fixture
def fridays(clock: Clock) -> None:
    """The commune hands certificates over on Fridays, 9:00 to 10:00."""
    held = Switch(
        kind=WEDDING,
        agency=make.commune(),
        name="Trao Giấy chứng nhận kết hôn",
        parameters={},
        since=make.MONDAY.date(),
    )
    switch_on(held, by=None, now=make.MONDAY)


@pytest.mark.usefixtures("fridays")
def test_it_works() -> None:
    dossier = make.dossier(Status.SETTLED, of=make.version(MARRIAGE))
    settle()

    one = Appointment.objects.get()
    assert (one.about, one.name, one.starts_at) == (dossier.code, dossier.applicant_name, make.moment(27, 9))
    assert (
        "mời ông/bà đến 9\xa0giờ, thứ\xa0Sáu,\xa027/11/2026, Trao Giấy chứng nhận kết hôn" in Notice.objects.get().text
    )


@pytest.mark.usefixtures("fridays")
def test_another_result_is_fetched_as_ever() -> None:
    make.dossier(Status.SETTLED)
    settle()
    assert not Appointment.objects.exists()
