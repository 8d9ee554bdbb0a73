"""Who is next: the properties the hall promises, over whole days of arrivals and calls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.hall.ordering import Bounds, Waiting, order, overtaken_by

OPENING = datetime.fromisoformat("2026-11-23 07:30+07:00")
BOUNDS = Bounds(most_overtakes=3, longest=timedelta(minutes=40))


def at(minutes: int) -> datetime:
    return OPENING + timedelta(minutes=minutes)


def person(number: int, minutes: int, **more: object) -> Waiting:
    return replace(Waiting(number, at(minutes)), **more)  # type: ignore[arg-type]  # fields by name


@dataclass(frozen=True)
class Called:
    """Who was called, when, and who waited then."""

    who: Waiting
    now: datetime
    waiting: tuple[Waiting, ...]


people = st.lists(
    st.tuples(st.integers(0, 120), st.booleans(), st.one_of(st.none(), st.integers(0, 130))), min_size=1, max_size=25
)


def a_day(rows: list[tuple[int, bool, int | None]], gap: int) -> Iterator[Called]:
    """Everybody comes at their minute; somebody is called every `gap` minutes until nobody is left."""
    coming = [
        Waiting(number, at(minute), is_priority, None if booked is None else at(booked))
        for number, (minute, is_priority, booked) in enumerate(rows)
    ]
    here: list[Waiting] = []
    now = OPENING
    while coming or here:
        here += [one for one in coming if one.arrived_at <= now]
        coming = [one for one in coming if one.arrived_at > now]
        if here:
            first = order(here, now, BOUNDS)[0]
            yield Called(first, now, tuple(here))
            behind = {one.id for one in overtaken_by(first, here)}
            here = [replace(one, overtaken=one.overtaken + (one.id in behind)) for one in here if one.id != first.id]
        now += timedelta(minutes=gap)


days = st.tuples(people, st.integers(1, 15))


@settings(max_examples=150, deadline=None)
@given(days)
def test_nobody_is_overtaken_more_often_than_the_bound(day: tuple[list[tuple[int, bool, int | None]], int]) -> None:
    for called in a_day(*day):
        assert called.who.overtaken <= BOUNDS.most_overtakes


@settings(max_examples=150, deadline=None)
@given(days)
def test_from_the_longest_wait_on_nobody_of_a_later_turn_is_served_before(
    day: tuple[list[tuple[int, bool, int | None]], int],
) -> None:
    for called in a_day(*day):
        owed = [one for one in called.waiting if called.now - one.turn >= BOUNDS.longest]
        assert all((called.who.turn, called.who.id) <= (one.turn, one.id) for one in owed)


@settings(max_examples=150, deadline=None)
@given(days)
def test_priority_goes_first_unless_somebody_is_owed(day: tuple[list[tuple[int, bool, int | None]], int]) -> None:
    for called in a_day(*day):
        is_owed = called.who.overtaken >= BOUNDS.most_overtakes or called.now - called.who.turn >= BOUNDS.longest
        if any(one.is_priority for one in called.waiting) and not called.who.is_priority:
            assert is_owed


@settings(max_examples=150, deadline=None)
@given(days)
def test_everybody_is_called_once(day: tuple[list[tuple[int, bool, int | None]], int]) -> None:
    called = [one.who.id for one in a_day(*day)]
    assert sorted(called) == list(range(len(day[0])))


def test_an_appointment_and_a_walk_in_stand_in_one_order() -> None:
    walk_in, booked = person(1, 30), person(2, 20, booked_for=at(35))
    later = person(3, 40)

    assert [one.id for one in order([later, booked, walk_in], at(45), Bounds())] == [1, 2, 3]


def test_an_appointment_that_comes_early_does_not_jump_the_queue() -> None:
    booked, walk_in = person(1, 0, booked_for=at(60)), person(2, 10)

    assert [one.id for one in order([booked, walk_in], at(15), Bounds())] == [2, 1]


def test_an_appointment_that_comes_late_counts_from_its_arrival() -> None:
    late, walk_in = person(1, 50, booked_for=at(10)), person(2, 40)

    assert [one.id for one in order([late, walk_in], at(55), Bounds())] == [2, 1]


def test_a_pregnant_woman_goes_before_those_who_came_earlier() -> None:
    waiting = [person(1, 0), person(2, 5), person(3, 10, is_priority=True)]

    assert [one.id for one in order(waiting, at(12), Bounds())] == [3, 1, 2]
