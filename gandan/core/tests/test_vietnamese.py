from datetime import UTC, date, datetime

import pytest

from gandan.core import vietnamese as words

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        pytest.param("Đăng ký khai sinh", "dang ky khai sinh", id="đ and marks"),
        pytest.param("  Ủy   ban\tnhân dân ", "uy ban nhan dan", id="spaces"),
        pytest.param("e\u0302\u0301", "e", id="decomposed"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert words.fold(written) == folded


def test_names_stand_in_the_order_of_the_vietnamese_alphabet() -> None:
    names = ["Đỗ", "Dương", "Ân", "An", "Ăn", "Dũng", "Zung", "Ơn", "Ông", "Oanh", "hoà", "hoá"]
    assert sorted(names, key=words.sort_key) == [
        "An", "Ăn", "Ân", "Dũng", "Dương", "Đỗ", "hoà", "hoá", "Oanh", "Ông", "Ơn", "Zung",
    ]  # fmt: skip


def test_days_money_and_minutes_as_people_say_them() -> None:
    assert words.say_day(date(2026, 11, 26), today=TODAY) == "thứ\u00a0Năm,\u00a026/11"
    assert words.say_day(date(2027, 1, 4), today=TODAY) == "thứ\u00a0Hai,\u00a004/01/2027"
    assert (
        words.say_due(datetime(2026, 11, 26, 17, tzinfo=UTC), today=TODAY)
        == "thứ\u00a0Năm,\u00a026/11, trước 17\u00a0giờ"
    )
    assert words.say_money(50000) == "50.000\u00a0đ"
    assert words.say_minutes(378) == "6\u00a0giờ 18\u00a0phút"
    assert words.say_number(14.4) == "14,4"
    assert words.say_number(1234.0) == "1.234"


def test_what_identifies_is_masked() -> None:
    assert words.mask_phone("0912345118") == "0912\u00a0•••\u00a0118"
    assert words.mask_id("030193004412") == "030\u00a01••\u00a0•••\u00a0412"
    assert words.mask_id("12") == "•••"
