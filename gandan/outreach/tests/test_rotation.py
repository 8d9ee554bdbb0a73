"""Whose turn it is."""

from __future__ import annotations

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.outreach.rotation import days_of, missing_forces, turns


def test_five_hamlets_ten_saturdays_two_each_in_turn() -> None:
    days = days_of([5], since=date(2026, 11, 23), until=date(2027, 1, 31))
    assert len(days) == 10
    planned = turns([1, 2, 3, 4, 5], days, held={})
    assert [hamlet for _, hamlet in planned] == [1, 2, 3, 4, 5] * 2


def test_days_leave_public_holidays_out() -> None:
    off = {date(2026, 11, 28)}
    assert days_of([5], since=date(2026, 11, 23), until=date(2026, 12, 6), off=off) == [date(2026, 12, 5)]
    assert days_of([5], since=date(2026, 12, 6), until=date(2026, 12, 1)) == []


def test_who_was_called_off_is_next() -> None:
    days = days_of([5], since=date(2026, 11, 23), until=date(2026, 12, 6))
    assert [hamlet for _, hamlet in turns([1, 2, 3], days, held={1: 1, 2: 0, 3: 1})] == [2, 1]


def test_a_new_hamlet_does_not_take_every_day() -> None:
    days = days_of([5], since=date(2026, 11, 23), until=date(2026, 12, 20))
    assert [hamlet for _, hamlet in turns([1, 2, 9], days, held={1: 7, 2: 7})] == [9, 1, 2, 9]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 12), st.integers(0, 60))
def test_nobody_is_served_twice_while_another_waits(hamlets: int, weeks: int) -> None:
    days = [date.fromordinal(740000 + 7 * week) for week in range(weeks)]
    counts = Counter(hamlet for _, hamlet in turns(range(hamlets), days, held={}))
    most, least = max(counts.values(), default=0), min((counts[one] for one in range(hamlets)), default=0)
    assert most - least <= 1
    assert sum(counts.values()) == weeks


def test_no_hamlets_no_sessions() -> None:
    assert turns([], [date(2026, 11, 28)], held={}) == []


def test_missing_forces_in_the_order_asked() -> None:
    assert missing_forces(["officer", "youth", "police"], {"youth"}) == ["officer", "police"]
