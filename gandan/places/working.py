"""The working of a due moment, pure: what is stored on a case and shown under "Vì sao là ngày này?".

A `Working` holds only plain values, so that the explanation given to the citizen can be kept as JSON and shown
unchanged years later, whatever the calendar says then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any, Literal, TypedDict

DayKind = Literal["start", "count", "off", "weekend", "makeup", "due"]
OPENING = "Nhận đủ hồ sơ"
WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class Unit(StrEnum):
    """How a limit is counted; never turned one into another."""

    WORKING_DAY = "working_day"
    DAY = "day"
    WORKING_HOUR = "working_hour"
    HALF_DAY = "half_day"
    MONTH = "month"
    SAME_DAY = "same_day"


class Sentence(TypedDict):
    """One Vietnamese sentence of the explanation and the text of law behind it ("" when it needs none)."""

    text: str
    source: str


@dataclass(frozen=True)
class DayLine:
    """One day of the strip. `name` and `basis` tell the holiday or make-up day; "" on an ordinary day."""

    date: date
    kind: DayKind
    label: str
    name: str = ""
    basis: str = ""

    def as_json(self) -> dict[str, str]:
        return {
            "date": self.date.isoformat(),
            "kind": self.kind,
            "label": self.label,
            "name": self.name,
            "basis": self.basis,
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> DayLine:
        return cls(
            date=date.fromisoformat(data["date"]),
            kind=data["kind"],
            label=data["label"],
            name=data["name"],
            basis=data["basis"],
        )


@dataclass(frozen=True)
class Working:
    """From which moment, how much, by which rule and article, over which days, in sentences for people."""

    start: datetime
    count: int
    unit: Unit
    rule: str
    citation: str
    days: tuple[DayLine, ...]
    sentences: tuple[Sentence, ...]

    def as_json(self) -> dict[str, Any]:
        """Plain JSON types: moments ISO 8601 with offset, days and sentences as lists of objects."""
        return {
            "start": self.start.isoformat(),
            "count": self.count,
            "unit": self.unit.value,
            "rule": self.rule,
            "citation": self.citation,
            "days": [line.as_json() for line in self.days],
            "sentences": [{"text": s["text"], "source": s["source"]} for s in self.sentences],
        }

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Working:
        """The working stored by `as_json`. KeyError or ValueError if it is not one."""
        return cls(
            start=datetime.fromisoformat(data["start"]),
            count=data["count"],
            unit=Unit(data["unit"]),
            rule=data["rule"],
            citation=data["citation"],
            days=tuple(DayLine.from_json(line) for line in data["days"]),
            sentences=tuple(Sentence(text=s["text"], source=s["source"]) for s in data["sentences"]),
        )


@dataclass(frozen=True)
class Due:
    """A due moment (aware, Asia/Ho_Chi_Minh). Provisional: the count touches a year nobody confirmed as entered."""

    at: datetime
    is_provisional: bool
    working: Working

    def retold(self, *, opening: str = OPENING, rule: str = "", citation: str = "") -> Due:
        """The same moment in the words of another rule: what started the count ("Gửi yêu cầu bổ sung"), and its law.

        An empty `rule` or `citation` keeps the general one.
        """
        told = self.working
        first = told.sentences[0]
        text = first["text"].replace(OPENING, opening, 1)
        if opening != OPENING:
            text = text.replace("Ngày nhận", "Ngày đó", 1)
        first = Sentence(text=text, source=citation or first["source"])
        working = replace(
            told,
            rule=rule or told.rule,
            citation=citation or told.citation,
            sentences=(first, *told.sentences[1:]),
        )
        return replace(self, working=working)


def clock_words(clock: time | datetime) -> str:
    """17:00 → "17 giờ"; 15:20 → "15 giờ 20"."""
    return f"{clock.hour} giờ {clock.minute:02}" if clock.minute else f"{clock.hour} giờ"


def day_words(day: date, *, near: date) -> str:
    """16/11/2026 → "thứ Hai, 16/11", with the year when it is not the year of `near`."""
    words = f"{WEEKDAYS[day.weekday()]}, {day:%d/%m}"
    return words if day.year == near.year else f"{words}/{day.year}"


def moment_words(moment: datetime, *, near: date) -> str:
    """ "thứ Hai, 16/11, 8 giờ"."""
    return f"{day_words(moment.date(), near=near)}, {clock_words(moment)}"


def duration_words(minutes: int) -> str:
    """450 → "7 giờ 30 phút"."""
    hours, rest = divmod(minutes, 60)
    parts = (f"{hours} giờ" if hours else "", f"{rest} phút" if rest or not hours else "")
    return " ".join(filter(None, parts))


def sentence_case(words: str) -> str:
    """ "thứ Ba, 24/11" → "Thứ Ba, 24/11"; the rest keeps its capitals."""
    return words[:1].upper() + words[1:]
