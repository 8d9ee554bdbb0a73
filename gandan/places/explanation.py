"""Tells a finished count, pure: the strip of days and the Vietnamese sentences of a `Working`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import accumulate

from gandan.places.calendar import ONE_DAY, SATURDAY, Calendar, DayOff, Session
from gandan.places.working import (
    OPENING,
    DayLine,
    Sentence,
    Unit,
    Working,
    clock_words,
    day_words,
    duration_words,
    moment_words,
    sentence_case,
)

LONGEST_STRIP = 40
CALENDAR_UNITS = frozenset({Unit.DAY, Unit.MONTH})
HOUR_UNITS = frozenset({Unit.WORKING_HOUR, Unit.HALF_DAY, Unit.SAME_DAY})
CIVIL_CODE = "Bộ luật Dân sự 2015"
CITATIONS = {
    Unit.WORKING_DAY: f"{CIVIL_CODE}, Điều 147, khoản 2",
    Unit.DAY: f"{CIVIL_CODE}, Điều 147, khoản 2; Điều 148, khoản 5",
    Unit.MONTH: f"{CIVIL_CODE}, Điều 147, khoản 2; Điều 148, khoản 3 và khoản 5",
    Unit.WORKING_HOUR: f"{CIVIL_CODE}, Điều 147, khoản 1",
    Unit.HALF_DAY: "Quy trình nội bộ, tính theo buổi làm việc",
    Unit.SAME_DAY: "Nghị định 23/2015/NĐ-CP, Điều 7 (chứng thực); thủ tục khác theo luật chuyên ngành",
}
MOVED = f"{CIVIL_CODE}, Điều 148, khoản 5"


@dataclass(frozen=True)
class Counted:
    """A finished count. `last_day`: the day on which the limit itself ends, before a day off moves it."""

    start: datetime
    count: int
    unit: Unit
    cutoff: time
    last_day: date
    at: datetime


def explain(counted: Counted, calendar: Calendar) -> Working:
    """The working of this count over this calendar."""
    return Working(
        start=counted.start,
        count=counted.count,
        unit=counted.unit,
        rule=_rule(counted),
        citation=CITATIONS[counted.unit],
        days=day_lines(counted, calendar),
        sentences=tuple(_sentences(counted, calendar)),
    )


def unconfirmed_years(start: datetime, at: datetime, calendar: Calendar) -> list[int]:
    """The years touched by the count whose days off nobody confirmed as fully entered."""
    return [year for year in range(start.year, at.year + 1) if year not in calendar.complete_years]


def provisional_sentences(start: datetime, at: datetime, calendar: Calendar) -> list[Sentence]:
    """One warning for each unconfirmed year of the count; they stand last in a working."""
    warning = "Lịch nghỉ năm {} chưa được xác nhận đủ, nên ngày này là tạm tính."
    return [Sentence(text=warning.format(year), source="") for year in unconfirmed_years(start, at, calendar)]


def day_lines(counted: Counted, calendar: Calendar) -> tuple[DayLine, ...]:
    """The strip from the start to the due day; ordinary weekends are left out, a long middle is one line."""
    labels = _labels(counted, calendar)
    days = _days(counted.start.date(), counted.at.date())
    lines = [line for day in days if (line := _line(day, labels, counted, calendar))]
    return tuple(_shortened(lines))


def _days(first: date, last: date) -> Iterator[date]:
    return (first + ONE_DAY * n for n in range((last - first).days + 1))


def _labels(counted: Counted, calendar: Calendar) -> dict[date, str]:
    """The counted days after the day of reception, each with its number in the count."""
    start = counted.start.date()
    after = _days(start + ONE_DAY, counted.at.date())
    if counted.unit in CALENDAR_UNITS:
        return {day: str((day - start).days) for day in after if day <= counted.last_day}
    worked = [day for day in after if calendar.is_working_day(day)]
    if counted.unit is Unit.WORKING_HOUR:
        return {day: duration_words(calendar.working_minutes_on(day)) for day in worked}
    if counted.unit is Unit.HALF_DAY:
        return _session_labels(counted, worked, calendar)
    return {day: str(number) for number, day in enumerate(worked, 1)}


def _session_labels(counted: Counted, worked: list[date], calendar: Calendar) -> dict[date, str]:
    today = calendar.sessions_on(counted.start.date())
    begun = sum(session.end > counted.start.time() for session in today)
    sizes = [len(calendar.sessions_on(day)) for day in worked]
    ends = list(accumulate(sizes, initial=begun))[1:]
    return {
        day: str(end) if size == 1 else f"{end - size + 1}–{end}"
        for day, size, end in zip(worked, sizes, ends, strict=True)
    }


def _line(day: date, labels: dict[date, str], counted: Counted, calendar: Calendar) -> DayLine | None:
    named = calendar.days_off.get(day) or calendar.makeup_days.get(day) or DayOff(day, "", "")
    if day in (counted.start.date(), counted.at.date()):
        return _end_line(day, named, counted)
    if day in calendar.makeup_days:
        return DayLine(day, "makeup", labels.get(day, "làm bù"), named.name, named.basis)
    if day.weekday() >= SATURDAY:
        return DayLine(day, "weekend", "nghỉ", named.name, named.basis) if day == counted.last_day else None
    if day in labels:
        return DayLine(day, "count", labels[day], named.name, named.basis)
    return DayLine(day, "off", "nghỉ", named.name, named.basis)


def _end_line(day: date, named: DayOff, counted: Counted) -> DayLine:
    received, limit = f"nhận {counted.start:%H:%M}", f"hạn {counted.at:%H:%M}"
    if day != counted.at.date():
        return DayLine(day, "start", received, named.name, named.basis)
    label = f"{received}, {limit}" if day == counted.start.date() else limit
    return DayLine(day, "due", label, named.name, named.basis)


def _shortened(lines: list[DayLine]) -> list[DayLine]:
    if len(lines) <= LONGEST_STRIP:
        return lines
    side = (LONGEST_STRIP - 1) // 2
    middle = lines[side:-side]
    numbers = [line.label for line in middle if line.kind in ("count", "makeup")]
    label = f"{numbers[0]}–{numbers[-1]}" if numbers else "nghỉ"
    summary = DayLine(middle[0].date, "count" if numbers else "off", label, f"đến {middle[-1].date:%d/%m/%Y}")
    return [*lines[:side], summary, *lines[-side:]]


def _rule(counted: Counted) -> str:
    n = counted.count
    match counted.unit:
        case Unit.WORKING_DAY:
            return f"{n} ngày làm việc sau ngày nhận, hết hạn vào cuối giờ làm việc của ngày thứ {n}."
        case Unit.DAY:
            return (
                f"{n} ngày sau ngày nhận, tính cả ngày nghỉ; hết hạn vào ngày nghỉ thì chuyển sang ngày làm việc sau."
            )
        case Unit.MONTH:
            return f"{n} tháng kể từ ngày nhận; hết hạn vào ngày nghỉ thì chuyển sang ngày làm việc sau."
        case Unit.WORKING_HOUR:
            return f"{n} giờ làm việc từ lúc nhận, chỉ tính trong giờ làm việc."
        case Unit.HALF_DAY:
            return f"{n} buổi làm việc, buổi đang làm việc lúc nhận là buổi thứ nhất."
        case Unit.SAME_DAY:
            cutoff = clock_words(counted.cutoff)
            return f"Trong ngày làm việc; nhận sau {cutoff} thì trong ngày làm việc tiếp theo."


def _sentences(counted: Counted, calendar: Calendar) -> Iterator[Sentence]:
    near = counted.start.date()
    received = f"{OPENING} {moment_words(counted.start, near=near)}. {_first_day(counted, calendar)}"
    yield Sentence(text=received, source=CITATIONS[counted.unit].partition(";")[0])
    told = [*_makeup_sentences(counted, calendar), *_day_off_sentences(counted, calendar)]
    yield from (sentence for _, sentence in sorted(told, key=lambda item: item[0]))
    yield Sentence(text=_closing(counted, calendar), source=MOVED if _is_moved(counted) else "")
    yield from provisional_sentences(counted.start, counted.at, calendar)


def _first_day(counted: Counted, calendar: Calendar) -> str:
    """What the moment of reception does to the count."""
    start = counted.start
    if counted.unit not in HOUR_UNITS:
        return "Ngày nhận không tính."
    if counted.unit is Unit.SAME_DAY:
        return _same_day_reason(counted, calendar)
    begins = calendar.next_office_time(start)
    if begins != start:
        return f"Ngoài giờ làm việc, nên tính từ {moment_words(begins, near=start.date())}."
    if counted.unit is Unit.HALF_DAY:
        is_running = any(start.time() < session.end for session in _begun_sessions(start, calendar))
        return "Buổi đang làm việc là buổi thứ nhất." if is_running else "Vừa hết buổi, nên buổi sau là buổi thứ nhất."
    return "Chỉ tính giờ làm việc."


def _begun_sessions(start: datetime, calendar: Calendar) -> list[Session]:
    return [session for session in calendar.sessions_on(start.date()) if session.start <= start.time()]


def _same_day_reason(counted: Counted, calendar: Calendar) -> str:
    cutoff = clock_words(counted.cutoff)
    if not calendar.is_working_day(counted.start.date()):
        return "Nhận vào ngày nghỉ, tính như nhận đầu ngày làm việc tiếp theo."
    if counted.start.time() > counted.cutoff:
        return f"Nhận sau {cutoff} thì tính sang ngày làm việc tiếp theo."
    return f"Nhận không quá {cutoff} thì hạn là trong ngày."


def _first_told_day(counted: Counted) -> date:
    """Days off before it either count (calendar units) or are the day of reception."""
    if counted.unit in CALENDAR_UNITS:
        return counted.last_day
    return counted.start.date()


def _makeup_sentences(counted: Counted, calendar: Calendar) -> Iterator[tuple[date, Sentence]]:
    near = counted.start.date()
    first = near if counted.unit in HOUR_UNITS else max(near + ONE_DAY, _first_told_day(counted))
    for day in _days(first, counted.at.date()):
        if makeup := calendar.makeup_days.get(day):
            words = sentence_case(day_words(day, near=near))
            text = f"{words} là ngày làm bù, tính như ngày làm việc."
            yield day, Sentence(text=text, source=makeup.basis)


def _day_off_sentences(counted: Counted, calendar: Calendar) -> Iterator[tuple[date, Sentence]]:
    """One sentence for each run of days off with no working day inside."""
    run: list[date] = []
    for day in _days(_first_told_day(counted), counted.at.date()):
        if calendar.is_working_day(day):
            if run:
                yield run[0], _run_sentence(run, counted, calendar)
            run = []
        elif day.weekday() < SATURDAY:
            run.append(day)


def _run_sentence(run: list[date], counted: Counted, calendar: Calendar) -> Sentence:
    near = counted.start.date()
    days_off = [calendar.days_off[day] for day in _days(run[0], run[-1]) if day in calendar.days_off]
    names, bases = _once(day.name for day in days_off), _once(day.basis for day in days_off)
    if len(run) == 1:
        # A swapped day off is announced as "Ngày nghỉ (thay cho …)"; a holiday by its own name.
        reason = ", ".join(names)
        off = f"là n{reason[1:]}" if reason.startswith("Ngày nghỉ") else f"nghỉ {reason}"
        text = f"{sentence_case(day_words(run[0], near=near))} {off}, không tính."
    else:
        span = f"Từ {day_words(run[0], near=near)} đến {day_words(run[-1], near=near)}"
        text = f"{span} nghỉ, không tính: {', '.join(names)}."
    return Sentence(text=text, source="; ".join(bases))


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, words)))


def _is_moved(counted: Counted) -> bool:
    return counted.unit in CALENDAR_UNITS and counted.last_day != counted.at.date()


def _closing(counted: Counted, calendar: Calendar) -> str:
    n, near, at = counted.count, counted.start.date(), counted.at
    day = day_words(at.date(), near=near)
    hour = _hour_of_day(at, calendar)
    if _is_moved(counted):
        last = sentence_case(day_words(counted.last_day, near=near))
        return f"{last} là ngày cuối nhưng là ngày nghỉ. Ngày làm việc tiếp theo là {day}, {hour}."
    match counted.unit:
        case Unit.WORKING_DAY:
            return f"Ngày làm việc thứ {n} là {day}, {hour}."
        case Unit.DAY:
            return f"Ngày thứ {n} là {day}, {hour}."
        case Unit.MONTH:
            return f"Đủ {n} tháng vào {day}, {hour}."
        case Unit.WORKING_HOUR:
            return f"Đủ {n} giờ làm việc lúc {clock_words(at)}, {day}."
        case Unit.HALF_DAY:
            return f"Buổi thứ {n} hết lúc {clock_words(at)}, {day}."
        case Unit.SAME_DAY:
            is_today = at.date() == near
            return f"Hạn là {day}, {hour}." if is_today else f"Ngày làm việc tiếp theo là {day}, {hour}."


def _hour_of_day(at: datetime, calendar: Calendar) -> str:
    if at == calendar.end_of_day(at.date()):
        return f"hết giờ làm việc lúc {clock_words(at)}"
    return f"đầu giờ làm việc lúc {clock_words(at)}"
