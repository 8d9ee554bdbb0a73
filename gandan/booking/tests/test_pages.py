"""Three steps on the phone, the desk, the leader's table, the record of extra hours."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from gandan.booking import actions
from gandan.booking.models import Appointment, Source
from gandan.booking.programmes import ADVICE, VISITS, WEDDING
from gandan.booking.tests import make
from gandan.core.errors import RuleBroken
from gandan.people.contacts import Contact
from gandan.people.models import Role
from gandan.people.tests import make as people
from gandan.places.models import Agency
from gandan.programmes.kinds import kind_named

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
CARRIED: list[str] = []


def carry(contact: Contact, code: str, *, valid_minutes: int) -> None:
    CARRIED.append(code)


def body(client: Client, address: str, **data: str) -> str:
    answer = client.get(address, data)
    assert answer.status_code == 200
    return answer.content.decode()


def test_from_the_phone_in_three_steps(client: Client, settings: Any) -> None:
    settings.CODE_CARRIER = "gandan.booking.tests.test_pages.carry"
    held = make.programme({**make.PHUONG_4, "needs_leader": False})

    assert "Xác nhận chữ ký" in body(client, reverse("booking:book"))
    choice = {"dich-vu": str(held.pk), "viec": "Chứng thực"}
    hours = body(client, reverse("booking:book"), **choice, ngay="2026-11-24")
    assert "còn 10 chỗ" in hours
    assert "2026-11-24T17:30" in hours
    address = f"{reverse('booking:contact')}?dich-vu={held.pk}&viec=Ch%E1%BB%A9ng+th%E1%BB%B1c&luc=2026-11-24T17:30"
    answer = client.post(address, {"name": "Phạm Thị Lan", "phone": "0912 345 118", "words": "2 bản"})
    assert answer.headers["Location"] == reverse("booking:prove")
    assert (
        "chưa đúng" in client.post(reverse("booking:prove"), {"code": "000000"}).content.decode()
        or CARRIED[-1] == "000000"
    )
    assert not Appointment.objects.exists()

    done = client.post(reverse("booking:prove"), {"code": CARRIED[-1]})

    one = Appointment.objects.get()
    assert done.headers["Location"] == reverse("booking:mine", args=[one.key])
    assert (one.starts_at, one.phone, one.source, one.words) == (
        make.moment(24, 17, 30),
        make.PHONE,
        Source.WEB,
        "2 bản",
    )
    assert one.owner is not None
    page = body(client, done.headers["Location"])
    assert "17\xa0giờ\xa030" in page
    assert one.name not in page
    assert make.PHONE not in page


def test_a_signed_in_citizen_needs_no_code(client: Client) -> None:
    held, lan = make.programme(), people.citizen()
    client.force_login(lan)
    address = f"{reverse('booking:contact')}?dich-vu={held.pk}&viec=Ch%E1%BB%A9ng+th%E1%BB%B1c&luc=2026-11-24T12:00"
    client.post(address, {"name": lan.full_name})
    assert Appointment.objects.get().owner == lan
    again = client.post(address, {"name": lan.full_name}, follow=True)
    assert "vừa có người đặt" in again.content.decode() or "đã có 1 lịch hẹn" in again.content.decode()


def test_an_hour_gone_meanwhile_sends_back_to_the_hours(client: Client) -> None:
    held, lan = make.programme(), people.citizen(phone="0987654321")
    make.appointment(held)
    client.force_login(lan)
    address = f"{reverse('booking:contact')}?dich-vu={held.pk}&viec=Ch%E1%BB%A9ng+th%E1%BB%B1c&luc=2026-11-24T12:00"
    answer = client.post(address, {"name": "Lan"}, follow=True)
    assert "vừa có người đặt" in answer.content.decode()
    assert "Ngày giờ nào tiện?" in answer.content.decode()


def test_an_officer_books_for_a_caller(client: Client) -> None:
    held = make.programme()
    client.force_login(make.officer())
    assert "Chứng thực" in body(client, reverse("booking:officer_book"))
    address = (
        f"{reverse('booking:officer_book')}?dich-vu={held.pk}&viec=Ch%E1%BB%A9ng+th%E1%BB%B1c&luc=2026-11-24T12:00"
    )
    client.post(address, {"name": "Cụ Tám", "phone": "", "source": "phone"})
    one = Appointment.objects.get()
    assert (one.source, one.phone) == (Source.PHONE, "")
    for name in ("officer", "day_list"):
        assert "Cụ Tám" in body(client, reverse(f"booking:{name}"), ngay="2026-11-24")
    assert "Cụ Tám" in body(client, reverse("booking:officer"), ngay="2026-11-25", tuan="")


def test_extra_hours_are_summed_by_officer(client: Client) -> None:
    held = make.programme({**make.PHUONG_4, "needs_leader": False})
    x = make.officer("x")
    for number, at in enumerate((make.moment(24, 17), make.moment(24, 17, 30), make.moment(25, 6))):
        one = make.appointment(held, at, phone=f"091234511{number}")
        actions.close_appointment(one, by=x, now=at + timedelta(minutes=20))
    client.force_login(x)
    page = body(client, reverse("booking:extra_hours"), thang="2026-11")
    assert "17:00–18:00" in page
    assert re.search(r"1\sgiờ\s30", page)
    sheet = client.get(reverse("booking:extra_hours"), {"thang": "2026-11", "dang": "xlsx"})
    assert sheet.content[:2] == b"PK"


def test_fifteen_wards(client: Client) -> None:
    """S3.37: fourteen registered, one with a single day refused, then fifteen of fifteen."""
    wards = [people.commune(f"27{number:03d}", f"Phường {number}") for number in range(1, 16)]
    for ward in wards[:14]:
        make.programme(of=ward)
    one_day = {"windows": [{"weekday": 0, "from": "17:00", "to": "18:00"}]}
    with pytest.raises(RuleBroken, match="ít nhất 2 ngày một tuần, đang chọn 1"):
        make.programme(one_day, of=wards[14])
    overseer = people.staff("sonoivu", str(Role.OVERSIGHT), agency=people.province())
    client.force_login(overseer)
    address = reverse("booking:extra_hours_coverage")
    every = Agency.objects.filter(kind="commune", is_serving=True).count()
    assert f"14/{every} xã" in body(client, address)
    make.programme({"windows": [*one_day["windows"], {"weekday": 2, "from": "17:00", "to": "18:00"}]}, of=wards[14])
    assert f"15/{every} xã" in body(client, address)
    assert client.get(address, {"dang": "xlsx"}).content[:2] == b"PK"


@pytest.mark.parametrize(
    "name", ["officer", "day_list", "officer_book", "absent", "extra_hours", "feeds", "death_calls", "advice"]
)
def test_an_empty_commune_is_told_what_to_do(client: Client, name: str) -> None:
    client.force_login(make.officer())
    body(client, reverse(f"booking:{name}"))


def test_a_partner_or_a_stranger_sees_none_of_it(client: Client) -> None:
    one = make.appointment()
    client.force_login(people.staff("congan", str(Role.PARTNER), agency=people.partner(people.commune())))
    assert client.get(reverse("booking:officer")).status_code == 404
    client.force_login(make.officer("binh", of=people.other_commune()))
    assert one.name not in body(client, reverse("booking:officer"), ngay="2026-11-24")


@pytest.mark.parametrize("name", [VISITS, ADVICE, WEDDING])
def test_every_kind_can_be_switched_on_with_its_own_defaults(name: str) -> None:
    kind = kind_named(name)
    windows = [{"weekday": 4, "from": "09:00", "to": "10:00"}]
    held = make.programme({"windows": windows}, kind=name)
    assert kind.announced(kind.clean({"windows": windows})).startswith("T6 09:00–10:00")
    matter = "Thừa kế" if name == ADVICE else ""
    one = make.appointment(held, make.moment(27, 9), matter=matter)
    assert not one.is_out_of_hours
    assert date(2026, 11, 27) == one.starts_at.date()


def test_a_wedding_is_handed_over_on_friday_at_nine() -> None:
    """S1.9: the hour is proposed for the dossier and kept with its code."""
    held = make.programme({}, kind=WEDDING, name="Trao giấy kết hôn")
    one = make.appointment(held, make.moment(27, 9), matter="", about="000.31.52.H24-261123-0001")
    assert one.matter == "Trao Giấy chứng nhận kết hôn"
    assert one.about.endswith("0001")
