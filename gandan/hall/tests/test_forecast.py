"""How long somebody will still wait."""

from __future__ import annotations

from gandan.hall.forecast import Pace, Span, wait_of

PACE = Pace({1: (600.0, 40), 2: (120.0, 40), 3: (900.0, 2), None: (300.0, 82)})


def test_a_range_that_grows_with_those_ahead_and_shrinks_with_counters() -> None:
    few = wait_of([1, 1], counters=2, busy=2, pace=PACE)
    many = wait_of([1] * 8, counters=2, busy=2, pace=PACE)
    shared = wait_of([1] * 8, counters=4, busy=4, pace=PACE)
    assert few is not None
    assert many is not None
    assert shared is not None
    assert few.low < few.high
    assert few.high < many.high
    assert shared.high < many.high
    assert many.low <= 8 * 640 / 2 / 60 <= many.high


def test_short_procedures_ahead_make_a_short_wait() -> None:
    short, long = wait_of([2] * 5, counters=1, busy=1, pace=PACE), wait_of([1] * 5, counters=1, busy=1, pace=PACE)
    assert short is not None
    assert long is not None
    assert short.high < long.low


def test_unknown_is_said() -> None:
    assert wait_of([1], counters=0, busy=0, pace=PACE) is None
    assert wait_of([1], counters=2, busy=2, pace=Pace({None: (300.0, 4)})) is None


def test_too_few_of_one_procedure_are_reckoned_as_all() -> None:
    assert wait_of([3], counters=1, busy=0, pace=PACE) == wait_of([9], counters=1, busy=0, pace=PACE)


def test_a_free_counter_means_now() -> None:
    assert wait_of([], counters=3, busy=1, pace=PACE) == Span(0, 2)
    assert str(Span(12, 20)) == "khoảng 12–20 phút"
    assert str(Span(0, 5)) == "trong 5 phút tới"
