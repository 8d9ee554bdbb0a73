"""One question to the legal clock in plain words and its answer, for the command, the try-out box and programs. Pure."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from gandan.core.vietnamese import WEEKDAYS
from gandan.places.calendar import VIETNAM
from gandan.places.deadlines import CUTOFF, Calendar, Due, Unit, due

UNIT_WORDS = {
    Unit.WORKING_DAY: "ngày làm việc",
    Unit.DAY: "ngày",
    Unit.WORKING_HOUR: "giờ làm việc",
    Unit.HALF_DAY: "buổi làm việc",
    Unit.MONTH: "tháng",
    Unit.SAME_DAY: "trong ngày",
}


@dataclass(frozen=True)
class Question:
    """When does a limit of `count` units end that starts at `start` (aware)?"""

    start: datetime
    count: int
    unit: Unit = Unit.WORKING_DAY
    cutoff: time = CUTOFF

    def answer(self, calendar: Calendar) -> Due:
        return due(self.start, self.count, self.unit, calendar, cutoff=self.cutoff)


def question_of(told: Mapping[str, Any]) -> Question:
    """The question of {"from", "count", "unit"?, "cutoff"?}. ValueError, in Vietnamese, when it is not one."""
    return Question(
        start=_moment(told.get("from")),
        count=_count(told.get("count")),
        unit=_unit(told.get("unit") or Unit.WORKING_DAY),
        cutoff=_cutoff(told.get("cutoff")),
    )


def answer_json(answer: Due) -> dict[str, Any]:
    """The due moment in ISO 8601 with offset, and whether it rests on an unconfirmed year."""
    return {
        "due": answer.at.isoformat(),
        "provisional": answer.is_provisional,
        "rule": answer.working.rule,
        "citation": answer.working.citation,
    }


def answer_line(line: str, calendar_on: Callable[[date], Calendar]) -> dict[str, Any]:
    """The answer to one line of a batch, {"id","due",…}, or {"id","error"} for a line that cannot be counted.

    `calendar_on` gives the calendar in force on the day of the start.
    """
    told: Any = None
    try:
        told = json.loads(line)
        if not isinstance(told, dict):
            raise ValueError("Mỗi dòng phải là một đối tượng JSON.")
        question = question_of(told)
        answer = question.answer(calendar_on(question.start.date()))
    except json.JSONDecodeError as error:
        return {"id": None, "error": f"Dòng không phải JSON: {error.msg}."}
    except ValueError as error:
        return {"id": told.get("id") if isinstance(told, dict) else None, "error": str(error)}
    return {"id": told.get("id"), **answer_json(answer)}


def answer_words(answer: Due) -> str:
    """The due moment and its working for people, several lines."""
    day = f"{WEEKDAYS[answer.at.weekday()]}, {answer.at:%d/%m/%Y}, trước {answer.at:%H:%M}"
    lines = [f"Hạn: {day}"]
    if answer.is_provisional:
        lines.append("Tạm tính: lịch nghỉ của năm liên quan chưa được xác nhận nhập đủ.")
    lines.append("Vì sao là ngày này?")
    for sentence in answer.working.sentences:
        source = f" ({sentence['source']})" if sentence["source"] else ""
        lines.append(f"- {sentence['text']}{source}")
    return "\n".join(lines)


def _moment(text: object) -> datetime:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        raise ValueError(f"Thời điểm “{text}” phải viết dạng 2026-02-13T16:30.") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=VIETNAM)


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError(f"Số lượng “{value}” phải là số nguyên.")
    try:
        return int(value)
    except ValueError:
        raise ValueError(f"Số lượng “{value}” phải là số nguyên.") from None


def _unit(text: object) -> Unit:
    try:
        return Unit(str(text))
    except ValueError:
        raise ValueError(f"Đơn vị “{text}” phải là một trong: {', '.join(Unit)}.") from None


def _cutoff(text: object) -> time:
    if not text:
        return CUTOFF
    try:
        return time.fromisoformat(str(text))
    except ValueError:
        raise ValueError(f"Giờ chốt “{text}” phải viết dạng 15:00.") from None
