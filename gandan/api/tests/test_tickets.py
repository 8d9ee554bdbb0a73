"""The hall for programs."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from gandan.dossiers.tests import make
from gandan.hall import actions as hall
from gandan.hall.models import Counter, Sitting, Ticket

from .conftest import Program, program_of


def counter(number: int = 1) -> Counter:
    return hall.keep_counter(make.commune(), number=number)


@pytest.mark.django_db
def test_draw_and_call(minh: Program, anyone: Program) -> None:
    make.version()
    one = counter()
    drawn = minh.post("tickets", {"procedure": "1.001193", "birth_year": 1958, "priority": "elderly"})
    assert drawn.status_code == 201
    told = drawn.json()
    assert (told["number"], told["zone"], told["status"], told["ahead"]) == (1, "assisted", "waiting", 0)

    followed = anyone.get(f"tracking/tickets/{told['key']}").json()
    assert (followed["number"], followed["least_minutes"]) == (1, None)

    called = minh.post(f"counters/{one.pk}/call-next")
    assert (called.status_code, called.json()["number"], called.json()["counter"]) == (200, 1, "Quầy 1")
    (item,) = minh.get("counters").json()["items"]
    assert (item["id"], item["is_open"], item["current"]) == (one.pk, True, 1)

    nobody = minh.post(f"counters/{one.pk}/call-next")
    assert (nobody.status_code, nobody.content) == (204, b"")
    assert Ticket.objects.get().status == "done"


@pytest.mark.django_db
def test_a_repeated_press_calls_nobody_else(minh: Program) -> None:
    one = counter()
    for _ in range(2):
        assert minh.post("tickets", {}, Idempotency_Key="phieu-1").json()["number"] == 1
    minh.post("tickets", {})
    for _ in range(2):
        assert minh.post(f"counters/{one.pk}/call-next", Idempotency_Key="bam-1").json()["number"] == 1
    minh.post(f"counters/{one.pk}/call-next", Idempotency_Key="bam-2")
    for _ in range(2):
        assert minh.post(f"counters/{one.pk}/call-next", Idempotency_Key="bam-3").status_code == 204


@pytest.mark.django_db
def test_one_program_serves_several_counters(minh: Program) -> None:
    two = [counter(1), counter(2)]
    for _ in range(3):
        minh.post("tickets", {})
    numbers = [minh.post(f"counters/{one.pk}/call-next").json()["number"] for one in (*two, two[0])]
    assert numbers == [1, 2, 3]
    assert Sitting.objects.count() == 1


@pytest.mark.django_db
def test_bad_input_is_told(minh: Program, lan: Program, binh: Program) -> None:
    one = counter()
    assert minh.post("tickets", {"procedure": "9.999999"}).status_code == 422
    assert minh.post("tickets", {"birth_year": 58}).status_code == 409
    assert minh.post("tickets", {"priority": "vip"}).status_code == 422
    assert lan.post("tickets", {}).status_code == 403
    assert binh.post(f"counters/{one.pk}/call-next").status_code == 404
    assert binh.get("counters").json()["total"] == 0
    assert minh.get("tracking/tickets/khong-co").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_counters_pressing_at_once_call_each_number_once() -> None:
    token = program_of(make.officer("minh")).token
    seats = [counter(number) for number in range(1, 7)]
    for _ in range(18):
        Program(token).post("tickets", {})

    def press(one: Counter) -> Any:
        try:
            return [Program(token).post(f"counters/{one.pk}/call-next").json()["number"] for _ in range(3)]
        finally:
            connection.close()

    with ThreadPoolExecutor(len(seats)) as pool:
        numbers = [number for some in pool.map(press, seats) for number in some]
    assert sorted(numbers) == list(range(1, 19))
