"""When the remaining work can end."""

from __future__ import annotations

from datetime import datetime

import pytest

from gandan.dossiers.foresight import LegAhead, predicted_end
from gandan.places.calendar import Calendar

from .make import moment

CALENDAR = Calendar(complete_years=frozenset({2026}))


@pytest.mark.parametrize(
    ("legs", "now", "end", "slowest"),
    [
        pytest.param([], moment(23, 9), moment(23, 9), "", id="nothing is left"),
        pytest.param([LegAhead("a", 0, 1)], moment(23, 9), moment(23, 11, 30), "a", id="the session begun is the first"),
        pytest.param(
            [LegAhead("a", 0, 1), LegAhead("b", 1, 2)], moment(23, 9), moment(24, 11, 30), "b", id="one after another"
        ),
        pytest.param(
            [LegAhead("a", 0, 2), LegAhead("b", 0, 5)], moment(23, 9), moment(25, 11, 30), "b", id="parallel: the longest"
        ),
        pytest.param(
            [LegAhead("a", 0, 1, moment(25, 17))], moment(23, 9), moment(25, 17), "a", id="at work: its own due moment"
        ),
        pytest.param(
            [LegAhead("a", 0, 1, moment(20, 17)), LegAhead("b", 1, 4)], moment(23, 9), moment(25, 11, 30), "a",
            id="overdue: to the end of this session, and it is the one to name",
        ),
        pytest.param([LegAhead("a", 0, 2)], moment(27, 14), moment(30, 11, 30), "a", id="over a week-end"),
        pytest.param([LegAhead("a", 0, 0)], moment(23, 9), moment(23, 9), "a", id="a leg without budget takes no time"),
    ],
)  # fmt: skip
def test_predicted_end(legs: list[LegAhead], now: datetime, end: datetime, slowest: str) -> None:
    predicted = predicted_end(legs, now, CALENDAR)
    assert (predicted.ends_at, predicted.slowest) == (end, slowest)
