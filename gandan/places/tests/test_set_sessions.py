"""Office hours of an agency."""

from datetime import date, time

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gandan.core.errors import RuleBroken
from gandan.journal.models import Entry
from gandan.places.actions import set_sessions
from gandan.places.calendar import Session
from gandan.places.calendars import calendar_of
from gandan.places.directory import serving_communes
from gandan.places.models import Agency

pytestmark = pytest.mark.django_db
SUMMER = {day: ((time(7), time(11)), (time(13, 30), time(17, 30))) for day in range(5)}
FIRST = date(2026, 12, 1)


def typed(**changes: str) -> dict[str, str]:
    told = {"valid_from": f"{timezone.localdate():%d/%m/%Y}"}
    for day in range(5):
        told |= {f"morning_starts_{day}": "7:00", f"morning_ends_{day}": "11h00"}
        told |= {f"afternoon_starts_{day}": "13:30", f"afternoon_ends_{day}": "17:30"}
    return told | changes


def test_it_works(clerk: Client, chi_minh: Agency) -> None:
    assert "07:30" in clerk.get(reverse("places:set_sessions")).content.decode()

    answer = clerk.post(reverse("places:set_sessions"), typed(), follow=True)

    assert "Thứ Hai đến thứ Sáu, 7 giờ đến 11 giờ, 13 giờ 30 đến 17 giờ 30" in answer.content.decode()
    assert calendar_of(chi_minh).sessions[0] == (Session(time(7), time(11)), Session(time(13, 30), time(17, 30)))


def test_hours_hold_from_their_day_on(chi_minh: Agency) -> None:
    set_sessions(chi_minh, SUMMER, valid_from=FIRST)

    assert calendar_of(chi_minh, on=date(2026, 11, 30)).sessions[0][0].start == time(7, 30)
    assert calendar_of(chi_minh, on=FIRST).sessions[0][0].start == time(7)
    assert Entry.objects.about(chi_minh).filter(kind="OfficeSessionsSet").count() == 1


def test_offices_below_follow_the_commune_until_they_have_their_own(chi_minh: Agency) -> None:
    police = Agency.objects.get(code="11131-CA")
    set_sessions(chi_minh, SUMMER, valid_from=FIRST)
    assert calendar_of(police, on=FIRST).sessions[0][0].start == time(7)

    set_sessions(police, {0: ((time(8), time(12)),)}, valid_from=FIRST)

    assert calendar_of(police, on=FIRST).sessions[0][0].start == time(8)
    assert calendar_of(chi_minh, on=FIRST).sessions[0][0].start == time(7)


def test_writing_the_same_day_again_replaces_it(chi_minh: Agency) -> None:
    set_sessions(chi_minh, SUMMER, valid_from=FIRST)
    set_sessions(chi_minh, {0: ((time(8), time(12)),)}, valid_from=FIRST)

    assert chi_minh.sessions.filter(valid_from=FIRST).count() == 1


@pytest.mark.parametrize(
    ("week", "reason"),
    [
        pytest.param({}, "thứ Hai", id="no week"),
        pytest.param({0: ((time(11), time(8)),)}, "bắt đầu trước khi kết thúc", id="backwards"),
        pytest.param({0: ((time(8), time(12)), (time(11), time(15)))}, "không chồng nhau", id="overlap"),
    ],
)
def test_hours_that_cannot_be_are_refused(
    chi_minh: Agency, week: dict[int, tuple[tuple[time, time], ...]], reason: str
) -> None:
    with pytest.raises(RuleBroken, match=reason):
        set_sessions(chi_minh, week, valid_from=FIRST)

    assert calendar_of(chi_minh, on=FIRST).sessions[0][0].start == time(7, 30)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"morning_ends_2": ""}, "Ghi cả giờ đầu và giờ cuối", id="half a pair"),
        pytest.param({"morning_ends_2": "25:00"}, "ví dụ 07:30", id="no clock"),
        pytest.param({"afternoon_starts_2": "10:00"}, "không chồng nhau", id="overlap"),
        pytest.param({"valid_from": "01/01/2020"}, "từ hôm nay trở đi", id="in the past"),
    ],
)
def test_the_form_says_what_is_wrong(clerk: Client, changes: dict[str, str], said: str) -> None:
    assert said in clerk.post(reverse("places:set_sessions"), typed(**changes)).content.decode()


def test_the_public_footer_hears_of_it(chi_minh: Agency) -> None:
    told = "thứ Hai đến thứ Sáu, 7 giờ 30 đến 11 giờ 30, 13 giờ đến 17 giờ"
    assert serving_communes()["11131"].office_hours_text == told

    set_sessions(chi_minh, {**SUMMER, 5: ((time(7), time(11)),)}, valid_from=date(2026, 1, 1))

    told = "thứ Hai đến thứ Sáu, 7 giờ đến 11 giờ, 13 giờ 30 đến 17 giờ 30; thứ Bảy, 7 giờ đến 11 giờ"
    assert serving_communes()["11131"].office_hours_text == told


def test_reception_reads_but_does_not_write(reception: Client) -> None:
    assert "7 giờ 30 đến 11 giờ 30" in reception.get(reverse("places:office_hours")).content.decode()
    assert reception.get(reverse("places:set_sessions")).status_code == 404
