"""Holes of a roster, pure."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from gandan.hotline.coverage import Span, by_day, holes, total_hours

from . import make

HOUR = timedelta(hours=1)


def span(starts: int, ends: int) -> Span:
    return Span(make.NOW + starts * HOUR, make.NOW + ends * HOUR)


shifts = st.lists(
    st.tuples(st.integers(-5, 60), st.integers(1, 12)).map(lambda one: span(one[0], one[0] + one[1])), max_size=12
)


@given(shifts)
def test_an_hour_is_kept_or_a_hole(kept: list[Span]) -> None:
    found = holes([span(0, 48)], kept)
    for hour in range(48):
        moment = make.NOW + hour * HOUR
        is_kept = any(one.starts <= moment < one.ends for one in kept)
        assert is_kept != any(one.starts <= moment < one.ends for one in found)


def test_a_span_is_cut_at_midnight() -> None:
    cut = by_day([span(0, 24)])
    assert [len(one) for one in cut.values()] == [1, 1]
    assert sum(total_hours(one) for one in cut.values()) == 24
