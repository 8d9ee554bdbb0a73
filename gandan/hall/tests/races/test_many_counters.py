"""Many counters press at once: nobody is called twice, nobody is skipped."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from gandan.hall import actions
from gandan.hall.models import Call, Counter, Ticket
from gandan.hall.tests import make
from gandan.people.models import User
from gandan.people.tests import make as people

pytestmark = pytest.mark.django_db(transaction=True)
COUNTERS, ROUNDS = 8, 5


def pressing(seats: list[tuple[Counter, User]], minute: int) -> list[Ticket | None]:
    """Every counter presses “next” at the same moment."""
    start = Barrier(len(seats))

    def press(seat: tuple[Counter, User]) -> Ticket | None:
        try:
            start.wait(timeout=10)
            return actions.call_next(seat[0], by=seat[1], now=make.at(minute))
        finally:
            connection.close()

    with ThreadPoolExecutor(len(seats)) as pool:
        return list(pool.map(press, seats))


def test_many_counters_call_the_first_ones_in_line_each_once() -> None:
    people.commune()
    seats = [make.open_counter(number, f"cb{number}") for number in range(1, COUNTERS + 1)]
    for number in range(COUNTERS * ROUNDS):
        make.ticket(0, priority="elderly" if number % 5 == 0 else "")

    called: list[int] = []
    for minute in range(ROUNDS):
        found = pressing(seats, 10 + minute)
        assert all(found)
        called += [one.pk for one in found if one]
        for ticket, (_, officer) in zip(found, seats, strict=True):
            assert ticket is not None
            actions.finish(ticket, by=officer, now=make.at(11 + minute))

    assert len(called) == len(set(called)) == COUNTERS * ROUNDS
    assert Call.objects.count() == COUNTERS * ROUNDS


def test_two_kiosks_never_print_one_number() -> None:
    commune = people.commune()
    start = Barrier(6)

    def draw(_: int) -> list[int]:
        try:
            start.wait(timeout=10)
            return [actions.draw(commune, actions.drawing.Wish(), by=None, now=make.at(0)).number for _ in range(5)]
        finally:
            connection.close()

    with ThreadPoolExecutor(6) as pool:
        numbers = [number for some in pool.map(draw, range(6)) for number in some]

    assert sorted(numbers) == list(range(1, 31))
