"""The count to the minute, by table."""

import pytest

from gandan.feedback.limits import halfway, limits_for, to_the_minute
from gandan.places.calendar import Calendar

from . import make

CALENDAR = Calendar()


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        pytest.param("2019-10-10 14:00", 3, "2019-10-15 14:00", id="Thursday to Tuesday (S3.16)"),
        pytest.param("2026-11-21 20:00", 3, "2026-11-26 07:30", id="Saturday counts from Monday morning"),
        pytest.param("2026-11-20 12:10", 1, "2026-11-23 13:00", id="at lunch"),
        pytest.param("2026-11-23 02:00", 1, "2026-11-24 07:30", id="before opening"),
    ],
)
def test_to_the_minute(start: str, days: int, due: str) -> None:
    assert to_the_minute(make.moment(start), days, CALENDAR, basis="x").at == make.moment(due)


def test_halfway_is_in_office_hours() -> None:
    start, end = make.moment("2019-10-10 14:00"), make.moment("2019-10-15 14:00")
    assert halfway(start, end, CALENDAR) == make.moment("2019-10-14 08:30")


def test_a_province_whose_number_is_not_known_has_its_basis_and_no_date() -> None:
    (unknown,) = [one for one in limits_for("80") if one.province]
    assert (unknown.count, "63/2025" in unknown.basis) == (None, True)
