"""What a parameter of a programme may hold, pure: read it from JSON or a form, say it in words, refuse what is no value.

Values are kept as JSON. `clean` takes what is stored or typed and returns the Python value; it raises RuleBroken with a
sentence for the clerk. `plain` turns the value back into JSON.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import SHORT_WEEKDAYS, WEEKDAYS, say_number

EVERY, FEW = "tất cả", 2
_HOUR_ALONE = re.compile(r"^(\d)(?=:|$)")
"""A single digit where ISO wants two: “7:30”."""


@dataclass(frozen=True)
class Parameter(ABC):
    """One knob of a kind: key in code, label and help on screen, the JSON default."""

    key: str
    label: str
    help: str = ""
    default: Any = None
    required: bool = True

    @abstractmethod
    def clean(self, raw: Any) -> Any:
        """The Python value of what is stored or typed; RuleBroken for what is none."""

    def plain(self, value: Any) -> Any:
        """JSON of a clean value."""
        return value

    def say(self, value: Any) -> str:
        return str(value)

    def differ(self, old: Any, new: Any) -> str:
        """What changed between two clean values, in words; "" when nothing did."""
        return "" if old == new else f"{self.say(old)} → {self.say(new)}"

    def refuse(self, why: str) -> RuleBroken:
        return RuleBroken(f"{self.label}: {why}")

    def _whole(self, raw: Any) -> int:
        try:
            number = int(raw)
        except (TypeError, ValueError, OverflowError):
            raise self.refuse(f"“{raw}” không phải số nguyên.") from None
        if isinstance(raw, bool) or (isinstance(raw, float) and raw != number):
            raise self.refuse(f"“{raw}” không phải số nguyên.")
        return number

    def _many(self, raw: Any) -> Iterable[Any]:
        """A list as it is, nothing as an empty one; anything else is no list."""
        if raw in (None, ""):
            return ()
        if not isinstance(raw, list | tuple | set | frozenset):
            raise self.refuse(f"“{raw}” không phải một danh sách.")
        return raw

    def _by_key(self, raw: Any) -> Mapping[Any, Any]:
        """As `_many`, for what is kept by key."""
        if raw in (None, ""):
            return {}
        if not isinstance(raw, Mapping):
            raise self.refuse(f"“{raw}” không phải một bảng.")
        return raw


@dataclass(frozen=True)
class Weekdays(Parameter):
    """Days of the week, Monday 0; clean: tuple[int, ...] in order."""

    def clean(self, raw: Any) -> tuple[int, ...]:
        days = tuple(sorted({self._whole(one) for one in self._many(raw)}))
        if self.required and not days:
            raise self.refuse("chọn ít nhất một ngày trong tuần.")
        if days and not 0 <= days[0] <= days[-1] <= 6:
            raise self.refuse("ngày trong tuần từ 0 (thứ Hai) đến 6 (Chủ nhật).")
        return days

    def plain(self, value: tuple[int, ...]) -> list[int]:
        return list(value)

    def say(self, value: tuple[int, ...]) -> str:
        names = WEEKDAYS if len(value) == 1 else SHORT_WEEKDAYS
        return ", ".join(names[day] for day in value) or "không chọn"


@dataclass(frozen=True)
class Whole(Parameter):
    """A whole number within bounds; clean: int, or None where not required."""

    least: int = 0
    most: int = 9999
    unit: str = ""

    def clean(self, raw: Any) -> int | None:
        if raw in (None, ""):
            if self.required:
                raise self.refuse("chưa điền.")
            return None
        number = self._whole(raw)
        if not self.least <= number <= self.most:
            raise self.refuse(f"từ {self.least} đến {self.most}.")
        return number

    def say(self, value: int | None) -> str:
        return "không đặt" if value is None else f"{say_number(value, 0)} {self.unit}".strip()


@dataclass(frozen=True)
class Wholes(Parameter):
    """A set of whole numbers, typed as “3, 5, 7”; clean: tuple[int, ...] in order."""

    least: int = 1
    most: int = 365
    unit: str = ""

    def clean(self, raw: Any) -> tuple[int, ...]:
        words = raw.replace(";", ",").split(",") if isinstance(raw, str) else self._many(raw)
        numbers = tuple(sorted({self._whole(str(one).strip()) for one in words if str(one).strip()}))
        if self.required and not numbers:
            raise self.refuse("điền ít nhất một số.")
        if any(not self.least <= one <= self.most for one in numbers):
            raise self.refuse(f"mỗi số từ {self.least} đến {self.most}.")
        return numbers

    def plain(self, value: tuple[int, ...]) -> list[int]:
        return list(value)

    def say(self, value: tuple[int, ...]) -> str:
        return f"{', '.join(map(str, value))} {self.unit}".strip() if value else "không đặt"


@dataclass(frozen=True)
class Hour(Parameter):
    """A time of day, “15:00”; clean: time."""

    def clean(self, raw: Any) -> time | None:
        if raw in (None, ""):
            if self.required:
                raise self.refuse("chưa điền.")
            return None
        if isinstance(raw, time):
            return raw
        try:
            clock = time.fromisoformat(_HOUR_ALONE.sub(r"0\1", str(raw).strip()))
        except ValueError:
            raise self.refuse(f"“{raw}” không phải giờ, ví dụ 15:00.") from None
        return clock.replace(second=0, microsecond=0, tzinfo=None)

    def plain(self, value: time | None) -> str | None:
        return None if value is None else f"{value:%H:%M}"

    def say(self, value: time | None) -> str:
        return "không đặt" if value is None else f"{value.hour} giờ{f' {value.minute:02d}' if value.minute else ''}"


@dataclass(frozen=True)
class Flag(Parameter):
    """Yes or no; clean: bool."""

    required: bool = False

    def clean(self, raw: Any) -> bool:
        return raw in (True, "on", "true", "True", 1, "1")

    def say(self, value: bool) -> str:  # noqa: FBT001  # one shape for every parameter
        return "có" if value else "không"


@dataclass(frozen=True)
class Words(Parameter):
    """Free text; clean: str without spaces around it."""

    most: int = 500
    is_long: bool = False

    def clean(self, raw: Any) -> str:
        if raw is not None and not isinstance(raw, str):
            raise self.refuse(f"“{raw}” không phải chữ.")
        text = (raw or "").strip()
        if self.required and not text:
            raise self.refuse("chưa điền.")
        if len(text) > self.most:
            raise self.refuse(f"tối đa {self.most} chữ cái.")
        return text

    def say(self, value: str) -> str:
        return value or "không đặt"


@dataclass(frozen=True)
class Choices(Parameter):
    """Some of a few named things; clean: tuple of keys in the order of `options`."""

    options: tuple[tuple[str, str], ...] = ()

    def clean(self, raw: Any) -> tuple[str, ...]:
        wanted = {str(one) for one in ([raw] if isinstance(raw, str) and raw else self._many(raw))}
        unknown = wanted - {key for key, _ in self.options}
        if unknown:
            raise self.refuse(f"không có lựa chọn “{', '.join(sorted(unknown))}”.")
        if self.required and not wanted:
            raise self.refuse("chọn ít nhất một.")
        return tuple(key for key, _ in self.options if key in wanted)

    def plain(self, value: tuple[str, ...]) -> list[str]:
        return list(value)

    def say(self, value: tuple[str, ...]) -> str:
        return ", ".join(label for key, label in self.options if key in value) or "không chọn"


@dataclass(frozen=True)
class Procedures(Parameter):
    """National codes of procedures, in order; empty: every procedure that fits the other rules. Clean: tuple[str, ...]."""

    required: bool = False

    def clean(self, raw: Any) -> tuple[str, ...]:
        words = raw.replace(",", " ").split() if isinstance(raw, str) else self._many(raw)
        codes = tuple(sorted({str(one).strip() for one in words if str(one).strip()}))
        if self.required and not codes:
            raise self.refuse("chọn ít nhất một thủ tục.")
        return codes

    def plain(self, value: tuple[str, ...]) -> list[str]:
        return list(value)

    def say(self, value: tuple[str, ...]) -> str:
        return f"{len(value)} thủ tục" if value else EVERY

    def differ(self, old: tuple[str, ...], new: tuple[str, ...]) -> str:
        if not old or not new:
            return super().differ(old, new)
        added, dropped = (", ".join(sorted(set(one) - set(other))) for one, other in ((new, old), (old, new)))
        return "; ".join(f"{verb} {codes}" for verb, codes in (("thêm", added), ("bỏ", dropped)) if codes)


@dataclass(frozen=True)
class Limits(Parameter):
    """A shorter limit per procedure, “code: n” a line, in the unit of its statutory limit; clean: dict[str, int]."""

    def clean(self, raw: Any) -> dict[str, int]:
        pairs = _pairs(raw) if isinstance(raw, str) else self._by_key(raw).items()
        limits = {str(code).strip(): self._whole(str(count).strip()) for code, count in pairs}
        if self.required and not limits:
            raise self.refuse("điền ít nhất một thủ tục với số ngày rút còn.")
        if any(count < 1 for count in limits.values()):
            raise self.refuse("số ngày rút còn từ 1 trở lên.")
        return dict(sorted(limits.items()))

    def say(self, value: Mapping[str, int]) -> str:
        if len(value) > FEW:
            return f"{len(value)} thủ tục"
        return ", ".join(f"{code} còn {count}" for code, count in value.items()) or "không rút"

    def differ(self, old: Mapping[str, int], new: Mapping[str, int]) -> str:
        codes = sorted(code for code in {*old, *new} if old.get(code) != new.get(code))
        return "; ".join(f"{code}: {old.get(code, 'theo luật')} → {new.get(code, 'theo luật')}" for code in codes)


def _pairs(text: str) -> Iterable[tuple[str, str]]:
    for line in text.splitlines():
        if line.strip():
            code, _, count = line.partition(":")
            yield code, count


@dataclass(frozen=True)
class Roster(Parameter):
    """Who is there on which weekday: usernames by day, Monday 0; clean: dict[int, tuple[str, ...]] without empty days."""

    required: bool = False

    def clean(self, raw: Any) -> dict[int, tuple[str, ...]]:
        rows = {
            self._whole(day): tuple(str(one) for one in self._many(names) if str(one))
            for day, names in self._by_key(raw).items()
        }
        if any(not 0 <= day <= 6 for day in rows):
            raise self.refuse("ngày trong tuần từ 0 (thứ Hai) đến 6 (Chủ nhật).")
        if self.required and not any(rows.values()):
            raise self.refuse("phân công ít nhất một người.")
        return {day: rows[day] for day in sorted(rows) if rows[day]}

    def plain(self, value: Mapping[int, tuple[str, ...]]) -> dict[str, list[str]]:
        return {str(day): list(names) for day, names in value.items()}

    def say(self, value: Mapping[int, tuple[str, ...]]) -> str:
        days = (f"{SHORT_WEEKDAYS[day]}: {', '.join(names)}" for day, names in value.items())
        return "; ".join(days) or "chưa phân công"
