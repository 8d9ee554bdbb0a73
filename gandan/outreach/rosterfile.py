"""A roster as a file, pure: read with the problem of every line, written as people print it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import fold
from gandan.places.calendar import vietnam_moment

from .reading import Table, day_of_birth

HEADS = {"day": ("ngay",), "starts": ("tu", "bat dau", "gio bat dau"), "ends": ("den", "ket thuc", "gio ket thuc"),
         "name": ("ho ten", "ho va ten", "nguoi truc"), "place": ("noi truc", "dia diem")}  # fmt: skip
LABELS = {"day": "Ngày", "starts": "Từ", "ends": "Đến", "name": "Họ tên"}
_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:hg]\s*(\d{2})?|giờ\s*(\d{2})?)?")


@dataclass(frozen=True)
class DutyLine:
    line: int
    name: str
    starts_at: datetime
    ends_at: datetime
    place: str


def read_roster(table: Table) -> tuple[list[DutyLine], list[str]]:
    """Duties, and a sentence for every line that is none. RuleBroken when a column is missing."""
    folded = [fold(head) for head in table.heads]
    places = {key: next((folded.index(word) for word in words if word in folded), -1) for key, words in HEADS.items()}
    missing = [label for key, label in LABELS.items() if places[key] < 0]
    if missing:
        raise RuleBroken(f"Tệp thiếu cột: {', '.join(missing)}. Dòng đầu phải có: Ngày, Từ, Đến, Họ tên.")
    found, problems = [], []
    for line, row in enumerate(table.rows, start=2):
        told = {key: row[place] if place >= 0 else "" for key, place in places.items()}
        try:
            found.append(_duty(line, told))
        except ValueError as problem:
            problems.append(f"Dòng {line}: {problem}")
    return found, problems


def _duty(line: int, told: dict[str, str]) -> DutyLine:
    day, _ = day_of_birth(told["day"])
    if day is None:
        raise ValueError(f"ngày “{told['day']}” không đọc được, viết dạng 23/11/2026.")
    if not told["name"]:
        raise ValueError("thiếu họ tên.")
    starts, ends = vietnam_moment(day, _clock(told["starts"])), vietnam_moment(day, _clock(told["ends"]))
    if ends <= starts:
        raise ValueError("giờ kết thúc phải sau giờ bắt đầu.")
    return DutyLine(line, told["name"], starts, ends, told["place"])


def _clock(text: str) -> time:
    found = _CLOCK.fullmatch(text.strip().lower())
    try:
        return time(int(found[1]), int(found[2] or found[3] or 0)) if found else time.fromisoformat(text)
    except ValueError:
        raise ValueError(f"giờ “{text}” không đọc được, viết dạng 08:00.") from None
