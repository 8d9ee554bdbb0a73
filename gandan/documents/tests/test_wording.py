"""Dates, hours and sums in the official register."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from gandan.documents import wording


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 11, 22), "ngày 22 tháng 11 năm 2026", id="plain"),
        pytest.param(date(2026, 2, 5), "ngày 05 tháng 02 năm 2026", id="leading zeros"),
        pytest.param(date(2026, 3, 10), "ngày 10 tháng 3 năm 2026", id="March takes none"),
    ],
)
def test_official_date(day: date, expected: str) -> None:
    assert wording.official_date(day).replace("\u00a0", " ") == expected


def test_moments_are_told_in_vietnamese_time() -> None:
    at = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
    assert wording.official_hour(at) == "17\u00a0giờ\u00a000"
    assert wording.short_moment(at) == "17:00 22/11/2026"


def test_a_moment_without_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        wording.official_moment(datetime(2026, 11, 22, 10, 0))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("dong", "expected"),
    [
        (0, "Không đồng"),
        (15, "Mười lăm đồng"),
        (21, "Hai mươi mốt đồng"),
        (105, "Một trăm linh năm đồng"),
        (8_000, "Tám nghìn đồng"),
        (50_000, "Năm mươi nghìn đồng"),
        (111_011, "Một trăm mười một nghìn không trăm mười một đồng"),
        (1_000_005, "Một triệu không trăm linh năm đồng"),
        (2_345_000_000, "Hai tỷ ba trăm bốn mươi lăm triệu đồng"),
    ],
)
def test_sums_in_words(dong: int, expected: str) -> None:
    assert wording.money_in_words(dong) == expected


@pytest.mark.parametrize("dong", [-1, 10**18])
def test_sums_out_of_reach_are_refused(dong: int) -> None:
    with pytest.raises(ValueError, match="đồng"):
        wording.money_in_words(dong)
