"""The clocks of a dossier, pure: Nghị định 118/2025/NĐ-CP (as amended) and the clock of QĐ 766/QĐ-TTg beside it.

The statutory clock starts again from zero when the papers are completed (Điều 19, khoản 5). The 766 clock subtracts
the time spent completing them and counts a second request as late (chỉ số 2.1). Neither is ever shown as the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Literal

from gandan.places.calendar import ONE_DAY, Calendar, to_vietnam_minute, vietnam_moment
from gandan.places.deadlines import CUTOFF, due, due_from, same_day_base
from gandan.places.explanation import Counted, day_lines, provisional_sentences
from gandan.places.working import DayLine, Due, Sentence, Unit, Working, duration_words, moment_words

ONE_STOP = "Nghị định 118/2025/NĐ-CP"
INDEX_766 = "Quyết định 766/QĐ-TTg, chỉ số 2.1"
AUTO_CLOSE_DAYS = 15
APPRAISAL_WORKING_DAYS = 3
RECEIPT_WORKING_HOURS = 8

Outcome = Literal["early", "on_time", "late"]


@dataclass(frozen=True)
class Limit:
    """A time limit as the procedure states it; the unit is never turned into another."""

    count: int
    unit: Unit
    cutoff: time = CUTOFF

    def due_from(self, start: datetime, calendar: Calendar) -> Due:
        return due(start, self.count, self.unit, calendar, cutoff=self.cutoff)


@dataclass(frozen=True)
class Waiting:
    """A span in which the case waits for the citizen; `ended_at` is None while it still does."""

    started_at: datetime
    ended_at: datetime | None

    def __post_init__(self) -> None:
        if self.ended_at is not None and self.ended_at < self.started_at:
            raise ValueError("Thời gian chờ không thể kết thúc trước khi bắt đầu.")


@dataclass(frozen=True)
class Clock766:
    """The due moment by QĐ 766. Flagged: more than one request, which the index counts as late.

    `stopped_at` is the moment of the request still waiting for the citizen, when the index takes the case as finished.
    """

    due_at: datetime
    is_flagged: bool
    is_provisional: bool
    waited_minutes: int
    stopped_at: datetime | None
    working: Working


def expected_receipt_by(submitted_at: datetime, calendar: Calendar) -> Due:
    """Accept an online dossier or ask for completion within 8 working hours (Điều 17, khoản 2, điểm c)."""
    return due(submitted_at, RECEIPT_WORKING_HOURS, Unit.WORKING_HOUR, calendar).retold(
        opening="Hệ thống nhận hồ sơ",
        rule="Hồ sơ trực tuyến được tiếp nhận hoặc yêu cầu bổ sung trong 8 giờ làm việc.",
        citation=f"{ONE_STOP}, Điều 17, khoản 2, điểm c",
    )


def handover_by(received_at: datetime, calendar: Calendar) -> Due:
    """Hand over to the competent agency (Điều 18, khoản 2).

    The same working day; received after 15:00, at the opening of the next. Received on a day off, it counts as
    received at the next opening.
    """
    start = to_vietnam_minute(received_at)
    day = same_day_base(start, calendar)
    is_put_off = calendar.is_working_day(start.date()) and day != start.date()
    at = calendar.start_of_day(day) if is_put_off else calendar.end_of_day(day)
    return due_from(Counted(start, 0, Unit.SAME_DAY, CUTOFF, start.date(), at), calendar).retold(
        rule="Chuyển hồ sơ ngay trong ngày làm việc; nhận sau 15 giờ thì chuyển đầu giờ ngày làm việc tiếp theo.",
        citation=f"{ONE_STOP}, Điều 18, khoản 2",
    )


def appraisal_return_by(received_at: datetime, calendar: Calendar) -> Due:
    """Ask for completion after appraisal within 3 working days from reception (Điều 19, khoản 5)."""
    return due(received_at, APPRAISAL_WORKING_DAYS, Unit.WORKING_DAY, calendar).retold(
        rule="Hồ sơ cần bổ sung sau thẩm định thì thông báo trong 3 ngày làm việc từ ngày tiếp nhận.",
        citation=f"{ONE_STOP}, Điều 19, khoản 5",
    )


def auto_close_on(asked_at: datetime, calendar: Calendar) -> Due:
    """The case closes when nothing is completed 15 calendar days after the notice (Điều 19, khoản 5)."""
    return due(asked_at, AUTO_CLOSE_DAYS, Unit.DAY, calendar).retold(
        opening="Gửi yêu cầu bổ sung",
        rule="Sau 15 ngày từ ngày thông báo, tính cả ngày nghỉ, hồ sơ chưa hoàn thiện thì được đóng.",
        citation=f"{ONE_STOP}, Điều 19, khoản 5; Bộ luật Dân sự 2015, Điều 148, khoản 5",
    )


def extension_latest(due_at: datetime, calendar: Calendar) -> datetime:
    """The last moment to extend: end of the working day before the due day (T−1; Điều 19, khoản 6)."""
    due_day = to_vietnam_minute(due_at).date()
    return calendar.end_of_day(calendar.previous_working_day(due_day))


def restart(completed_at: datetime, limit: Limit, calendar: Calendar) -> Due:
    """The statutory limit again from zero, from the moment the papers are completed (Điều 19, khoản 5)."""
    counted = limit.due_from(completed_at, calendar)
    return counted.retold(
        opening="Bổ sung xong hồ sơ",
        rule=f"Bổ sung xong thì thời hạn tính lại từ đầu. {counted.working.rule}",
        citation=f"{ONE_STOP}, Điều 19, khoản 5; {counted.working.citation}",
    )


def leg_due(started_at: datetime, half_days: int, calendar: Calendar) -> Due:
    """The end of a leg's budget of half-day sessions; the session in which it starts is the first (A08)."""
    return due(started_at, half_days, Unit.HALF_DAY, calendar).retold(opening="Nhận việc")


