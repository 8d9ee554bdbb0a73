"""The order of a day's visits."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.outreach.route import Stop, in_order, kilometres

CENTRE = (20.80, 106.40)


def test_the_nearest_comes_next() -> None:
    far, near, middle = Stop(1, 0, (20.90, 106.40)), Stop(2, 0, (20.81, 106.40)), Stop(3, 0, (20.85, 106.40))
    assert [one.visit for one in in_order([far, near, middle], start=CENTRE)] == [2, 3, 1]


def test_a_hamlet_is_finished_before_the_next() -> None:
    stops = [Stop(1, 2, (20.82, 106.40)), Stop(2, 1, (20.81, 106.40)), Stop(3, 1, (20.90, 106.40))]
    assert [one.visit for one in in_order(stops, start=CENTRE)] == [2, 3, 1]


def test_without_places_hamlet_by_hamlet() -> None:
    stops = [Stop(1, 2), Stop(2, 1), Stop(3, 2), Stop(4, 1)]
    assert [one.visit for one in in_order(stops, start=None)] == [2, 4, 1, 3]


def test_one_degree_of_latitude() -> None:
    assert round(kilometres((20, 106), (21, 106))) == 111


POINTS = st.none() | st.tuples(st.floats(20, 21), st.floats(106, 107))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), POINTS), max_size=12))
def test_every_stop_once(places: list[tuple[int, tuple[float, float] | None]]) -> None:
    stops = [Stop(number, hamlet, point) for number, (hamlet, point) in enumerate(places)]
    assert sorted(one.visit for one in in_order(stops, start=CENTRE)) == list(range(len(places)))
