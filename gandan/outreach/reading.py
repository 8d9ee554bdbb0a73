"""Reads lists of people from CSV or XLSX, pure: the table, a guess of its columns, people, and lines with their problem."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import Any

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import fold

from .matching import Line, Problem

MOST_ROWS, MOST_BYTES = 50_000, 15 * 1024 * 1024
FIELDS = {
    "name": "Họ và tên",
    "born_on": "Ngày sinh",
    "id_number": "Số định danh, căn cước",
    "hamlet": "Thôn, tổ dân phố, khu phố",
    "address": "Địa chỉ",
    "phone": "Điện thoại",
    "matter": "Giấy tờ còn thiếu, chế độ",
}
NEEDED = ("name",)
HEADS: dict[str, tuple[str, ...]] = {
    "name": ("ho va ten", "ho ten", "ten", "ho, chu dem va ten", "nguoi dan", "chu ho", "name"),
    "born_on": ("ngay sinh", "ngay thang nam sinh", "nam sinh", "sinh ngay", "birth"),
    "id_number": ("cccd", "so dinh danh", "can cuoc", "cmnd", "ddcn", "id"),
    "hamlet": ("thon", "to dan pho", "tdp", "khu pho", "khu vuc", "don vi dan cu", "khu dan cu", "ap"),
    "address": ("dia chi", "noi thuong tru", "thuong tru", "cho o hien nay", "noi o"),
    "phone": ("dien thoai", "sdt", "so dt", "phone"),
    "matter": ("giay to", "con thieu", "che do", "noi dung", "chinh sach"),
}
KINDS_OF_HAMLET = re.compile(r"^(?:(?:thon|tdp|to dan pho|khu pho|khu vuc|khu|ap|to|kp|kv)\.?\s+)?(?:so\s+(?=\d))?")


@dataclass(frozen=True)
class Table:
    """Heads and rows of text, each row as long as the heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def read_table(name: str, data: bytes) -> Table:
    """RuleBroken with what to do, for a file that is no table."""
    if len(data) > MOST_BYTES:
        raise RuleBroken("Tệp lớn quá 15 MB. Chia thành từng thôn, tổ rồi nạp lần lượt.")
    is_workbook = name.lower().endswith(".xlsx") or data[:4] == b"PK\x03\x04"
    if name.lower().endswith(".xls"):
        raise RuleBroken("Tệp .xls là dạng cũ. Mở bằng Excel, lưu thành CSV UTF-8 rồi nạp lại.")
    lines = [line for line in (_workbook(data) if is_workbook else _text(data)) if any(line)]
    start = next((place for place, line in enumerate(lines[:10]) if sum(map(bool, line)) >= 2), None)
    if start is None or len(lines) < start + 2:
        raise RuleBroken(
            "Tệp không có dòng tiêu đề và người nào bên dưới. Dòng đầu ghi tên cột, mỗi dòng sau một người."
        )
    if len(lines) > MOST_ROWS:
        raise RuleBroken(f"Tệp có {len(lines)} dòng, nhận tối đa {MOST_ROWS} dòng. Chia thành từng thôn, tổ.")
    width = len(lines[start])
    rows = tuple((*line, *[""] * width)[:width] for line in lines[start + 1 :])
    return Table(tuple(lines[start]), rows)


