"""The year at a glance, its files and the try-out box."""

from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from gandan.places.models import CalendarDay
from gandan.places.reading import read_days
from gandan.places.tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _days() -> None:
    make.calendar()


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


def page_of(client: Client, **asked: str | int) -> str:
    return client.get(reverse("places:calendar"), asked).content.decode()


def test_it_works(clerk: Client) -> None:
    page = page_of(clerk, nam=2026)

    assert "Nghị quyết 28/2026/QH16" in page
    assert "Nghỉ lễ, Tết: Ngày Văn hóa Việt Nam" in page
    assert "Ngày làm bù: Làm bù cho ngày 02/01/2026" in page
    assert "Bỏ xác nhận" in page
    assert "?nam=2027" in page


def test_from_october_the_next_year_is_asked_for(clerk: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    at(monkeypatch, datetime(2026, 9, 30, 2, tzinfo=UTC))
    assert "Lịch năm 2027 chưa được xác nhận" not in page_of(clerk, nam=2026)

    at(monkeypatch, datetime(2026, 10, 1, 2, tzinfo=UTC))
    assert "Lịch năm 2027 chưa được xác nhận" in page_of(clerk, nam=2026)


def test_a_limit_is_tried_out(reception: Client) -> None:
    page = page_of(reception, nam=2026, day="13/02/2026", clock="16:30", count=3, unit="working_day")

    assert "25/02" in page
    assert "Vì sao là ngày này?" in page
    assert "tạm tính: lịch nghỉ" not in page


def test_a_date_in_the_forecast_is_called_provisional(reception: Client) -> None:
    assert "tạm tính" in page_of(reception, nam=2026, day="30/12/2026", clock="9:00", count=3, unit="working_day")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        pytest.param({"day": "31/02/2026", "clock": "8:00", "count": "3", "unit": "day"}, "chỉ có 28 ngày", id="day"),
        pytest.param({"day": "13/02/2026", "clock": "sáng", "count": "3", "unit": "day"}, "ví dụ 07:30", id="clock"),
        pytest.param({"day": "13/02/2026", "clock": "8:00", "count": "99999", "unit": "day"}, "quá dài", id="too long"),
        pytest.param({"day": "13/02/2026", "clock": "8:00", "count": "0", "unit": "day"}, "từ 1 trở lên", id="nothing"),
    ],
)
def test_a_wrong_question_is_explained(reception: Client, asked: dict[str, str], said: str) -> None:
    assert said in page_of(reception, nam=2026, **asked)


@pytest.mark.parametrize("year", ["1500", "99999", "abc", "-1"])
def test_a_year_out_of_reach_is_not_found(clerk: Client, year: str) -> None:
    assert clerk.get(reverse("places:calendar"), {"nam": year}).status_code == 404


def test_an_empty_year_says_how_to_fill_it(clerk: Client) -> None:
    assert "Năm 2030 chưa có ngày nào" in page_of(clerk, nam=2030)


def test_the_file_that_is_downloaded_can_be_read_again(clerk: Client) -> None:
    answer = clerk.get(reverse("places:export_calendar", args=[2026]))

    reading = read_days(answer.content.decode("utf-8"))
    assert not reading.broken
    assert {row.day for row in reading.rows} == {day.day for day in CalendarDay.objects.in_year(2026)}


def test_a_file_is_looked_at_before_it_is_written(clerk: Client) -> None:
    lines = "day,kind,name,basis\n2028-01-03,in_lieu,Nghỉ bù,TB 1\n03/01/2028,holiday,Lễ,TB 1\n"
    page = reverse("places:import_calendar")

    preview = clerk.post(page, {"file": SimpleUploadedFile("lich.csv", lines.encode())}).content.decode()

    assert "1 dòng đọc được, 1 dòng bị từ chối" in preview
    assert "Dòng 3: ngày “03/01/2028” phải viết dạng 2026-11-24" in preview
    assert not CalendarDay.objects.filter(day__year=2028).exists()

    clerk.post(page, {"text": lines.replace("\n", "\r\n")})
    assert CalendarDay.objects.get(day__year=2028).day == date(2028, 1, 3)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param("ngày".encode("utf-16"), "CSV UTF-8", id="not UTF-8"),
        pytest.param(b"a,b,c\n1,2,3\n", "thiếu cột", id="other columns"),
        pytest.param(b"", "rỗng", id="empty"),
        pytest.param(b"x" * (2**20 + 1), "lớn hơn 1 MB", id="too large"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00", "CSV UTF-8", id="a picture"),
    ],
)
def test_a_wrong_file_is_refused(clerk: Client, content: bytes, said: str) -> None:
    answer = clerk.post(reverse("places:import_calendar"), {"file": SimpleUploadedFile("lich.csv", content)})

    assert said in answer.content.decode()


def test_reception_may_not_import(reception: Client) -> None:
    assert reception.get(reverse("places:import_calendar")).status_code == 404
