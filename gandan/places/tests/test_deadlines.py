"""The legal clock against cases worked by hand, a second library, and properties that must always hold."""

import csv
import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gandan.places.deadlines import (
    CUTOFF,
    VIETNAM,
    Calendar,
    DayLine,
    DayOff,
    Session,
    Unit,
    Working,
    due,
    vietnam_moment,
)
from gandan.places.tests.holidays_file import vietnam_calendar

CALENDAR = vietnam_calendar()
with (Path(__file__).parent / "deadline_cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))

FIRST = datetime(2019, 6, 1, tzinfo=VIETNAM)
starts = st.integers(0, 2800 * 24 * 3600).map(lambda seconds: FIRST + timedelta(seconds=seconds))
counts = st.integers(1, 60)
units = st.sampled_from([unit for unit in Unit if unit is not Unit.SAME_DAY])


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_case_worked_by_hand(case: dict[str, str]) -> None:
    cutoff = time.fromisoformat(case["cutoff"]) if case["cutoff"] else CUTOFF

    result = due(at(case["from"]), int(case["count"]), Unit(case["unit"]), CALENDAR, cutoff=cutoff)

    assert result.at == at(case["due"]), case["why"]
    assert not result.is_provisional
    assert result.working.days[-1].kind == "due"
    assert result.working.days[-1].date == result.at.date()


def test_there_are_enough_cases_and_each_names_its_rule() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) >= 70
    assert all(case["rule"] and case["why"] for case in CASES)


def crosses_the_swap_missing_in_the_library(case: dict[str, str]) -> bool:
    return at(case["from"]).date() < date(2026, 1, 11) and at(case["due"]).date() > date(2026, 1, 1)


@pytest.mark.parametrize(
    "case",
    [c for c in CASES if c["unit"] == "working_day" and not crosses_the_swap_missing_in_the_library(c)],
    ids=lambda case: case["id"],
)
def test_working_days_agree_with_the_holidays_library(case: dict[str, str]) -> None:
    library = holidays.country_holidays("VN")

    expected = library.get_nth_working_day(at(case["from"]).date(), int(case["count"]))

    assert at(case["due"]).date() == expected


def test_the_strip_of_the_look_page() -> None:
    days = due(at("2026-11-16T08:00"), 10, Unit.WORKING_DAY, CALENDAR).working.days

    assert [(line.kind, line.date.day, line.label) for line in days] == [
        ("start", 16, "nhận 08:00"),
        ("count", 17, "1"),
        ("count", 18, "2"),
        ("count", 19, "3"),
        ("count", 20, "4"),
        ("count", 23, "5"),
        ("off", 24, "nghỉ"),
        ("count", 25, "6"),
        ("count", 26, "7"),
        ("count", 27, "8"),
        ("count", 30, "9"),
        ("due", 1, "hạn 17:00"),
    ]
    assert days[6].name == "Ngày Văn hóa Việt Nam"
    assert days[6].basis


def test_the_sentences_tell_start_day_off_and_due_day() -> None:
    working = due(at("2026-11-16T08:00"), 10, Unit.WORKING_DAY, CALENDAR).working

    assert [sentence["text"] for sentence in working.sentences] == [
        "Nhận đủ hồ sơ thứ Hai, 16/11, 8 giờ. Ngày nhận không tính.",
        "Thứ Ba, 24/11 nghỉ Ngày Văn hóa Việt Nam, không tính.",
        "Ngày làm việc thứ 10 là thứ Ba, 01/12, hết giờ làm việc lúc 17 giờ.",
    ]
    assert working.sentences[0]["source"] == "Bộ luật Dân sự 2015, Điều 147, khoản 2"
    assert working.citation == "Bộ luật Dân sự 2015, Điều 147, khoản 2"


