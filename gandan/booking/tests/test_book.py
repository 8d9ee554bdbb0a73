"""An hour is booked where the programme allows it; every refusal names what is allowed."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gandan.booking import actions, offers
from gandan.booking.events import AppointmentBooked
from gandan.booking.models import Appointment, Source
from gandan.booking.tests import make
from gandan.booking.workflow import Status
from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.people.tests import make as people
from gandan.places.models import CalendarDay, DayKind

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    """S3.18: certification, Tuesday noon, by telephone on Monday."""
    held = make.programme()

    one = actions.book(
        held.agency, make.wish(held, make.moment(24, 12), source=Source.PHONE), by=make.officer(), now=make.MONDAY
    )

    assert (one.status, one.place, one.is_out_of_hours) == (Status.REQUESTED, 1, True)
    assert one.ends_at - one.starts_at == timedelta(minutes=30)
    assert Entry.objects.get(kind=AppointmentBooked.__name__).subject_id == one.pk


@pytest.mark.parametrize(
    ("at", "why"),
    [
        pytest.param(make.moment(24, 13, 30), "không có lịch lúc 13:30.*T2–T6 06:00–07:30, 11:30–13:00, 17:00–19:00", id="13:30"),
        pytest.param(make.moment(28, 15), "không có lịch lúc 15:00, thứ\xa0Bảy.*T7 07:30–11:30.*Còn chỗ: ", id="Saturday 15:00"),
        pytest.param(make.moment(24, 12, 10), "không có lịch lúc 12:10", id="between two slots"),
        pytest.param(make.moment(23, 7), "đã qua", id="gone by"),
    ],
)  # fmt: skip
def test_an_hour_outside_is_refused_with_the_hours_allowed(at: object, why: str) -> None:
    held = make.programme()
    with pytest.raises(RuleBroken, match=why):
        make.appointment(held, at)  # type: ignore[arg-type]  # moments


def test_a_matter_not_served_is_refused_with_those_served() -> None:
    held = make.programme()
    birth = make.procedure()
    with pytest.raises(RuleBroken, match=r"không nhận: Hộ tịch.*Chứng thực, Xác nhận chữ ký, Tư vấn pháp luật"):
        make.appointment(held, matter="Hộ tịch")
    with pytest.raises(RuleBroken, match="không nhận: Đăng ký khai sinh"):
        make.appointment(held, matter="", procedure=birth)


def test_a_procedure_named_beside_the_fields_is_served() -> None:
    birth = make.procedure()
    held = make.programme({**make.PHUONG_4, "procedures": [birth.code]})
    assert make.appointment(held, matter="", procedure=birth).procedure == birth


def test_a_full_slot_offers_the_next_ones() -> None:
    held = make.programme()
    make.appointment(held)
    with pytest.raises(RuleBroken, match=r"vừa có người đặt\. Còn chỗ: thứ\sBa,\s24/11: 12:30, 17:00, 17:30"):
        make.appointment(held, phone="0912345119")


def test_as_many_as_there_are_places() -> None:
    held = make.programme({**make.PHUONG_4, "places": 2})
    places = [make.appointment(held, phone=f"091234511{number}").place for number in range(2)]
    assert places == [1, 2]


def test_a_day_off_has_no_hours() -> None:
    held = make.programme()
    CalendarDay.objects.create(day=make.day(24), kind=DayKind.HOLIDAY, name="Ngày Văn hóa", basis="NQ")
    with pytest.raises(RuleBroken, match="không có lịch"):
        make.appointment(held)


def test_one_phone_holds_so_many_and_one_a_day() -> None:
    held = make.programme()
    make.appointment(held)
    with pytest.raises(RuleBroken, match="đã có 1 lịch hẹn vào thứ\xa0Ba"):
        make.appointment(held, make.moment(24, 17))
    make.appointment(held, make.moment(25, 12), phone="0912 345 118")
    with pytest.raises(RuleBroken, match="đang giữ 2 lịch hẹn"):
        make.appointment(held, make.moment(26, 12))


def test_an_account_without_a_phone_is_bounded_too() -> None:
    held, lan = make.programme(), people.citizen(phone="", email="lan@example.org")
    for number in (24, 25):
        make.appointment(held, make.moment(number, 12), phone="", owner=lan)
    with pytest.raises(RuleBroken, match="đang giữ 2"):
        make.appointment(held, make.moment(26, 12), phone="", owner=lan)


def test_not_at_the_last_minute_except_by_an_officer() -> None:
    held, late = make.programme(), make.moment(24, 11, 40)
    with pytest.raises(RuleBroken, match="quá gần"):
        make.appointment(held, now=late)
    actions.book(held.agency, make.wish(held, make.moment(24, 12)), by=make.officer(), now=late)


def test_not_beyond_the_horizon() -> None:
    held = make.programme()
    with pytest.raises(RuleBroken, match="Chỉ đặt trước đến hết"):
        make.appointment(held, make.moment(23, 12) + timedelta(days=21))


def test_without_leader_it_is_confirmed_at_once() -> None:
    assert make.appointment(make.programme({**make.PHUONG_4, "needs_leader": False})).status == Status.CONFIRMED


def test_a_programme_that_ended_or_another_communes_takes_nothing() -> None:
    foreign = make.programme(of=people.other_commune())
    with pytest.raises(RuleBroken, match="không nhận đặt lịch"):
        actions.book(people.commune(), make.wish(foreign, make.moment(24, 12)), by=None, now=make.MONDAY)


def test_a_name_is_asked_and_a_phone_that_is_none_refused() -> None:
    held = make.programme()
    with pytest.raises(RuleBroken, match="họ tên"):
        make.appointment(held, name="  ")
    with pytest.raises(RuleBroken, match="Số điện thoại"):
        make.appointment(held, phone="091")
    assert not Appointment.objects.exists()


def test_free_days_count_their_places() -> None:
    held = make.programme({**make.PHUONG_4, "places": 2})
    make.appointment(held)
    rule = offers.service(held.agency, held.pk, make.day(23))
    days = {one.day: one.left for one in offers.free_days(held.agency, rule, make.MONDAY)}
    assert days[make.day(23)] == 14  # 11:30–13:00 and 17:00–19:00 are still to come, seven slots of two
    assert days[make.day(24)] == 19
    assert days[make.day(28)] == 16
    assert make.day(29) not in days
