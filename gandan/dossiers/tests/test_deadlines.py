"""The clocks of the one-stop decree (R02–R14) and of the 766 index, worked by hand."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.dossiers.deadlines import (
    Limit,
    Waiting,
    appraisal_return_by,
    auto_close_on,
    clock_766,
    due_without_waiting,
    expected_receipt_by,
    extension_latest,
    handover_by,
    leg_due,
    outcome,
    restart,
)
from gandan.places.deadlines import VIETNAM, Unit, Working
from gandan.places.tests.holidays_file import vietnam_calendar

CALENDAR = vietnam_calendar()
TEN_DAYS = Limit(10, Unit.WORKING_DAY)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [
        pytest.param("2026-11-20T16:00", "2026-11-23T16:00", id="R02 Friday afternoon"),
        pytest.param("2026-11-21T22:00", "2026-11-23T17:00", id="R02 Saturday night"),
        pytest.param("2026-11-23T16:00", "2026-11-25T16:00", id="R02 over 24/11"),
    ],
)
def test_an_online_dossier_is_answered_in_eight_working_hours(submitted: str, expected: str) -> None:
    result = expected_receipt_by(at(submitted), CALENDAR)

    assert result.at == at(expected)
    assert result.working.citation == "Nghị định 118/2025/NĐ-CP, Điều 17, khoản 2, điểm c"
    assert result.working.sentences[0]["text"].startswith("Hệ thống nhận hồ sơ thứ")


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        pytest.param("2026-11-23T14:59", "2026-11-23T17:00", id="R08 before 15:00"),
        pytest.param("2026-11-23T15:00", "2026-11-23T17:00", id="R08 exactly 15:00"),
        pytest.param("2026-11-23T15:01", "2026-11-25T07:30", id="R08 after 15:00, over 24/11"),
        pytest.param("2026-11-20T16:00", "2026-11-23T07:30", id="R08 Friday"),
        pytest.param("2026-11-21T09:00", "2026-11-23T17:00", id="R08 Saturday counts as Monday"),
        pytest.param("2026-08-21T15:30", "2026-08-22T07:30", id="R08 make-up Saturday"),
    ],
)
def test_handover_to_the_agency(received: str, expected: str) -> None:
    assert handover_by(at(received), CALENDAR).at == at(expected)


def test_a_late_handover_is_told_as_the_opening_of_the_next_day() -> None:
    working = handover_by(at("2026-11-23T15:01"), CALENDAR).working

    assert working.days[-1].label == "hạn 07:30"
    assert working.sentences[-1]["text"] == ("Ngày làm việc tiếp theo là thứ Tư, 25/11, đầu giờ làm việc lúc 7 giờ 30.")
    assert working.citation == "Nghị định 118/2025/NĐ-CP, Điều 18, khoản 2"


def test_appraisal_returns_within_three_working_days() -> None:
    assert appraisal_return_by(at("2026-11-20T08:00"), CALENDAR).at == at("2026-11-26T17:00")


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("2026-11-17T09:00", "2026-12-02T17:00"), ("2026-11-09T09:00", "2026-11-25T17:00")],
    ids=["R12", "R12 moved from 24/11"],
)
def test_the_case_closes_after_fifteen_calendar_days(asked: str, expected: str) -> None:
    result = auto_close_on(at(asked), CALENDAR)

    assert result.at == at(expected)
    assert result.working.sentences[0]["text"].startswith("Gửi yêu cầu bổ sung thứ")


@pytest.mark.parametrize(
    ("due_at", "expected"),
    [
        pytest.param("2026-11-27T17:00", "2026-11-26T17:00", id="the day before"),
        pytest.param("2026-11-25T17:00", "2026-11-23T17:00", id="over 24/11"),
        pytest.param("2026-11-23T17:00", "2026-11-20T17:00", id="over a weekend"),
        pytest.param("2026-08-24T17:00", "2026-08-22T17:00", id="make-up Saturday"),
        pytest.param("2026-02-23T17:00", "2026-02-13T17:00", id="over Tết"),
    ],
)
def test_extension_is_possible_until_the_working_day_before(due_at: str, expected: str) -> None:
    assert extension_latest(at(due_at), CALENDAR) == at(expected)


def test_the_statutory_clock_starts_again_from_zero() -> None:
    result = restart(at("2026-12-14T09:00"), TEN_DAYS, CALENDAR)

    assert result.at == at("2026-12-28T17:00")
    assert result.working.rule.startswith("Bổ sung xong thì thời hạn tính lại từ đầu.")
    assert "Điều 19, khoản 5" in result.working.citation


def test_the_two_clocks_differ() -> None:
    received, asked, completed = at("2026-11-02T08:00"), at("2026-11-05T08:00"), at("2026-11-09T08:00")

    statutory = restart(completed, TEN_DAYS, CALENDAR)
    index = clock_766(received, TEN_DAYS, [Waiting(asked, completed)], CALENDAR, 1)

    assert statutory.at == at("2026-11-23T17:00")
    assert index.due_at == at("2026-11-18T17:00")
    assert index.waited_minutes == 2 * 480
    assert not index.is_flagged


def test_the_766_working_tells_the_wait() -> None:
    pause = Waiting(at("2026-11-05T08:00"), at("2026-11-09T08:00"))
    clock = clock_766(at("2026-11-02T08:00"), TEN_DAYS, [pause], CALENDAR, 2)

    assert clock.is_flagged
    assert [s["text"] for s in clock.working.sentences] == [
        "Nhận đủ hồ sơ thứ Hai, 02/11, 8 giờ. Ngày nhận không tính.",
        "Chưa trừ thời gian chờ: Ngày làm việc thứ 10 là thứ Hai, 16/11, hết giờ làm việc lúc 17 giờ.",
        "Chờ từ thứ Năm, 05/11, 8 giờ đến thứ Hai, 09/11, 8 giờ: 16 giờ làm việc, không tính.",
        "Cộng 16 giờ chờ, hạn là thứ Tư, 18/11, 17 giờ.",
        "Đã yêu cầu bổ sung 2 lần, nên chỉ số 2.1 tính là quá hạn.",
    ]
    assert clock.working.citation.startswith("Quyết định 766/QĐ-TTg, chỉ số 2.1")
    labels = {line.date.day: (line.kind, line.label) for line in clock.working.days}
    assert labels[5] == ("count", "chờ 7 giờ 30 phút")
    assert labels[6] == ("off", "chờ bổ sung")
    assert labels[10] == ("count", "tính")
    assert labels[18] == ("due", "hạn 17:00")
    assert Working.from_json(json.loads(json.dumps(clock.working.as_json()))) == clock.working


def test_overlapping_waits_count_once_and_an_open_one_stops_the_clock() -> None:
    received = at("2026-11-02T08:00")
    waits = [
        Waiting(at("2026-11-04T13:00"), at("2026-11-05T17:00")),
        Waiting(at("2026-11-04T07:30"), at("2026-11-05T11:30")),
        Waiting(at("2026-11-09T09:00"), None),
    ]

    clock = clock_766(received, TEN_DAYS, waits, CALENDAR, 1)

    assert clock.waited_minutes == 2 * 480
    assert clock.stopped_at == at("2026-11-09T09:00")


def test_waiting_before_reception_does_not_count() -> None:
    early = Waiting(at("2026-10-26T08:00"), at("2026-11-02T07:00"))

    assert due_without_waiting(at("2026-11-02T08:00"), TEN_DAYS, [early], CALENDAR).at == at("2026-11-16T17:00")


def test_paying_land_tax_is_excluded() -> None:
    paying = Waiting(at("2026-11-04T09:00"), at("2026-11-06T09:00"))

    assert due_without_waiting(at("2026-11-02T08:00"), TEN_DAYS, [paying], CALENDAR).at == at("2026-11-18T17:00")


def test_a_wait_into_an_unconfirmed_year_is_provisional() -> None:
    only_2026 = replace(CALENDAR, complete_years=frozenset({2026}))
    wait = Waiting(at("2026-12-21T08:00"), at("2026-12-28T08:00"))

    clock = clock_766(at("2026-12-16T08:00"), TEN_DAYS, [wait], only_2026, 1)

    assert clock.due_at > at("2027-01-01T00:00")
    assert clock.is_provisional
    texts = [s["text"] for s in clock.working.sentences]
    assert [text.startswith("Lịch nghỉ năm 2027") for text in texts] == [False] * (len(texts) - 1) + [True]


def test_a_wait_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="trước khi bắt đầu"):
        Waiting(at("2026-11-06T09:00"), at("2026-11-05T09:00"))


@pytest.mark.parametrize(
    ("settled", "expected"),
    [
        ("2026-11-24T16:59", "early"),
        ("2026-11-25T08:00", "on_time"),
        ("2026-11-25T17:00", "on_time"),
        ("2026-11-25T17:01", "late"),
        ("2026-11-26T08:00", "late"),
    ],
)
def test_outcome(settled: str, expected: str) -> None:
    assert outcome(at(settled), at("2026-11-25T17:00")) == expected


def test_a_committed_limit_keeps_both_outcomes() -> None:
    received, delivered = at("2026-11-02T08:00"), at("2026-11-18T10:00")

    assert outcome(delivered, TEN_DAYS.due_from(received, CALENDAR).at) == "late"
    assert outcome(delivered, Limit(15, Unit.WORKING_DAY).due_from(received, CALENDAR).at) == "early"


@pytest.mark.parametrize(
    ("started", "half_days", "expected"),
    [
        ("2020-08-03T08:00", 3, "2020-08-04T11:30"),
        ("2020-08-04T11:30", 3, "2020-08-05T17:00"),
        ("2020-08-04T11:30", 12, "2020-08-12T11:30"),
        ("2020-08-12T11:30", 2, "2020-08-13T11:30"),
    ],
    ids=["khai sinh", "BHXH", "Công an", "trao tại nhà"],
)
def test_the_legs_of_three_in_one(started: str, half_days: int, expected: str) -> None:
    assert leg_due(at(started), half_days, CALENDAR).at == at(expected)


moments = st.integers(0, 400 * 24 * 60).map(lambda minutes: at("2026-01-05T00:00") + timedelta(minutes=minutes))


@settings(max_examples=80, deadline=None)
@given(moments, st.lists(st.tuples(moments, moments), max_size=4), st.integers(1, 30))
def test_waiting_never_brings_the_due_moment_forward(
    received: datetime, spans: list[tuple[datetime, datetime]], count: int
) -> None:
    limit = Limit(count, Unit.WORKING_DAY)
    waits = [Waiting(min(span), max(span)) for span in spans]

    clock = clock_766(received, limit, waits, CALENDAR, len(waits))

    base = limit.due_from(received, CALENDAR).at
    assert CALENDAR.working_minutes_between(base, clock.due_at) == clock.waited_minutes >= 0
