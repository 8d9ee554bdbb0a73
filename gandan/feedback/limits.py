"""The limits of feedback as data, and how each is counted. Pure.

Two kinds that are never merged: the promise of the commune, counted to the minute (`to_the_minute`), and those of the
nation and the province (data/limits.json), each with its basis. A province whose numbers nobody has entered yet keeps its
row with an empty count: the basis is shown, no date is invented.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from gandan.places.calendar import Calendar
from gandan.places.deadlines import due
from gandan.places.working import Due, Sentence, Unit, Working, clock_words, moment_words

FILE = Path(__file__).parent / "data" / "limits.json"
PROMISE, REFUSE, ASK, ANSWER, PUBLISH, PASS = "promise", "refuse", "ask", "answer", "publish", "pass"
FORWARD, RESULT = "province_forward", "province_result"
MINUTE = "minute"
OPENING = "Nhận phản ánh"


@dataclass(frozen=True)
class FeedbackLimit:
    """One row of the table. `province` "" holds everywhere; `count` None: known by title only."""

    name: str
    label: str
    count: int | None
    unit: str
    basis: str
    province: str = ""
    starts: str = "received"


@dataclass(frozen=True)
class Told:
    """A due moment (aware, Asia/Ho_Chi_Minh) with what is stored of it."""

    at: datetime
    label: str
    basis: str
    working: dict[str, Any] | None = None

    def as_json(self) -> dict[str, Any]:
        return {"due": self.at.isoformat(), "label": self.label, "basis": self.basis, "working": self.working}


@cache
def _rows() -> tuple[FeedbackLimit, ...]:
    return tuple(
        FeedbackLimit(
            row["name"], row["label"], row["count"], row["unit"], row["basis"], row.get("province", ""),
            row.get("from", "received"),
        )
        for row in json.loads(FILE.read_text())["limits"]
    )  # fmt: skip


def limits_for(province: str) -> list[FeedbackLimit]:
    """Those of the nation, then those of the province."""
    return [one for one in _rows() if one.province in ("", province)]


def counted(limit: FeedbackLimit, start: datetime, calendar: Calendar, *, opening: str = OPENING) -> Told | None:
    """When the limit ends that starts at `start`; None while the province's number is not known."""
    if limit.count is None:
        return None
    if limit.unit == MINUTE:
        return Told(start + timedelta(minutes=limit.count), limit.label, limit.basis)
    found = due(start, limit.count, Unit(limit.unit), calendar)
    told = found.retold(opening=opening, citation=limit.basis)
    return Told(told.at, limit.label, limit.basis, told.working.as_json())


def to_the_minute(
    start: datetime, working_days: int, calendar: Calendar, *, basis: str, opening: str = OPENING
) -> Told:
    """The same clock time `working_days` working days later: Thursday 14:00 and three days give Tuesday 14:00 (S3.16).

    Outside office hours the count starts at the next office time. A clock time that falls outside the office hours of the
    last day moves to the next office time.
    """
    first = calendar.next_office_time(start)
    whole = due(first, working_days, Unit.WORKING_DAY, calendar)
    at = calendar.next_office_time(first.replace(year=whole.at.year, month=whole.at.month, day=whole.at.day))
    late_start = first > start.replace(second=0, microsecond=0)
    begun = (
        f"{opening} {'ngoài giờ làm việc, tính từ' if late_start else 'lúc'} {moment_words(first, near=start.date())}"
    )
    told = replace(whole, at=at, working=_retold(whole, first, at, basis=basis, begun=begun))
    return Told(at, "Cam kết của xã", basis, told.working.as_json())


def _retold(whole: Due, first: datetime, at: datetime, *, basis: str, begun: str) -> Working:
    days = whole.working.count
    return replace(
        whole.working, start=first, rule=f"{days} ngày làm việc, tính đến từng phút.", citation=basis,
        sentences=(
            Sentence(text=f"{begun}.", source=basis),
            Sentence(text=f"Cộng {days} ngày làm việc, không tính ngày nghỉ, giữ nguyên giờ: {clock_words(at)}.", source=""),
            Sentence(text=f"Trả lời trước {moment_words(at, near=first.date())}.", source=""),
        ),
    )  # fmt: skip


def halfway(start: datetime, end: datetime, calendar: Calendar) -> datetime:
    """The moment at which half of the office minutes between are gone."""
    minutes = calendar.working_minutes_between(start, end)
    return calendar.add_working_minutes(start, max(minutes // 2, 0))
