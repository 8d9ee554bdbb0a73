"""How alike two models are, 0 to 1. Pure.

The words of a model are compared twice: as written, with marks, and folded, as people type without marks. Each text is
compared as a set of words (order and filler words do not matter, `rapidfuzz.fuzz.token_set_ratio`) and whole
(`token_sort_ratio`), so that a short name inside a long one counts, but not for everything. The name weighs `NAME`, the
description the rest. A name may hold a short one (“4 tại chỗ: tiếp nhận, …”, “… (Máy APS)”, “Ứng dụng “…””): the two most
alike decide. A place (“tại xã X”) and a day of the week say where and when, not what: an adopter changes them, so they are
left out; “bốn” is 4.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gandan.core.vietnamese import fold

SAME = 0.8
"""From here on a proposal must be filed as replication (requirements 4.2, rule 7)."""
WORTH_A_LOOK = 0.5
NAME, MARKED, SET = 0.65, 0.4, 0.6
UNIT = r"(?:xã|phường|thị trấn|thành phố|quận|huyện|tỉnh|xa|phuong|thi tran|thanh pho|quan|huyen|tinh)"
AT = r"(?:tại|ở|trên địa bàn|của|tai|o|tren dia ban|cua)"
PLACE = re.compile(rf"\s+{AT}\s+(?:ubnd\s+|ủy ban nhân dân\s+)?{UNIT}\b[^.,:;()“”\"]*", re.IGNORECASE)
NAMED = re.compile(rf"\s+(?i:{UNIT})(?:\s+(?:[A-ZĐÀ-Ỹ]\w*|\d+)){{1,3}}")
WHEN = re.compile(
    r"\b(?:(?:sáng|chiều|tối)\s+)?(?:(?:thứ|thu)\s+(?:[2-7]|hai|ba|tư|năm|sáu|bảy|tu|nam|sau|bay)|chủ nhật|chu nhat)\b",
    re.IGNORECASE,
)
FILLERS = re.compile(r"\b(?:mô hình|sáng kiến|cách làm hay|mo hinh|sang kien)\b", re.IGNORECASE)
SHORT = re.compile(r"“([^“”]{6,})”|\(([^()]{6,})\)|^([^:]{6,}):")
DIGITS = {"hai": "2", "ba": "3", "bốn": "4", "bon": "4", "sáu": "6", "bảy": "7", "tám": "8", "chín": "9", "mười": "10"}
SIGNS = re.compile(r"[^\w\s]+")


@dataclass(frozen=True)
class Described:
    """A model in words; `key` is whatever the caller finds it again by."""

    key: int
    name: str
    text: str


@dataclass(frozen=True)
class Alike:
    key: int
    score: float

    @property
    def percent(self) -> int:
        """Rounded down: 79,9 % is not yet 80."""
        return int(self.score * 100 + 1e-9)


def likeness(one: Described, other: Described) -> float:
    """0 to 1, the same both ways. Without a description on both sides the names alone decide."""
    names = max(_texts(mine, theirs) for mine in _names(one.name) for theirs in _names(other.name))
    if not one.text.strip() or not other.text.strip():
        return names
    return NAME * names + (1 - NAME) * _texts(one.text, other.text)


def nearest(one: Described, others: Iterable[Described], *, most: int = 5) -> list[Alike]:
    """Those worth a look, the most alike first."""
    found = [Alike(other.key, likeness(one, other)) for other in others if other.key != one.key]
    worth = [alike for alike in found if alike.score >= WORTH_A_LOOK]
    return sorted(worth, key=lambda alike: (-alike.score, alike.key))[:most]


def _texts(one: str, other: str) -> float:
    first, second = _plain(one), _plain(other)
    if not first or not second:
        return 0.0
    marked, folded = _ratio(first, second), _ratio(fold(first), fold(second))
    return max(MARKED * marked + (1 - MARKED) * folded, folded if _is_unmarked(first, second) else 0.0)


def _ratio(one: str, other: str) -> float:
    # Here, not above: only the pages of ideas compare, every process would carry it.
    from rapidfuzz import fuzz

    return (SET * fuzz.token_set_ratio(one, other) + (1 - SET) * fuzz.token_sort_ratio(one, other)) / 100


def _is_unmarked(*texts: str) -> bool:
    """Typed without marks at all: then marks say nothing."""
    return any(fold(text) == text.lower() for text in texts)


def _names(name: str) -> list[str]:
    """The whole name and the short ones inside it."""
    return [name, *("".join(groups) for groups in SHORT.findall(name))]


def _plain(text: str) -> str:
    """Without place, day, filler and signs, in lower case, small numbers as digits."""
    bare = FILLERS.sub(" ", WHEN.sub(" ", NAMED.sub(" ", PLACE.sub(" ", f" {text}"))))
    return " ".join(DIGITS.get(word, word) for word in SIGNS.sub(" ", bare).lower().split())
