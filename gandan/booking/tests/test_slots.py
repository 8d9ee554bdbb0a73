"""Hours cut into slots, and who is on call: pure."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.booking.duty import on_duty
from gandan.booking.slots import Hold, Slot, Window, free, free_places, slots_on
from gandan.booking.tests import make

DAYS = {0: ("a",), 6: ("b",)}
NIGHTS = {5: ("c",), 6: ("d", "e")}


def test_a_remainder_is_no_slot() -> None:
    found = slots_on(make.day(24), [Window(1, time(11, 30), time(13))], minutes=40, places=2)
    assert [f"{one.starts_at:%H:%M}" for one in found] == ["11:30", "12:10"]
    assert slots_on(make.day(25), [Window(1, time(11, 30), time(13))], minutes=40, places=2) == []


@given(st.integers(1, 5), st.lists(st.tuples(st.integers(1, 5), st.integers(-60, 60)), max_size=8))
def test_a_place_is_free_exactly_when_nobody_overlaps(places: int, held: list[tuple[int, int]]) -> None:
    start = make.moment(24, 12)
    slot = Slot(start, start + timedelta(minutes=30), places)
    holds = [Hold(place, start + timedelta(minutes=at), start + timedelta(minutes=at + 30)) for place, at in held]
    expected = [one for one in range(1, places + 1) if not any(place == one and -30 < at < 30 for place, at in held)]
    assert free_places(slot, holds) == expected
    assert sum(one.left for one in free([slot], holds=holds, not_before=start)) == len(expected)


@pytest.mark.parametrize(
    ("at", "names"),
    [
        pytest.param(make.moment(22, 2, 15), ("c",), id="Sunday 02:15: Saturday's night"),
        pytest.param(make.moment(22, 10), ("b",), id="Sunday by day"),
        pytest.param(make.moment(22, 20), ("d", "e"), id="Sunday's night"),
        pytest.param(make.moment(23, 7, 29), ("d", "e"), id="Monday, before the night ends"),
        pytest.param(make.moment(23, 7, 30), ("a",), id="Monday, the day begins"),
        pytest.param(make.moment(28, 10), ("c",), id="no one by day: whoever has that night"),
        pytest.param(make.moment(25, 10), (), id="a hole in the roster"),
    ],
)
def test_who_is_on_call(at: datetime, names: tuple[str, ...]) -> None:
    assert on_duty(DAYS, NIGHTS, night_from=time(17), night_to=time(7, 30), at=at) == names
