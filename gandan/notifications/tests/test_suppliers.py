"""Weights move slowly, a few errors say nothing, a dead supplier rests and is found again."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from gandan.dossiers.tests.make import MONDAY as NOW
from gandan.notifications.suppliers import FLOOR, FULL, Health, after, in_turn

WELL = Health("sms-1", NOW)


def test_a_few_errors_say_nothing() -> None:
    assert after(WELL, accepted=0, failed=4, now=NOW).weight == FULL


def test_enough_errors_lower_it_by_one_step_and_start_a_new_window() -> None:
    lowered = after(WELL, accepted=20, failed=5, now=NOW)
    assert (lowered.weight, lowered.accepted, lowered.failed, lowered.probe_at) == (80, 0, 0, None)


def test_errors_that_are_few_among_many_say_nothing() -> None:
    assert after(WELL, accepted=100, failed=5, now=NOW).weight == FULL


def test_a_quiet_window_raises_it_by_one_step() -> None:
    low = Health("sms-1", NOW, weight=40)
    assert after(low, accepted=1, failed=0, now=NOW).weight == 40
    assert after(low, accepted=1, failed=0, now=NOW + timedelta(seconds=60)).weight == 50


def test_one_that_only_fails_rests_until_a_probe_comes_through() -> None:
    dead = after(WELL, accepted=0, failed=5, now=NOW)
    assert dead.is_resting(NOW)
    other = Health("sms-2", NOW, weight=FLOOR)
    assert in_turn([dead, other], "k", NOW) == ["sms-2", "sms-1"]
    still = after(dead, accepted=0, failed=1, now=NOW + timedelta(seconds=31))
    assert still.is_resting(NOW + timedelta(seconds=60))
    assert after(still, accepted=1, failed=0, now=NOW + timedelta(seconds=61)).probe_at is None


def test_the_share_of_the_traffic_follows_the_weights() -> None:
    healths = [Health("sms-1", NOW, weight=100), Health("sms-2", NOW, weight=25)]
    first = sum(in_turn(healths, f"key {number}", NOW)[0] == "sms-1" for number in range(2000))
    assert 1540 <= first <= 1660


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), max_size=40))
def test_the_weight_stays_within_bounds_and_moves_one_step_at_most(turns: list[tuple[int, int]]) -> None:
    one = WELL
    for number, (accepted, failed) in enumerate(turns):
        moved = after(one, accepted=accepted, failed=failed, now=NOW + timedelta(seconds=20 * number))
        assert FLOOR <= moved.weight <= FULL
        assert abs(moved.weight - one.weight) <= 20
        one = moved
