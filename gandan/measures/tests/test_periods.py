"""Periods and the places of points in a chart."""

from datetime import date

import pytest

from gandan.measures.charts import Line, line_chart
from gandan.measures.periods import (
    Period,
    between,
    last_months,
    last_year,
    month_asked,
    month_of,
    preceding_month,
    quarter_of,
    reporting_month,
    year_of,
)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(month_of(date(2028, 2, 10)), (date(2028, 2, 1), date(2028, 2, 29), "Tháng 02/2028"), id="leap month"),
        pytest.param(quarter_of(date(2026, 11, 2)), (date(2026, 10, 1), date(2026, 12, 31), "Quý IV/2026"), id="quarter"),
        pytest.param(year_of(date(2026, 11, 2)), (date(2026, 1, 1), date(2026, 12, 31), "Năm 2026"), id="year"),
        pytest.param(
            reporting_month(date(2026, 11, 14)), (date(2026, 10, 15), date(2026, 11, 14), "Kỳ báo cáo tháng 11/2026"),
            id="last day of the reporting month",
        ),
        pytest.param(
            reporting_month(date(2026, 12, 15)), (date(2026, 12, 15), date(2027, 1, 14), "Kỳ báo cáo tháng 01/2027"),
            id="first day of the next, over the year",
        ),
        pytest.param(
            last_year(date(2026, 11, 2)), (date(2025, 12, 1), date(2026, 11, 30), "12 tháng qua"), id="twelve months"
        ),
    ],
)  # fmt: skip
def test_periods(found: Period, expected: tuple[date, date, str]) -> None:
    assert (found.start, found.end, found.label) == expected


def test_two_days_are_said_as_the_month_they_are() -> None:
    assert between(date(2026, 10, 1), date(2026, 10, 31)).label == "Tháng 10/2026"
    assert between(date(2026, 10, 2), date(2026, 10, 31)).label == "02/10/2026 – 31/10/2026"
    with pytest.raises(ValueError, match="cuối kỳ"):
        between(date(2026, 10, 2), date(2026, 10, 1))


def test_months_over_the_turn_of_the_year() -> None:
    assert last_months(date(2026, 2, 27), 3) == [date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
    assert preceding_month(date(2026, 1, 31)) == date(2025, 12, 1)


def test_a_chart_starts_at_zero_and_leaves_gaps() -> None:
    chart = line_chart("Nhận nhiều hơn trả", ["T1", "T2", "T3"], [Line("Nhận", [10, None, 30])], unit="%")

    assert chart.ticks[0].text == "0"
    assert chart.ticks[0].y == chart.zero
    assert chart.lines[0].path.count("M") == 2
    assert chart.ends[0].text == "Nhận 30%"
    assert chart.ticks[-1].text == "30"


def test_labels_of_lines_that_meet_are_pushed_apart() -> None:
    chart = line_chart("", ["a", "b"], [Line("Nhận", [1, 20]), Line("Xong", [2, 20.1], "beside")])

    first, second = chart.ends
    assert second.y - first.y >= 16
    assert max(mark.x for mark in chart.ends) < chart.width


def test_a_chart_of_nothing_is_still_drawn() -> None:
    chart = line_chart("Chưa có số liệu", ["a", "b"], [Line("Nhận", [None, None])])
    assert chart.lines[0].path == ""
    assert chart.ends == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("2026-10", date(2026, 10, 1), id="a month"),
        pytest.param("", date(2026, 11, 1), id="nothing: this month"),
        pytest.param("2026-13", date(2026, 11, 1), id="no month"),
        pytest.param("2026-10-05", date(2026, 11, 1), id="a day"),
        pytest.param("9999-12", date(2026, 11, 1), id="beyond our times"),
    ],
)
def test_a_month_is_read_from_the_address(text: str, first: date) -> None:
    assert month_asked(text, date(2026, 11, 22)) == first
