"""The limits of law for receptions and petitions, pure: read from `data/limits.json`, each with its article and how sure we are.

Luật Tiếp công dân 2013, Luật Khiếu nại 2011, Luật Tố cáo 2018, Nghị định 154/2026/NĐ-CP.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from gandan.places.calendar import Calendar
from gandan.places.deadlines import due
from gandan.places.working import Due, Unit

FILE = Path(__file__).parent / "data" / "limits.json"
SURE = {"H": "đã đối chiếu văn bản", "M": "cần đối chiếu lại văn bản", "L": "quy định của địa phương"}
UNITS = {"day": "ngày", "working_day": "ngày làm việc"}


@dataclass(frozen=True)
class Limit:
    """`count` of `unit` (day or working_day) by the article `basis`; `confidence`: H, M or L."""

    code: str
    count: int
    unit: str
    basis: str
    words: str
    confidence: str

    @property
    def said(self) -> str:
        return f"{self.count} {UNITS[self.unit]}"

    @property
    def surety(self) -> str:
        return SURE[self.confidence]


@dataclass(frozen=True)
class Refusal:
    """A lawful reason not to receive somebody."""

    code: str
    label: str
    basis: str
    confidence: str


@cache
def _read() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(FILE.read_text())
    return told


@cache
def limits() -> dict[str, Limit]:
    """By code."""
    return {one["code"]: Limit(**one) for one in _read()["limits"]}


@cache
def refusals() -> dict[str, Refusal]:
    return {one["code"]: Refusal(**one) for one in _read()["refusals"]}


def limit_for(kind: str, stage: str, *, is_remote: bool = False, is_complex: bool = False) -> Limit:
    """The limit of a kind of petition at a stage; the nearest one where law makes no difference. KeyError for no stage."""
    family = "request" if kind in ("request", "report") else kind or "unsorted"
    base = f"{family}.{stage}"
    marks = [mark for mark, is_so in (("remote", is_remote), ("complex", is_complex)) if is_so]
    wanted = [".".join([base, *marks]), *(f"{base}.{mark}" for mark in reversed(marks)), base]
    return limits()[next((code for code in wanted if code in limits()), base)]


def due_by(limit: Limit, start: datetime, calendar: Calendar, *, opening: str = "Nhận đơn", count: int = 0) -> Due:
    """When the limit ends and why. `count` overrides the number of law where a commune promises less."""
    days = min(count, limit.count) if count else limit.count
    counted = due(start, days, Unit(limit.unit), calendar)
    rule = f"{days} {UNITS[limit.unit]} để {limit.words}, tính từ ngày sau."
    return counted.retold(opening=opening, rule=rule, citation=limit.basis)
