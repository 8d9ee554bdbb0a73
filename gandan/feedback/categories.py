"""What feedback is about: a tree of two levels, shipped as data. Pure.

A code with a dot stands under the code before it (`ha_tang.cong` under `ha_tang`). `part` is the part of the commune that
leads unless the commune named another (`CategoryUnit`). `kind` is the national class of 5.1: "policy" (quy định, chính
sách, thủ tục) or "conduct" (hành vi của cán bộ, công chức).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

FILE = Path(__file__).parent / "data" / "categories.json"
OTHER, ATTITUDE, PROCEDURES, URGENT_SECURITY = "khac", "thai_do", "thu_tuc", "an_ninh.khan"
POLICE_PART = "cong_an"


@dataclass(frozen=True)
class Category:
    code: str
    name: str
    part: str
    kind: str
    line: str = ""
    is_urgent: bool = False

    @property
    def parent(self) -> str:
        """The code above, "" at the top."""
        return self.code.partition(".")[0] if "." in self.code else ""

    @property
    def top(self) -> str:
        return self.code.partition(".")[0]

    def __str__(self) -> str:
        return self.name


@cache
def categories() -> Mapping[str, Category]:
    """By code, parents before children."""
    rows = json.loads(FILE.read_text())["categories"]
    made = {
        row["code"]: Category(
            row["code"], row["name"], row["part"], row["class"], row.get("line", ""), row.get("is_urgent", False)
        )
        for row in rows
    }  # fmt: skip
    return MappingProxyType(made)


def category_named(code: str) -> Category:
    """“Việc khác” for no code, or one of an older list."""
    return categories().get(code) or categories()[OTHER]


def top_categories() -> list[Category]:
    return [one for one in categories().values() if not one.parent]


def under(code: str) -> list[str]:
    """The code itself and those beneath it."""
    return [one.code for one in categories().values() if one.code == code or one.parent == code]


def choices() -> list[tuple[str, str]]:
    """For a list to choose from: children are set off under their parent."""
    return [(one.code, f"– {one.name}" if one.parent else one.name) for one in categories().values()]


ATTITUDE_POINTS = (
    "Xin chào", "Xin lỗi", "Xin cảm ơn", "Xin phép",
    "Luôn mỉm cười", "Luôn nhẹ nhàng", "Luôn lắng nghe", "Luôn giúp đỡ",
    "Không cửa quyền, hách dịch, gây khó khăn", "Không quan liêu, vô cảm", "Không tham nhũng, lãng phí",
    "Không xu nịnh, chạy chọt", "Không lợi dụng chức vụ",
)  # fmt: skip
"""“4 xin, 4 luôn, 5 không” (Kế hoạch chính quyền thân thiện 2026, TC3.2.d), short, each with the number of its place."""
