"""One row of a table of declared figures, read as people write it: “1.285”, “69,4%”, “8/2020–01/2021”. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gandan.core.vietnamese import fold

Cell = str | float | None
COLUMNS = (
    "Đơn vị", "Mô hình", "Chỉ tiêu", "Số liệu", "Mẫu số", "Ghi trong văn bản", "Đơn vị tính", "Kỳ", "Nguồn",
)  # fmt: skip
NEEDED = ("Mô hình", "Chỉ tiêu", "Kỳ", "Nguồn")
SAMPLE: tuple[tuple[Cell, ...], ...] = (
    ("", "ba-trong-mot", "Hồ sơ tiếp nhận, giải quyết và trả đúng hẹn", 278, None, "hơn 278", "hồ sơ", "2020",
     "Báo cáo 22/BC-UBND"),
    ("Phường Lái Hiếu", "ba-trong-mot", "Hồ sơ tiếp nhận, giải quyết và trả đúng hẹn", 79, None, "79", "hồ sơ", "2020",
     "Báo cáo 22/BC-UBND"),
    ("Phường Hiệp Thành", "ho-tro-qua-zalo-hiep-thanh", "Tỷ lệ giải quyết sớm hạn", 587, 845, "69,4%", "%", "8/2020–01/2021",
     "Báo cáo 22/BC-UBND"),
    ("Bộ phận Tiếp nhận và Trả kết quả thành phố", "ngay-khong-viet", "Trường hợp được hướng dẫn, viết hộ", None, None, "", "hồ sơ",
     "2020", "Báo cáo 22/BC-UBND"),
)  # fmt: skip
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
PLAIN = re.compile(r"\d+(?:,\d+)?")
LONGEST = {"Đơn vị": 160, "Chỉ tiêu": 200, "Ghi trong văn bản": 40, "Đơn vị tính": 20, "Kỳ": 60, "Nguồn": 300}


class Unreadable(ValueError):
    """Why a row cannot be taken, in Vietnamese."""


@dataclass(frozen=True, kw_only=True)
class DeclaredRow:
    """A row as typed; `value` None: the unit runs the model and gave no figure (A13)."""

    unit_name: str
    model: str
    label: str
    value: float | None
    of_value: float | None
    declared: str
    unit: str
    period: str
    year: int
    source: str


def read_row(cells: Mapping[str, Cell]) -> DeclaredRow:
    """Raises Unreadable with the reason and what to write instead."""
    told = {name: written(cells.get(name)) for name in COLUMNS}
    for name in NEEDED:
        if not told[name]:
            raise Unreadable(f"Cột “{name}” còn trống.")
    for name, limit in LONGEST.items():
        if len(told[name]) > limit:
            raise Unreadable(f"Cột “{name}” dài quá {limit} ký tự.")
    years = YEAR.findall(told["Kỳ"])
    if not years:
        raise Unreadable(f"Kỳ “{told['Kỳ']}” không có năm. Ghi ví dụ 2020 hoặc 8/2020–01/2021.")
    value, of_value = number(cells.get("Số liệu"), "Số liệu"), number(cells.get("Mẫu số"), "Mẫu số")
    if of_value == 0:
        raise Unreadable("Mẫu số bằng 0 nên không tính được tỷ lệ.")
    if value is None and of_value is not None:
        raise Unreadable("Có mẫu số mà chưa có số liệu.")
    return DeclaredRow(
        unit_name=told["Đơn vị"], model=told["Mô hình"], label=told["Chỉ tiêu"], value=value, of_value=of_value,
        declared=told["Ghi trong văn bản"], unit=told["Đơn vị tính"], period=told["Kỳ"], year=int(years[0]), source=told["Nguồn"],
    )  # fmt: skip


def written(cell: Cell) -> str:
    """The cell as text; a number without its idle “.0”."""
    if cell is None:
        return ""
    return f"{cell:g}".replace(".", ",") if isinstance(cell, float) else str(cell).strip()


def number(cell: Cell, column: str) -> float | None:
    """None for an empty cell. Raises Unreadable for what is no number of zero or more."""
    if isinstance(cell, int | float):
        if cell != cell or not 0 <= cell < 10**12:
            raise Unreadable(f"Cột “{column}”: số phải từ 0 trở lên.")
        return float(cell)
    text = written(cell).removesuffix("%").strip()
    if not text:
        return None
    if not THOUSANDS.fullmatch(text) and not PLAIN.fullmatch(text):
        raise Unreadable(f"Cột “{column}”: “{text}” không phải là số. Viết ví dụ 1.285 hoặc 69,4.")
    return float(text.replace(".", "").replace(",", "."))


def series_name(label: str) -> str:
    """The key of a series nobody named before: letters, digits and underscores of its label."""
    return re.sub(r"[^a-z0-9]+", "_", fold(label)).strip("_")[:40]