def test_a_same_day_result_asked_after_the_cutoff_is_told() -> None:
    working = due(at("2026-11-23T15:20"), 0, Unit.SAME_DAY, CALENDAR).working

    assert [line.kind for line in working.days] == ["start", "off", "due"]
    assert [sentence["text"] for sentence in working.sentences] == [
        "Nhận đủ hồ sơ thứ Hai, 23/11, 15 giờ 20. Nhận sau 15 giờ thì tính sang ngày làm việc tiếp theo.",
        "Thứ Ba, 24/11 nghỉ Ngày Văn hóa Việt Nam, không tính.",
        "Ngày làm việc tiếp theo là thứ Tư, 25/11, hết giờ làm việc lúc 17 giờ.",
    ]


def test_a_calendar_limit_moved_from_a_day_off_says_so() -> None:
    working = due(at("2026-11-16T08:00"), 5, Unit.DAY, CALENDAR).working

    assert [(line.kind, line.date.day) for line in working.days][-2:] == [("weekend", 21), ("due", 23)]
    assert working.sentences[-1] == {
        "text": "Thứ Bảy, 21/11 là ngày cuối nhưng là ngày nghỉ. "
        "Ngày làm việc tiếp theo là thứ Hai, 23/11, hết giờ làm việc lúc 17 giờ.",
        "source": "Bộ luật Dân sự 2015, Điều 148, khoản 5",
    }


def test_a_makeup_saturday_is_shown_and_told() -> None:
    working = due(at("2026-08-20T10:00"), 3, Unit.WORKING_DAY, CALENDAR).working

    saturday = working.days[2]
    assert (saturday.kind, saturday.label, saturday.date) == ("makeup", "2", date(2026, 8, 22))
    assert "Thứ Bảy, 22/08 là ngày làm bù, tính như ngày làm việc." in [s["text"] for s in working.sentences]


def test_the_days_of_tet_are_one_sentence() -> None:
    texts = [s["text"] for s in due(at("2026-02-13T16:30"), 3, Unit.WORKING_DAY, CALENDAR).working.sentences]

    assert len(texts) == 3
    assert texts[1].startswith("Từ thứ Hai, 16/02 đến thứ Sáu, 20/02 nghỉ, không tính: Giao thừa Tết Nguyên Đán")


def test_a_swapped_day_off_is_told_by_what_it_replaces() -> None:
    texts = [s["text"] for s in due(at("2025-04-29T15:00"), 0, Unit.SAME_DAY, CALENDAR).working.sentences]
    swapped = [s["text"] for s in due(at("2019-04-26T09:00"), 1, Unit.WORKING_DAY, CALENDAR).working.sentences]

    assert len(texts) == 2
    assert swapped[1].startswith("Từ thứ Hai, 29/04 đến thứ Tư, 01/05 nghỉ, không tính: Ngày nghỉ (thay cho ngày 04/05")
    only = replace(CALENDAR, days_off={date(2026, 8, 31): CALENDAR.days_off[date(2026, 8, 31)]})
    alone = due(at("2026-08-28T09:00"), 1, Unit.WORKING_DAY, only).working.sentences[1]["text"]
    assert alone == "Thứ Hai, 31/08 là ngày nghỉ (thay cho ngày 22/08/2026), không tính."


@pytest.mark.parametrize(
    ("start", "told"),
    [
        ("2020-08-03T08:00", "Buổi đang làm việc là buổi thứ nhất."),
        ("2020-08-04T11:30", "Vừa hết buổi, nên buổi sau là buổi thứ nhất."),
        ("2020-08-04T12:00", "Ngoài giờ làm việc, nên tính từ thứ Ba, 04/08, 13 giờ."),
    ],
)
def test_the_first_session_is_told(start: str, told: str) -> None:
    assert due(at(start), 3, Unit.HALF_DAY, CALENDAR).working.sentences[0]["text"].endswith(told)


def test_the_year_is_said_when_it_changes() -> None:
    texts = [s["text"] for s in due(at("2026-12-31T09:00"), 1, Unit.WORKING_DAY, CALENDAR).working.sentences]

    assert texts[-1] == "Ngày làm việc thứ 1 là thứ Hai, 04/01/2027, hết giờ làm việc lúc 17 giờ."


