from datetime import datetime

import pytest

from gandan.reforms.deadlines import days_left, is_overdue, say_left, say_overdue


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+07:00")


@pytest.mark.parametrize(
    ("due", "words"),
    [
        pytest.param("2025-12-31 23:59:59", "quá hạn quý IV/2025", id="end of the year"),
        pytest.param("2019-06-30 17:00", "quá hạn quý II/2019", id="end of the second quarter"),
        pytest.param("2019-05-10 17:00", "quá hạn từ 10/05/2019", id="any day"),
        pytest.param("2026-04-30 17:00", "quá hạn từ 30/04/2026", id="end of a month"),
    ],
)
def test_say_overdue(due: str, words: str) -> None:
    assert say_overdue(at(due)) == words


def test_the_last_moment_is_in_time() -> None:
    due = at("2025-12-31 23:59:59")
    assert not is_overdue(due, due)
    assert is_overdue(due, at("2026-01-01 00:00"))
    assert not is_overdue(None, due)


def test_days_left() -> None:
    due = at("2026-11-30 23:59:59")
    assert days_left(due, at("2026-11-23 09:00").date()) == 7
    assert say_left(due, at("2026-11-23 09:00")) == "còn 7 ngày"
    assert say_left(due, at("2026-11-30 09:00")) == "hạn hôm nay"
