"""Appointments through the API: free hours, booking for a caller, the rules of the browser."""

from __future__ import annotations

import pytest

from gandan.booking.models import Appointment
from gandan.booking.tests import make
from gandan.dossiers.tests.make import commune, officer
from gandan.people.models import Role

from .conftest import Program, program_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr("django.utils.timezone.now", lambda: make.MONDAY)
    return make.programme(of=commune()).pk


def body(programme: int, **more: object) -> dict[str, object]:
    told = {
        "programme": programme, "starts_at": "2026-11-24T12:00:00+07:00", "name": "Phạm Thị Lan", "phone": make.PHONE,
        "matter": "Chứng thực",
    }  # fmt: skip
    return {**told, **more}


def test_it_works(minh: Program, programme: int) -> None:
    (service,) = minh.get("booking-services").json()["items"]
    assert {"starts_at": "2026-11-24T12:00:00+07:00", "ends_at": "2026-11-24T12:30:00+07:00", "left": 1} in service[
        "slots"
    ]
    made = minh.post("bookings", body(programme))
    assert made.status_code == 201, made.json()
    assert made.json()["status"] == "requested"
    assert minh.get("bookings", day="2026-11-24").json()["items"] == [made.json()]
    assert minh.get("bookings", day="2026-11-25").json() == {"items": [], "total": 0}


def test_a_refusal_names_what_is_allowed(minh: Program, programme: int) -> None:
    wrong = minh.post("bookings", body(programme, starts_at="2026-11-24T13:30:00+07:00"))
    assert wrong.status_code == 409
    assert "Giờ nhận: T2–T6 06:00–07:30" in wrong.json()["detail"]
    assert minh.post("bookings", body(programme, matter="Hộ tịch")).status_code == 409
    assert minh.post("bookings", body(programme, procedure="9.999")).status_code == 404


def test_a_repeated_request_books_once(minh: Program, programme: int) -> None:
    first, again = (minh.post("bookings", body(programme), Idempotency_Key="k") for _ in range(2))
    assert first.json() == again.json()
    assert Appointment.objects.count() == 1


def test_another_commune_sees_and_takes_nothing(minh: Program, programme: int) -> None:
    minh.post("bookings", body(programme))
    other = commune("11140", "Xã Tứ Kỳ", "000.31.54.H24")
    binh = program_of(officer("binh", str(Role.RECEPTION), agency=other))
    assert binh.get("bookings").json()["total"] == 0
    assert binh.post("bookings", body(programme, agency="11131")).status_code == 404
    assert binh.post("bookings", body(programme)).status_code == 409
