"""Reads CSV files of units, calendar days and hamlets, pure: good rows, and broken ones with line and reason.

The separator is a comma or a semicolon; text is UTF-8; the first line names the columns, in any order.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from gandan.core.errors import RuleBroken
from gandan.places.calendar import SATURDAY
from gandan.places.working import sentence_case

Row = TypeVar("Row")

UNIT_COLUMNS = {
    "code": ("code", "ward_code"),
    "name": ("name", "ward_name"),
    "province_code": ("province_code",),
    "province_name": ("province_name",),
    "lat": ("lat",),
    "lon": ("lon",),
    "identifier": ("identifier",),
}
DAY_COLUMNS = {"day": ("day", "date"), "kind": ("kind",), "name": ("name",), "basis": ("basis",)}
HAMLET_COLUMNS = {
    "kind": ("kind", "loai"),
    "name": ("name", "ten"),
    "head_name": ("head_name", "truong_thon"),
    "head_phone": ("head_phone", "dien_thoai"),
}
OPTIONAL = frozenset({"lat", "lon", "identifier", "head_name", "head_phone"})

DAY_KINDS = ("holiday", "in_lieu", "swapped_day_off", "makeup_working_saturday")
CALENDAR_YEARS = range(2000, 2100)
HAMLET_KINDS = {"thon": "thôn", "tdp": "tổ dân phố", "khu": "khu phố"}
UNIT_TYPES = ("Xã ", "Phường ", "Đặc khu ")
IDENTIFIER = re.compile(r"\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}")
VIETNAM_LATITUDES = (6.0, 24.0)
VIETNAM_LONGITUDES = (102.0, 118.0)


@dataclass(frozen=True)
class BrokenRow:
    """A refused line of a file (1 = the heading) and why, in Vietnamese."""

    line: int
    reason: str

    def __str__(self) -> str:
        return f"Dòng {self.line}: {self.reason}"


@dataclass(frozen=True)
class Reading(Generic[Row]):
    """What a file holds: rows to import, and rows refused."""

    rows: list[Row]
    broken: list[BrokenRow]


@dataclass(frozen=True)
class UnitRow:
    """A province (two-digit code) or a commune (five digits); degrees of the centroid, None when not told."""

    code: str
    name: str
    province_code: str
    province_name: str
    latitude: float | None = None
    longitude: float | None = None
    identifier: str = ""

    @property
    def is_province(self) -> bool:
        return self.code == self.province_code


@dataclass(frozen=True)
class DayRow:
    """A day of the legal calendar that differs from its week."""

    day: date
    kind: str
    name: str
    basis: str


@dataclass(frozen=True)
class HamletRow:
    kind: str
    name: str
    head_name: str = ""
    head_phone: str = ""


def text_of(data: bytes) -> str:
    """The text of an uploaded file. RuleBroken when it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RuleBroken("Tệp không đọc được chữ Việt. Xin lưu lại dạng CSV UTF-8 rồi nạp lại.") from error


def read_units(text: str) -> Reading[UnitRow]:
    """Provinces and communes. RuleBroken when the heading misses a column."""
    return _read(text, UNIT_COLUMNS, _unit, lambda row: row.code)


def read_days(text: str) -> Reading[DayRow]:
    """Days of the legal calendar. RuleBroken when the heading misses a column."""
    return _read(text, DAY_COLUMNS, _day, lambda row: row.day)


def read_hamlets(text: str) -> Reading[HamletRow]:
    """Hamlets of one commune. RuleBroken when the heading misses a column."""
    return _read(text, HAMLET_COLUMNS, _hamlet, lambda row: (row.kind, row.name.lower()))


Columns = Mapping[str, tuple[str, ...]]
Parse = Callable[[dict[str, str]], Row]


def _read(text: str, columns: Columns, parse: Parse[Row], key: Callable[[Row], Hashable]) -> Reading[Row]:
    lines = _lines(text)
    places = _places_of(next(lines, (1, []))[1], columns)
    reading: Reading[Row] = Reading([], [])
    seen: dict[Hashable, int] = {}
    for line, cells in lines:
        try:
            row = parse({column: _cell(cells, place) for column, place in places.items()})
            _check_new(key(row), seen, line)
        except ValueError as error:
            reading.broken.append(BrokenRow(line, str(error)))
        else:
            reading.rows.append(row)
    return reading


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    text = text.removeprefix("\ufeff")
    heading = text.partition("\n")[0]
    separator = ";" if heading.count(";") > heading.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise RuleBroken(f"Không đọc tiếp được tệp từ dòng {reader.line_num}. Xin kiểm tra dấu ngoặc kép.") from error