def test_sessions_are_numbered_on_the_strip() -> None:
    days = due(at("2020-08-03T08:00"), 5, Unit.HALF_DAY, CALENDAR).working.days

    assert [line.label for line in days] == ["nhận 08:00", "3–4", "hạn 11:30"]


def test_received_and_due_on_one_day_is_one_line() -> None:
    days = due(at("2026-11-23T08:00"), 1, Unit.HALF_DAY, CALENDAR).working.days

    assert days == (DayLine(date(2026, 11, 23), "due", "nhận 08:00, hạn 11:30"),)


@pytest.mark.parametrize(("count", "unit"), [(360, Unit.DAY), (12, Unit.MONTH), (90, Unit.WORKING_DAY)])
def test_a_long_strip_is_shortened(count: int, unit: Unit) -> None:
    days = due(at("2026-01-05T08:00"), count, unit, CALENDAR).working.days

    assert len(days) <= 40
    assert (days[0].kind, days[-1].kind) == ("start", "due")
    assert any("–" in line.label for line in days)


def test_a_year_nobody_confirmed_makes_the_date_provisional() -> None:
    only_2026 = replace(CALENDAR, complete_years=frozenset({2026}))

    inside = due(at("2026-12-30T09:00"), 1, Unit.WORKING_DAY, only_2026)
    across = due(at("2026-12-30T09:00"), 3, Unit.WORKING_DAY, only_2026)

    assert not inside.is_provisional
    assert across.is_provisional
    assert across.working.sentences[-1]["text"].startswith("Lịch nghỉ năm 2027 chưa được xác nhận đủ")


def test_a_saturday_service_session_is_not_a_working_day() -> None:
    saturday_too = replace(CALENDAR, sessions={**CALENDAR.sessions, 5: (Session(time(7, 30), time(11, 30)),)})

    assert not saturday_too.is_working_day(date(2026, 11, 21))
    assert due(at("2026-11-20T16:00"), 8, Unit.WORKING_HOUR, saturday_too).at == at("2026-11-23T16:00")
    assert saturday_too.end_of_day(date(2026, 8, 22)) == at("2026-08-22T11:30")


def test_office_hours_of_another_agency() -> None:
    hours = (Session(time(7), time(11, 30)), Session(time(13, 30), time(17)))
    agency = replace(CALENDAR, sessions=dict.fromkeys(range(5), hours))

    assert due(at("2026-11-18T11:00"), 1, Unit.WORKING_HOUR, agency).at == at("2026-11-18T14:00")
    assert agency.working_minutes_on(date(2026, 11, 18)) == 480


def test_a_moment_in_another_zone_is_read_on_the_vietnamese_clock() -> None:
    received = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)

    assert due(received, 8, Unit.WORKING_HOUR, CALENDAR).at == at("2026-11-23T16:00")