def _text(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        raise RuleBroken("Tệp không đọc được chữ Việt. Trong Excel chọn Lưu thành, CSV UTF-8, rồi nạp lại.") from None
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    try:
        return [
            [_clean(cell) for cell in line] for line in csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        ]
    except csv.Error:
        raise RuleBroken("Tệp không phải bảng CSV. Trong Excel chọn Lưu thành, CSV UTF-8, rồi nạp lại.") from None


def _workbook(data: bytes) -> list[list[str]]:
    try:
        openpyxl = import_module("openpyxl")
    except ImportError:
        raise RuleBroken(
            "Máy chủ này chưa đọc được XLSX. Trong Excel chọn Lưu thành, CSV UTF-8, rồi nạp lại."
        ) from None
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        return [[_cell(cell) for cell in line] for line in book.active.iter_rows(values_only=True)]
    except Exception as broken:  # the library raises a dozen kinds for files that are no workbook
        raise RuleBroken("Tệp XLSX bị hỏng hoặc có mật khẩu. Mở bằng Excel, lưu lại rồi nạp lại.") from broken


def _cell(cell: Any) -> str:
    if isinstance(cell, datetime):
        return f"{cell:%d/%m/%Y}"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return _clean("" if cell is None else str(cell))


def _clean(text: str) -> str:
    """A spreadsheet marks text that looks like a number with an apostrophe."""
    return unicodedata.normalize("NFC", " ".join(text.split())).removeprefix("'")


def guess(heads: Sequence[str]) -> dict[str, int]:
    """Which column is what, by its heading: an equal heading first, then one that holds the word."""
    folded = [re.sub(r"[^a-z0-9, ]", " ", fold(head)).strip() for head in heads]
    found: dict[str, int] = {}
    for is_whole in (True, False):
        for field, words in HEADS.items():
            places = [
                place
                for place, head in enumerate(folded)
                if place not in found.values() and any(_is_named(head, word, is_whole=is_whole) for word in words)
            ]
            if places:
                found.setdefault(field, places[0])
    return found


def _is_named(head: str, word: str, *, is_whole: bool) -> bool:
    return head == word if is_whole else f" {word} " in f" {head} "


def check_columns(columns: Mapping[str, int], heads: Sequence[str], *, needed: Iterable[str]) -> None:
    """RuleBroken when a needed column is not chosen, one is chosen twice, or is not in the file."""
    missing = [FIELDS[field] for field in needed if field not in columns]
    if missing:
        raise RuleBroken(f"Chưa chỉ ra cột: {', '.join(missing)}. Tệp có các cột: {', '.join(filter(None, heads))}.")
    if len(set(columns.values())) < len(columns):
        raise RuleBroken("Một cột được chọn cho hai nội dung. Xin chọn lại.")
    if any(not 0 <= place < len(heads) for place in columns.values()):
        raise RuleBroken("Cột đã chọn không còn trong tệp. Xin nạp lại tệp.")


def people(table: Table, columns: Mapping[str, int], *, first_line: int = 2) -> tuple[list[Line], list[Problem]]:
    """People of a table, and what is wrong with lines. A line without a name is the only one left out."""
    found: list[Line] = []
    problems: list[Problem] = []
    for line, row in enumerate(table.rows, start=first_line):
        told = {field: row[place] for field, place in columns.items()}
        name = told.get("name", "")
        if not name:
            problems.append(Problem(line, "Thiếu họ tên, không đưa vào danh sách."))
            continue
        born_on, about_birth = day_of_birth(told.get("born_on", ""))
        number, about_number = identity_number(told.get("id_number", ""))
        problems += [Problem(line, words) for words in (about_birth, about_number) if words]
        found.append(
            Line(
                line, name[:120], born_on, number, told.get("phone", "")[:20], told.get("address", "")[:200],
                told.get("hamlet", "")[:80], told.get("matter", "")[:200],
            )
        )  # fmt: skip
    return found, problems


def day_of_birth(text: str) -> tuple[date | None, str]:
    """05/11/1951, 1951-11-05 or 1951 alone (read as its last day, so that nobody is counted too old)."""
    if not text:
        return None, ""
    if re.fullmatch(r"\d{4}", text):
        return date(int(text), 12, 31), f"Chỉ có năm sinh {text}: tạm tính là 31/12/{text}, xin xác minh."
    parts = [int(part) for part in re.findall(r"\d+", text)[:3]]
    if len(parts) == 3:
        year, month, day = parts if parts[0] > 31 else parts[::-1]
        try:
            return date(year, month, day), ""
        except ValueError:
            pass
    return None, f"Ngày sinh “{text}” không đọc được. Viết dạng 05/11/1951."


def identity_number(text: str) -> tuple[str, str]:
    """Twelve digits; a leading zero that the spreadsheet dropped is put back."""
    digits = re.sub(r"[\s.\-]", "", text)
    if not digits:
        return "", ""
    if re.fullmatch(r"\d{12}", digits):
        return digits, ""
    if re.fullmatch(r"\d{11}", digits):
        return f"0{digits}", "Số định danh mất số 0 ở đầu, đã thêm lại."
    if re.fullmatch(r"\d{9}", digits):
        return "", "Số chứng minh nhân dân 9 số không dùng để đối chiếu, sẽ so theo tên và ngày sinh."
    return "", f"Số định danh “{text[:4]}…” không đủ 12 chữ số, sẽ so theo tên và ngày sinh."


def hamlet_key(text: str) -> str:
    """“Thôn Mỹ Ân”, “TDP số 3”, “KP 05” by what is left of them: “my an”, “3”, “5”."""
    bare = KINDS_OF_HAMLET.sub("", fold(text))
    return bare.lstrip("0") or bare