def _places_of(heading: list[str], columns: Columns) -> dict[str, int | None]:
    """Column → its place in a line, None for an optional one that is absent."""
    names = [name.strip().lower() for name in heading]
    places = {
        column: next((names.index(alias) for alias in aliases if alias in names), None)
        for column, aliases in columns.items()
    }
    missing = [column for column, place in places.items() if place is None and column not in OPTIONAL]
    if missing:
        raise RuleBroken(f"Dòng đầu của tệp thiếu cột: {', '.join(missing)}.")
    return places


def _cell(cells: list[str], place: int | None) -> str:
    if place is None or place >= len(cells):
        return ""
    return unicodedata.normalize("NFC", " ".join(cells[place].split()))


def _check_new(key: Hashable, seen: dict[Hashable, int], line: int) -> None:
    if key in seen:
        raise ValueError(f"trùng với dòng {seen[key]}.")
    seen[key] = line


def _needed(cells: dict[str, str], column: str, limit: int) -> str:
    if not cells[column]:
        raise ValueError(f"thiếu {column}.")
    return _limited(cells, column, limit)


def _limited(cells: dict[str, str], column: str, limit: int) -> str:
    if len(cells[column]) > limit:
        raise ValueError(f"{column} dài quá {limit} ký tự.")
    return cells[column]


def _unit(cells: dict[str, str]) -> UnitRow:
    code, province = cells["code"], cells["province_code"]
    if not re.fullmatch(r"[0-9]{2}", province):
        raise ValueError(f"mã tỉnh “{province}” phải có 2 chữ số.")
    if code != province and not re.fullmatch(r"[0-9]{5}", code):
        raise ValueError(f"mã đơn vị “{code}” phải có 5 chữ số (giữ số 0 ở đầu).")
    name = sentence_case(_needed(cells, "name", 120))
    if code != province and not name.startswith(UNIT_TYPES):
        raise ValueError(f"tên “{name}” phải bắt đầu bằng Xã, Phường hoặc Đặc khu.")
    if cells["identifier"] and not IDENTIFIER.fullmatch(cells["identifier"]):
        raise ValueError(f"mã định danh “{cells['identifier']}” không đúng dạng 000.31.52.H24.")
    return UnitRow(
        code=code,
        name=name,
        province_code=province,
        province_name=_needed(cells, "province_name", 120),
        latitude=_degrees(cells["lat"], VIETNAM_LATITUDES),
        longitude=_degrees(cells["lon"], VIETNAM_LONGITUDES),
        identifier=cells["identifier"],
    )


def _degrees(text: str, limits: tuple[float, float]) -> float | None:
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"tọa độ “{text}” không phải số.") from None
    if not limits[0] <= value <= limits[1]:
        raise ValueError(f"tọa độ {text} nằm ngoài Việt Nam.")
    return value


def _day(cells: dict[str, str]) -> DayRow:
    try:
        day = date.fromisoformat(cells["day"])
    except ValueError:
        raise ValueError(f"ngày “{cells['day']}” phải viết dạng 2026-11-24.") from None
    if cells["kind"] not in DAY_KINDS:
        raise ValueError(f"loại “{cells['kind']}” phải là một trong: {', '.join(DAY_KINDS)}.")
    check_day(day, cells["kind"])
    return DayRow(day, cells["kind"], _needed(cells, "name", 120), _needed(cells, "basis", 200))


def check_day(day: date, kind: str) -> None:
    """ValueError when such a day cannot be: a make-up day on a weekday, a swapped day off at a weekend, a far year."""
    if day.year not in CALENDAR_YEARS:
        raise ValueError(f"năm {day.year} nằm ngoài khoảng {CALENDAR_YEARS.start} đến {CALENDAR_YEARS.stop - 1}.")
    is_weekend = day.weekday() >= SATURDAY
    if kind == "makeup_working_saturday" and not is_weekend:
        raise ValueError(f"ngày làm bù {day:%d/%m/%Y} phải là thứ Bảy hoặc Chủ nhật.")
    if kind in ("in_lieu", "swapped_day_off") and is_weekend:
        raise ValueError(f"ngày nghỉ bù hay hoán đổi {day:%d/%m/%Y} phải là ngày từ thứ Hai đến thứ Sáu.")


def _hamlet(cells: dict[str, str]) -> HamletRow:
    kind = cells["kind"].lower()
    kind = next((code for code, word in HAMLET_KINDS.items() if kind in (code, word)), "")
    if not kind:
        raise ValueError(f"loại “{cells['kind']}” phải là thôn, tổ dân phố hoặc khu phố.")
    return HamletRow(
        kind=kind,
        name=_needed(cells, "name", 80),
        head_name=_limited(cells, "head_name", 120),
        head_phone=phone_of(cells["head_phone"]),
    )


def phone_of(text: str) -> str:
    """A telephone number as people write it, "" for none. ValueError when it is none."""
    if text and not re.fullmatch(r"\+?[0-9][0-9 .\-]{6,18}", text):
        raise ValueError(f"số điện thoại “{text}” không đúng.")
    return text
