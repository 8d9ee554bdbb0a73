"""S1.9: the hour proposed for the certificate of marriage."""

from __future__ import annotations

from datetime import date

import pytest

from gandan.booking import actions
from gandan.booking.actions.booking import Wish
from gandan.booking.models import Appointment
from gandan.booking.programmes import WEDDING
from gandan.booking.tests import make
from gandan.booking.workflow import Status
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db


def propose(about: str = "HS-1", wanted: date | None = None) -> Appointment | None:
    wish = Wish(programme_id=0, starts_at=make.MONDAY, name="Phạm Thị Lan", phone=make.PHONE, about=about)
    return actions.propose_handover(people.commune(), wish, wanted=wanted, now=make.MONDAY)


def test_it_works() -> None:
    """Approved on Monday: Friday, 9:00."""
    make.programme({}, kind=WEDDING, name="Trao Giấy chứng nhận kết hôn")

    one = propose()

    assert one is not None
    assert (one.starts_at, one.status, one.matter) == (
        make.moment(27, 9), Status.CONFIRMED, "Trao Giấy chứng nhận kết hôn",
    )  # fmt: skip
    assert propose() is None


def test_the_day_the_couple_wants_and_the_limit_of_a_phone_does_not_count() -> None:
    make.programme({"most_open": 1}, kind=WEDDING, name="Trao Giấy chứng nhận kết hôn")
    one, other = propose(wanted=date(2026, 12, 1)), propose("HS-2", wanted=date(2027, 3, 1))
    assert (one and one.starts_at.day, other and other.starts_at.day) == (4, 27)


def test_nothing_where_the_commune_has_no_such_hours() -> None:
    assert propose() is None
    assert not Appointment.objects.exists()
