"""A day is read as people write it, and the error says what cannot be."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from gandan.ui.fields import DayField, DayInput, MoneyField


@pytest.mark.parametrize("written", ["05/11/2026", "5/11/2026", "5-11-2026", " 05.11.2026 ", "5 11 2026"])
def test_reads_a_day(written: str) -> None:
    assert DayField().clean(written) == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        pytest.param("31/11/2026", "Tháng 11 chỉ có 30 ngày", id="no such day"),
        pytest.param("29/02/2026", "Tháng 2 năm 2026 chỉ có 28 ngày", id="no leap year"),
        pytest.param("11/13/2026", "Một năm có 12 tháng", id="months first"),
        pytest.param("05/11/26", "Viết ngày, tháng, năm bằng số", id="short year"),
        pytest.param("00/11/2026", "bắt đầu từ 01", id="day zero"),
        pytest.param("05/11/0026", "bốn chữ số", id="antiquity"),
        pytest.param("mồng năm", "ví dụ 05/11/2026", id="words"),
    ],
)
def test_says_what_is_wrong(written: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        DayField().clean(written)


def test_shows_the_day_as_it_was_written() -> None:
    assert 'value="05/11/2026"' in DayInput().render("born", date(2026, 11, 5))


def test_reads_a_day_as_machines_write_it() -> None:
    assert DayField().clean("2026-11-05") == date(2026, 11, 5)


@pytest.mark.parametrize("written", ["8000", "8.000", "8 000", "8.000 đ", "8.000 đồng"])
def test_reads_money(written: str) -> None:
    assert MoneyField().clean(written) == 8000


def test_money_is_written_in_figures() -> None:
    with pytest.raises(ValidationError, match="bằng chữ số"):
        MoneyField().clean("tám nghìn")
