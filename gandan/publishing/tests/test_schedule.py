"""The plan of an hour, and what an hour's log amounts to (S4.8; A55)."""

from __future__ import annotations

import itertools
from datetime import time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gandan.publishing.schedule import Reel, Shown, day_plan, hour_plan, hours_shown, open_hours
from gandan.publishing.tests.make import MONDAY, at

STILLS = (Reel(1, 15), Reel(2, 15), Reel(3, 30))


def test_ten_minutes_of_every_open_hour_are_160_minutes_a_day() -> None:
    hours = open_hours(time(6), time(22))
    plans = day_plan(STILLS, hours)

    assert hours == list(range(6, 22))
    assert sum(spot.seconds for plan in plans.values() for spot in plan) == 160 * 60
    assert all({spot.clip for spot in plan} == {1, 2, 3} for plan in plans.values())


@given(
    st.lists(st.builds(Reel, id=st.integers(1, 9), seconds=st.integers(5, 600), is_still=st.booleans()), min_size=1, max_size=8),
    st.integers(1, 60),
)  # fmt: skip
def test_the_minutes_are_always_filled_without_a_gap(clips: list[Reel], minutes: int) -> None:
    plan = hour_plan(clips, minutes)
    assert plan[0].at == 0
    assert all(one.at + one.seconds == after.at for one, after in itertools.pairwise(plan))
    shown = plan[-1].at + plan[-1].seconds
    assert minutes * 60 <= shown < minutes * 60 + 600 + 4


def test_a_film_plays_whole() -> None:
    assert hour_plan([Reel(1, 400, is_still=False)], 10)[-1].seconds == 400


def test_a_long_playlist_goes_on_in_the_next_hour() -> None:
    plans = day_plan([Reel(n, 300) for n in range(1, 6)], [6, 7, 8])

    assert [[spot.clip for spot in plan] for plan in plans.values()] == [[1, 2], [3, 4], [5, 1]]


def test_without_clips_there_is_nothing_to_show() -> None:
    assert day_plan([], [6]) == {6: []}


@pytest.mark.parametrize(
    ("opens", "closes", "hours"),
    [
        pytest.param(time(6), time(22), range(6, 22), id="whole hours"),
        pytest.param(time(6, 30), time(21, 30), range(7, 21), id="only full hours count"),
        pytest.param(time(18), time(0), range(18, 24), id="until midnight"),
        pytest.param(time(9), time(9), range(0), id="never"),
    ],
)
def test_open_hours(opens: time, closes: time, hours: range) -> None:
    assert open_hours(opens, closes) == list(hours)


def test_an_hour_of_seven_minutes_is_flagged_and_closed_hours_do_not_count() -> None:
    plays = [Shown(at(8), 600), Shown(at(9), 420), Shown(at(23), 600)]

    counts = hours_shown(MONDAY.date(), plays, [8, 9], 10)

    assert [(one.hour, one.minutes, one.is_met) for one in counts] == [(8, 10, True), (9, 7, False)]


def test_a_play_over_the_full_hour_counts_on_both_sides_and_overlaps_count_once() -> None:
    over = Shown(at(9) - timedelta(seconds=60), 120)
    twice = [Shown(at(9, 30), 60), Shown(at(9, 30) + timedelta(seconds=30), 60)]

    counts = hours_shown(MONDAY.date(), [over, *twice], [8, 9], 10)

    assert [one.seconds for one in counts] == [60, 60 + 90]