def outcome(settled_at: datetime, due_at: datetime) -> Outcome:
    """Early: settled on an earlier day than the due day. Late: after the due moment. Otherwise on time."""
    settled, limit = to_vietnam_minute(settled_at), to_vietnam_minute(due_at)
    if settled > limit:
        return "late"
    return "early" if settled.date() < limit.date() else "on_time"


def due_without_waiting(received_at: datetime, limit: Limit, waits: Iterable[Waiting], calendar: Calendar) -> Due:
    """The due moment put off by the office minutes spent waiting; overlapping waits count once, open ones not at all.

    For waits that sector law excludes (a citizen paying land tax) and for the 766 clock.
    """
    base = limit.due_from(received_at, calendar)
    spans = _closed_spans(waits, to_vietnam_minute(received_at))
    minutes = _minutes_in(spans, calendar)
    if not minutes:
        return base
    at = calendar.add_working_minutes(base.at, minutes)
    start = base.working.start
    near = start.date()
    warnings = provisional_sentences(start, at, calendar)
    working = replace(
        base.working,
        days=tuple(_strip_with_waiting(base.working, at, spans, calendar)),
        sentences=(
            *_counted_sentences(base, warnings=len(provisional_sentences(start, base.at, calendar))),
            *(_waiting_sentence(span, near, calendar) for span in spans),
            Sentence(text=f"Cộng {duration_words(minutes)} chờ, hạn là {moment_words(at, near=near)}.", source=""),
            *warnings,
        ),
    )
    return Due(at=at, is_provisional=bool(warnings), working=working)


def clock_766(
    received_at: datetime, limit: Limit, pauses: Iterable[Waiting], calendar: Calendar, requests: int
) -> Clock766:
    """The due moment by QĐ 766, chỉ số 2.1; `requests` is how many times completion was asked for."""
    pauses = list(pauses)
    counted = due_without_waiting(received_at, limit, pauses, calendar)
    is_flagged = requests > 1
    flag = f"Đã yêu cầu bổ sung {requests} lần, nên chỉ số 2.1 tính là quá hạn."
    told = counted.retold(
        rule=f"Trừ thời gian người dân bổ sung hồ sơ. {counted.working.rule}",
        citation=f"{INDEX_766}; {counted.working.citation}",
    ).working
    sentences = tuple(Sentence(text=s["text"], source=s["source"] or INDEX_766) for s in told.sentences[1:])
    extra = (Sentence(text=flag, source=INDEX_766),) if is_flagged else ()
    return Clock766(
        due_at=counted.at,
        is_flagged=is_flagged,
        is_provisional=counted.is_provisional,
        waited_minutes=_minutes_in(_closed_spans(pauses, to_vietnam_minute(received_at)), calendar),
        stopped_at=min((pause.started_at for pause in pauses if pause.ended_at is None), default=None),
        working=replace(told, sentences=(counted.working.sentences[0], *sentences, *extra)),
    )


Span = tuple[datetime, datetime]


def _closed_spans(waits: Iterable[Waiting], received_at: datetime) -> list[Span]:
    """Ended waits after reception, in order, overlaps joined."""
    closed = ((wait.started_at, wait.ended_at) for wait in waits if wait.ended_at is not None)
    spans = sorted((max(to_vietnam_minute(start), received_at), to_vietnam_minute(end)) for start, end in closed)
    joined: list[Span] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def _minutes_in(spans: Iterable[Span], calendar: Calendar) -> int:
    return sum(calendar.working_minutes_between(start, end) for start, end in spans)


def _counted_sentences(base: Due, *, warnings: int) -> Iterator[Sentence]:
    """The sentences of the count before waiting, less its last ones, the warnings; its due moment is not promised."""
    told = base.working.sentences
    *first, closing = told[: len(told) - warnings]
    yield from first
    yield Sentence(text=f"Chưa trừ thời gian chờ: {closing['text']}", source=closing["source"])


def _waiting_sentence(span: Span, near: date, calendar: Calendar) -> Sentence:
    start, end = (moment_words(moment, near=near) for moment in span)
    minutes = calendar.working_minutes_between(*span)
    return Sentence(text=f"Chờ từ {start} đến {end}: {duration_words(minutes)} làm việc, không tính.", source="")


def _strip_with_waiting(base: Working, at: datetime, spans: list[Span], calendar: Calendar) -> Iterator[DayLine]:
    for line in day_lines(Counted(base.start, base.count, base.unit, CUTOFF, at.date(), at), calendar):
        if line.kind not in ("count", "makeup"):
            yield line
            continue
        midnight = vietnam_moment(line.date, time())
        today = [(max(start, midnight), min(end, midnight + ONE_DAY)) for start, end in spans]
        waited = _minutes_in((span for span in today if span[0] < span[1]), calendar)
        yield _line_with_waiting(line, waited, calendar.working_minutes_on(line.date))


def _line_with_waiting(line: DayLine, waited: int, minutes: int) -> DayLine:
    if waited and waited >= minutes:
        return replace(line, kind="off", label="chờ bổ sung")
    return replace(line, label=f"chờ {duration_words(waited)}" if waited else "tính")