@pytest.mark.parametrize(
    ("start", "count", "unit", "message"),
    [
        pytest.param(at("2026-11-20T09:00"), -1, Unit.WORKING_DAY, "từ 1 trở lên", id="negative"),
        pytest.param(at("2026-11-20T09:00"), 0, Unit.DAY, "từ 1 trở lên", id="zero days"),
        pytest.param(at("2026-11-20T09:00"), -1, Unit.WORKING_HOUR, "từ 0 trở lên", id="negative hours"),
        pytest.param(at("2026-11-20T09:00"), 2, Unit.SAME_DAY, "trong ngày", id="two same days"),
        pytest.param(at("2026-11-20T09:00"), 3661, Unit.DAY, "quá dài", id="too many days"),
        pytest.param(at("2026-11-20T09:00"), 3000, Unit.WORKING_DAY, "quá dài", id="too many working days"),
        pytest.param(at("2026-11-20T09:00"), 10**12, Unit.WORKING_HOUR, "quá dài", id="absurd"),
        pytest.param(at("9999-12-31T09:00"), 1, Unit.DAY, "Năm 9999", id="end of time"),
        pytest.param(at("2026-11-20T09:00").replace(tzinfo=None), 1, Unit.DAY, "múi giờ", id="naive"),
    ],
)
def test_bad_input_is_refused_in_vietnamese(start: datetime, count: int, unit: Unit, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        due(start, count, unit, CALENDAR)


def test_a_contradictory_calendar_is_refused() -> None:
    day = DayOff(date(2026, 8, 22), "Làm bù", "")

    with pytest.raises(ValueError, match="vừa ghi là ngày nghỉ"):
        Calendar(days_off={day.date: day}, makeup_days={day.date: day})
    with pytest.raises(ValueError, match="thứ Hai"):
        Calendar(sessions={5: (Session(time(8), time(11)),)})
    with pytest.raises(ValueError, match="chồng nhau"):
        Calendar(sessions={0: (Session(time(8), time(12)), Session(time(11), time(17)))})
    with pytest.raises(ValueError, match="trước khi kết thúc"):
        Session(time(12), time(8))
    with pytest.raises(ValueError, match="không phải ngày làm việc"):
        Calendar().end_of_day(date(2026, 11, 22))


def test_working_minutes_are_signed_and_skip_days_off() -> None:
    friday, wednesday = at("2026-11-20T16:00"), at("2026-11-25T08:30")

    assert CALENDAR.working_minutes_between(friday, wednesday) == 60 + 480 + 60
    assert CALENDAR.working_minutes_between(wednesday, friday) == -600
    assert CALENDAR.working_minutes_between(at("2026-01-01T00:00"), at("2027-01-01T00:00")) == 480 * sum(
        CALENDAR.is_working_day(date(2026, 1, 1) + timedelta(days=n)) for n in range(365)
    )


@settings(max_examples=150, deadline=None)
@given(starts, st.integers(0, 60 * 60), counts, units)
def test_due_never_falls_when_the_start_moves_on(start: datetime, minutes: int, count: int, unit: Unit) -> None:
    later = start + timedelta(minutes=minutes)

    assert due(start, count, unit, CALENDAR).at <= due(later, count, unit, CALENDAR).at


@settings(max_examples=150, deadline=None)
@given(starts, counts, units)
def test_one_unit_more_is_never_earlier_and_due_is_in_office_time(start: datetime, count: int, unit: Unit) -> None:
    result = due(start, count, unit, CALENDAR)

    assert start.replace(second=0, microsecond=0) < result.at <= due(start, count + 1, unit, CALENDAR).at
    assert CALENDAR.is_office_time(result.at)
    if unit in (Unit.WORKING_DAY, Unit.DAY, Unit.MONTH):
        assert result.at == CALENDAR.end_of_day(result.at.date())


@settings(max_examples=200, deadline=None)
@given(starts, st.integers(0, 480 * 200))
def test_added_working_minutes_are_counted_back(start: datetime, minutes: int) -> None:
    assert CALENDAR.working_minutes_between(start, CALENDAR.add_working_minutes(start, minutes)) == minutes


@settings(max_examples=100, deadline=None)
@given(starts, starts, starts)
def test_working_minutes_add_up(first: datetime, second: datetime, third: datetime) -> None:
    between = CALENDAR.working_minutes_between

    assert between(first, second) + between(second, third) == between(first, third)


@settings(max_examples=100, deadline=None)
@given(starts, counts, units)
def test_the_working_survives_storage(start: datetime, count: int, unit: Unit) -> None:
    working = due(start, count, unit, CALENDAR).working

    assert Working.from_json(json.loads(json.dumps(working.as_json()))) == working


def test_the_same_moment_is_told_in_the_words_of_another_rule() -> None:
    plain = due(vietnam_moment(date(2026, 11, 17), time(9)), 15, Unit.DAY, CALENDAR)

    told = plain.retold(opening="Gửi yêu cầu bổ sung", citation="Nghị định 118/2025/NĐ-CP, Điều 19, khoản 5")

    assert told.at == plain.at
    assert told.working.sentences[0]["text"] == "Gửi yêu cầu bổ sung thứ Ba, 17/11, 9 giờ. Ngày đó không tính."
    assert told.working.citation == "Nghị định 118/2025/NĐ-CP, Điều 19, khoản 5"
    assert told.working.rule == plain.working.rule
