"""The delay of a dossier, shared among those who used the hours."""

from datetime import datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.dossiers.attribution import CENTRE, Attribution, LegTimes, apportion, attribute
from gandan.places.deadlines import VIETNAM
from gandan.places.tests.holidays_file import vietnam_calendar

CALENDAR = vietnam_calendar()


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def leg(name: str, started: str, finished: str, half_days: int) -> LegTimes:
    return LegTimes(name, f"Cơ quan {name}", at(started), at(finished), half_days)


def minutes(result: Attribution) -> dict[str, int]:
    return {part.name: part.minutes for part in result.parts}


BIRTH = leg("khai sinh", "2026-11-02T07:30", "2026-11-03T11:30", 3)


def test_a_dossier_in_time_has_no_parts() -> None:
    result = attribute([[BIRTH]], at("2026-11-16T17:00"), at("2026-11-03T11:30"), CALENDAR)

    assert result == Attribution(0, ())


def test_the_slow_leg_answers_for_the_whole_delay() -> None:
    slow = leg("công an", "2026-11-03T11:30", "2026-11-06T17:00", 3)

    result = attribute([[BIRTH], [slow]], at("2026-11-04T17:00"), at("2026-11-06T17:00"), CALENDAR)

    assert result.total_minutes == 960
    assert result.parts == (("công an", "Cơ quan công an", 960),)


def test_parallel_legs_share_the_minutes_in_which_both_are_late() -> None:
    police = leg("công an", "2026-11-02T07:30", "2026-11-06T17:00", 4)
    insurance = leg("BHXH", "2026-11-02T07:30", "2026-11-04T17:00", 2)

    result = attribute([[police, insurance]], at("2026-11-03T17:00"), at("2026-11-06T17:00"), CALENDAR)

    assert minutes(result) == {"công an": 480 // 2 + 960, "BHXH": 480 // 2}


def test_a_leg_over_its_budget_inside_its_stage_delayed_nobody() -> None:
    police = leg("công an", "2026-11-02T07:30", "2026-11-06T17:00", 8)
    insurance = leg("BHXH", "2026-11-02T07:30", "2026-11-04T17:00", 2)

    result = attribute([[police, insurance]], at("2026-11-05T17:00"), at("2026-11-06T17:00"), CALENDAR)

    assert minutes(result) == {"công an": 480}


def test_savings_reduce_every_share_in_proportion() -> None:
    first = leg("thẩm định", "2026-11-02T07:30", "2026-11-05T17:00", 4)
    saving = leg("in", "2026-11-05T17:00", "2026-11-06T17:00", 6)
    last = leg("ký", "2026-11-06T17:00", "2026-11-10T17:00", 2)

    result = attribute([[first], [saving], [last]], at("2026-11-09T17:00"), at("2026-11-10T17:00"), CALENDAR)

    assert result.total_minutes == 480
    assert minutes(result) == {"thẩm định": 320, "ký": 160}


def test_time_lost_between_legs_is_the_centres() -> None:
    first = leg("thẩm định", "2026-11-02T07:30", "2026-11-02T17:00", 2)
    second = leg("ký", "2026-11-05T07:30", "2026-11-05T17:00", 2)

    result = attribute([[first], [second]], at("2026-11-03T17:00"), at("2026-11-05T17:00"), CALENDAR)

    assert minutes(result) == {CENTRE: 960}


def test_what_the_overruns_do_not_explain_is_the_centres() -> None:
    first = leg("thẩm định", "2026-11-02T07:30", "2026-11-03T17:00", 2)
    second = leg("ký", "2026-11-05T07:30", "2026-11-05T17:00", 2)

    result = attribute([[first], [second]], at("2026-11-03T17:00"), at("2026-11-05T17:00"), CALENDAR)

    assert minutes(result) == {"thẩm định": 480, CENTRE: 480}


def test_a_leg_given_out_late_is_not_blamed_for_its_own_budget() -> None:
    prompt = leg("BHXH", "2026-11-02T07:30", "2026-11-02T17:00", 2)
    given_late = leg("công an", "2026-11-03T07:30", "2026-11-03T17:00", 2)

    result = attribute([[prompt, given_late]], at("2026-11-02T17:00"), at("2026-11-03T17:00"), CALENDAR)

    assert minutes(result) == {CENTRE: 480}


def test_a_late_dossier_without_legs_is_the_centres() -> None:
    result = attribute([], at("2026-11-02T17:00"), at("2026-11-03T11:30"), CALENDAR)

    assert minutes(result) == {CENTRE: 240}


def test_whole_minutes_go_by_largest_remainder() -> None:
    assert apportion(10, [Fraction(1), Fraction(1), Fraction(1)]) == [4, 3, 3]
    assert apportion(5, [Fraction(1), Fraction(0), Fraction(3)]) == [1, 0, 4]
    assert apportion(0, [Fraction(0)]) == [0]
    with pytest.raises(ValueError, match="chia"):
        apportion(1, [Fraction(0)])


def test_impossible_legs_are_refused() -> None:
    with pytest.raises(ValueError, match="trước khi bắt đầu"):
        leg("ký", "2026-11-03T08:00", "2026-11-02T08:00", 1)
    with pytest.raises(ValueError, match="không được âm"):
        leg("ký", "2026-11-02T08:00", "2026-11-02T09:00", -1)


moments = st.integers(0, 90 * 24 * 60).map(lambda n: at("2026-08-01T00:00") + timedelta(minutes=n))
legs = st.builds(
    lambda name, one, other, budget: LegTimes(name, "x", min(one, other), max(one, other), budget),
    st.sampled_from(["a", "b", "c"]),
    moments,
    moments,
    st.integers(0, 20),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(legs, max_size=3), max_size=4), moments, moments)
def test_parts_are_whole_positive_and_add_up(
    stages: list[list[LegTimes]], due_at: datetime, settled_at: datetime
) -> None:
    result = attribute(stages, due_at, settled_at, CALENDAR)

    assert result.total_minutes == max(0, CALENDAR.working_minutes_between(due_at, settled_at))
    assert sum(part.minutes for part in result.parts) == result.total_minutes
    assert all(isinstance(part.minutes, int) and part.minutes > 0 for part in result.parts)
