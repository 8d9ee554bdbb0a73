"""Hours by day of the week as a parameter of a programme: “T2–T6 06:00–07:30, 17:00–19:00; T7 07:30–11:30”. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from itertools import groupby, pairwise
from typing import Any

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import SHORT_WEEKDAYS

from .parameters import Hour, Parameter

_SPAN = re.compile(r"\s*[-–—]\s*")


@dataclass(frozen=True)
class Window:
    """Hours of one weekday (Monday 0), the end not counted."""

    weekday: int
    starts: time
    ends: time

    def covers(self, weekday: int, clock: time) -> bool:
        return weekday == self.weekday and self.starts <= clock < self.ends

    def said(self) -> str:
        return f"{self.starts:%H:%M}–{self.ends:%H:%M}"


@dataclass(frozen=True)
class Windows(Parameter):
    """Kept as [{"weekday": 0, "from": "17:00", "to": "18:00"}, …]; clean: tuple[Window, ...] in the order of the week."""

    def clean(self, raw: Any) -> tuple[Window, ...]:
        windows = sorted((self._window(one) for one in self._many(raw)), key=lambda one: (one.weekday, one.starts))
        if self.required and not windows:
            raise self.refuse("ghi giờ của ít nhất một ngày.")
        for earlier, later in pairwise(windows):
            if earlier.weekday == later.weekday and later.starts < earlier.ends:
                raise self.refuse(f"{SHORT_WEEKDAYS[later.weekday]} có hai khung chồng nhau: {later.said()}.")
        return tuple(windows)

    def _window(self, raw: Any) -> Window:
        if isinstance(raw, Window):
            return raw
        if not isinstance(raw, Mapping):
            raise self.refuse(f"“{raw}” không phải một khung giờ.")
        weekday = self._whole(raw.get("weekday"))
        if not 0 <= weekday <= 6:
            raise self.refuse("ngày trong tuần từ 0 (thứ Hai) đến 6 (Chủ nhật).")
        starts, ends = self._clock(raw.get("from")), self._clock(raw.get("to"))
        if starts >= ends:
            raise self.refuse(f"khung giờ bắt đầu trước khi kết thúc, ô này ghi {starts:%H:%M}–{ends:%H:%M}.")
        return Window(weekday, starts, ends)

    def _clock(self, raw: Any) -> time:
        try:
            clock = Hour(self.key, self.label).clean(raw)
        except RuleBroken:
            clock = None
        if clock is None:
            raise self.refuse(
                f"“{raw or ''}” chưa đúng. Viết như 17:00-18:00, nhiều khung thì cách nhau bằng dấu phẩy."
            )
        return clock

    def plain(self, value: tuple[Window, ...]) -> list[dict[str, Any]]:
        return [{"weekday": one.weekday, "from": f"{one.starts:%H:%M}", "to": f"{one.ends:%H:%M}"} for one in value]

    def say(self, value: tuple[Window, ...]) -> str:
        return "; ".join(f"{days} {hours}" for days, hours in week_in_words(value)) or "không đặt"


def week_in_words(windows: Iterable[Window]) -> list[tuple[str, str]]:
    """Days and hours, neighbouring days with the same hours together: [("T2–T6", "06:00–07:30, 17:00–19:00"), …]."""
    by_day = [
        (day, ", ".join(one.said() for one in found))
        for day, found in groupby(sorted(windows, key=lambda one: (one.weekday, one.starts)), key=lambda one: one.weekday)
    ]  # fmt: skip
    runs: list[tuple[int, int, str]] = []
    for day, hours in by_day:
        if runs and runs[-1][1] == day - 1 and runs[-1][2] == hours:
            runs[-1] = (runs[-1][0], day, hours)
        else:
            runs.append((day, day, hours))
    return [(_days(first, last), hours) for first, last, hours in runs]


def _days(first: int, last: int) -> str:
    return SHORT_WEEKDAYS[first] if first == last else f"{SHORT_WEEKDAYS[first]}–{SHORT_WEEKDAYS[last]}"


def read_hours(weekday: int, text: str) -> list[dict[str, Any]]:
    """“6:00-7:30, 17-19” of one day as JSON; what cannot be read is kept as typed for `clean` to refuse."""
    spans = (_SPAN.split(part.strip(), maxsplit=1) for part in text.replace(";", ",").split(",") if part.strip())
    return [{"weekday": weekday, "from": span[0], "to": span[1] if span[1:] else ""} for span in spans]
