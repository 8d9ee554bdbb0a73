"""Filters say dates, money and time as look.md writes them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory

from gandan.ui.templatetags import look, vietnamese

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
THURSDAY = date(2026, 11, 26)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param(date(2026, 11, 26), "thứ Năm, 26/11", id="this year"),
        pytest.param(date(2027, 1, 4), "thứ Hai, 04/01/2027", id="another year"),
        pytest.param("2026-11-29", "Chủ nhật, 29/11", id="stored text"),
        pytest.param(
            datetime(2026, 11, 26, 17, 30, tzinfo=UTC), "thứ Sáu, 27/11", id="already the next day in Vietnam"
        ),
        pytest.param(None, "", id="nothing"),
    ],
)
def test_say_day(value: date | str | None, words: str) -> None:
    assert plain(vietnamese.say_day(value, THURSDAY)) == words


def test_say_due_is_local() -> None:
    assert plain(vietnamese.say_due(datetime(2026, 11, 26, 10, tzinfo=UTC), THURSDAY)) == "thứ Năm, 26/11, trước 17 giờ"


@pytest.mark.parametrize(
    ("day", "words", "near"),
    [
        pytest.param(25, "hôm qua, 9:05", "hôm qua, 9:05", id="yesterday"),
        pytest.param(26, "hôm nay, 9:05", "hôm nay, 9:05", id="today"),
        pytest.param(27, "mai, 9:05", "mai, 9:05", id="tomorrow"),
        pytest.param(30, "thứ Hai, 30/11, 9:05", "thứ Hai, 30/11", id="later"),
    ],
)
def test_say_moment(day: int, words: str, near: str) -> None:
    at = datetime(2026, 11, day, 9, 5, tzinfo=VIETNAM)
    assert plain(vietnamese.say_moment(at, THURSDAY)) == words
    assert plain(vietnamese.say_near(at, THURSDAY)) == near


@pytest.mark.parametrize(
    ("said", "words"),
    [
        pytest.param(vietnamese.money(50_000), "50.000 đ", id="money"),
        pytest.param(vietnamese.money(0), "0 đ", id="nothing to pay"),
        pytest.param(vietnamese.money(None), "chưa được xác nhận", id="unknown is not zero"),
        pytest.param(vietnamese.minutes(378), "6 giờ 18 phút", id="minutes"),
        pytest.param(vietnamese.minutes(0), "0 phút", id="no minutes"),
        pytest.param(vietnamese.minutes(None), "chưa có", id="unknown minutes"),
        pytest.param(vietnamese.number(14.4), "14,4", id="comma"),
        pytest.param(vietnamese.number(1250.0), "1.250", id="whole"),
        pytest.param(vietnamese.number(None), "chưa có", id="unknown number"),
        pytest.param(vietnamese.size(2_400_000), "2,4 MB", id="megabytes"),
        pytest.param(vietnamese.size(340_000), "340 KB", id="kilobytes"),
        pytest.param(vietnamese.mask_phone("0912345118"), "0912 ••• 118", id="phone"),
        pytest.param(vietnamese.mask_id("030193004512"), "030 1•• ••• 512", id="identity"),
        pytest.param(vietnamese.mask_id("123"), "•••", id="odd number shows nothing"),
        pytest.param(vietnamese.capital("thứ Ba"), "Thứ Ba", id="capital"),
        pytest.param(vietnamese.say_hour("2026-11-26T17:05:00+07:00"), "17 giờ 05", id="hour of stored text"),
    ],
)
def test_words(said: str, words: str) -> None:
    assert plain(said) == words


@pytest.mark.parametrize(
    ("tag", "answer"),
    [
        pytest.param("{% query page=3 %}", "?loc=tre&page=3", id="another page keeps the filter"),
        pytest.param("{% query loc='nay' %}", "?loc=nay", id="another filter starts at the first page"),
        pytest.param("{% query loc='' %}", "?", id="no filter"),
    ],
)
def test_query(tag: str, answer: str) -> None:
    request = RequestFactory().get("/can-bo/?loc=tre&page=2")
    request.user = AnonymousUser()
    assert (
        engines["django"].from_string("{% autoescape off %}" + tag + "{% endautoescape %}").render({}, request)
        == answer
    )


def test_a_strip_beyond_six_days_is_a_row_a_week() -> None:
    from gandan.ui.samples import LONG_DAYS, SHORT_DAYS

    assert look.days_class(SHORT_DAYS) == "days"
    assert look.days_class(LONG_DAYS) == "days days--weeks"
    assert look.day_cells(SHORT_DAYS)[0]["weekday"] == "thứ Sáu"
    assert plain(look.day_cells(LONG_DAYS)[0]["weekday"]) == "thứ 2"
    saturday = {"date": "2026-11-28", "kind": "makeup", "label": "10", "name": "", "basis": ""}
    assert look.days_class([*LONG_DAYS, saturday]) == "days days--weeks days--weeks6"
    assert look.day_cells([saturday])[0]["look"] == "is-count on-6"
