"""Many people press at once: a place is taken once, and whoever came too late is told what is free."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from gandan.booking import actions
from gandan.booking.actions.booking import Wish
from gandan.booking.models import Appointment
from gandan.booking.tests import make
from gandan.core.errors import RuleBroken
from gandan.places.models import Agency

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE, PLACES = 8, 3


@pytest.fixture(autouse=True)
def no_job_left() -> Iterator[None]:
    """The tables of the queue are not Django's: what was deferred would be found by later tests."""
    yield
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


def pressing(wishes: list[Wish], agency: Agency) -> list[str]:
    start = Barrier(len(wishes))

    def press(wish: Wish) -> str:
        try:
            start.wait(timeout=10)
            actions.book(agency, wish, by=None, now=make.MONDAY)
        except RuleBroken as refused:
            return str(refused)
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(len(wishes)) as pool:
        return list(pool.map(press, wishes))


def test_the_last_places_are_taken_once() -> None:
    held = make.programme({**make.PHUONG_4, "places": PLACES})
    wishes = [make.wish(held, make.moment(24, 12), phone=f"091234500{number}") for number in range(PEOPLE)]

    told = pressing(wishes, held.agency)

    assert told.count("") == PLACES
    assert sorted(Appointment.objects.values_list("place", flat=True)) == [1, 2, 3]
    assert all("vừa có người đặt. Còn chỗ:" in one for one in told if one)


def test_one_phone_cannot_pass_its_limit_by_pressing_twice() -> None:
    held = make.programme({**make.PHUONG_4, "places": 5})
    wishes = [make.wish(held, make.moment(24, hour)) for hour in (6, 12, 17, 18)]

    told = pressing(wishes, held.agency)

    assert told.count("") == 1
    assert Appointment.objects.count() == 1
