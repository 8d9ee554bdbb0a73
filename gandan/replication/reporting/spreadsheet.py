"""Rows of a CSV or XLSX file by heading. Pure; XLSX is read with the standard library, values only, first sheet."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any
from xml.etree import ElementTree

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import fold
from gandan.reforms.declared_rows import COLUMNS, NEEDED, Cell

LARGEST = 5 * 2**20
LARGEST_PART = 40 * 2**20
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COLUMN = re.compile(r"[A-Z]+")
UNREADABLE = "Không đọc được tệp. Lưu lại thành XLSX hoặc CSV (UTF-8) theo tệp mẫu rồi nhập lại."


def rows_of(name: str, content: bytes) -> list[dict[str, Cell]]:
    """A dict a row under the headings of `COLUMNS`; empty rows left out. RuleBroken with the remedy for what is no table."""
    if len(content) > LARGEST:
        raise RuleBroken("Tệp lớn quá 5 MB. Chia thành nhiều tệp.")
    try:
        table = _of_xlsx(content) if name.lower().endswith(".xlsx") else _of_csv(content)
    except (
        UnicodeDecodeError,
        csv.Error,
        zipfile.BadZipFile,
        KeyError,
        IndexError,
        ValueError,
        ElementTree.ParseError,
    ):
        raise RuleBroken(UNREADABLE) from None
    return _under_headings(table)


def _under_headings(table: Sequence[Sequence[Cell]]) -> list[dict[str, Cell]]:
    wanted = {fold(name): name for name in COLUMNS}
    for place, row in enumerate(table):
        found = {column: wanted[fold(str(cell))] for column, cell in enumerate(row) if fold(str(cell or "")) in wanted}
        if set(NEEDED) <= set(found.values()):
            rest = [
                {name: row[column] for column, name in found.items() if column < len(row)} for row in table[place + 1 :]
            ]
            return [row for row in rest if any(cell not in (None, "") for cell in row.values())]
    missing = "”, “".join(NEEDED)
    raise RuleBroken(f"Tệp chưa có dòng tiêu đề với các cột “{missing}”. Tải tệp mẫu để xem.")


def _of_csv(content: bytes) -> list[list[Cell]]:
    text = content.decode("utf-8-sig")
    first = text.split("\n", 1)[0]
    return [
        list(row)
        for row in csv.reader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    ]


def _of_xlsx(content: bytes) -> list[list[Cell]]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        if any(part.file_size > LARGEST_PART for part in book.infolist()):
            raise RuleBroken("Tệp giải nén ra quá lớn. Chỉ giữ lại bảng số liệu rồi nhập lại.")
        names = sorted(name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
        words = _words(book)
        sheet = ElementTree.fromstring(book.read(names[0]))
    return [_row(row, words) for row in sheet.iter(f"{MAIN}row")]


def _words(book: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in book.namelist():
        return []
    root = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    return ["".join(part.text or "" for part in one.iter(f"{MAIN}t")) for one in root.iter(f"{MAIN}si")]


def _row(row: Any, words: Sequence[str]) -> list[Cell]:
    cells: list[Cell] = []
    for place, value in _cells(row, words):
        cells += [None] * (place - len(cells))
        cells.append(value)
    return cells


def _cells(row: Any, words: Sequence[str]) -> Iterator[tuple[int, Cell]]:
    """Column from 0, value; a number stays a number."""
    for place, cell in enumerate(row.iter(f"{MAIN}c")):
        named = COLUMN.match(cell.get("r", ""))
        column = _column(named[0]) if named else place
        kind, value = cell.get("t", "n"), cell.findtext(f"{MAIN}v")
        if kind == "inlineStr":
            yield column, "".join(part.text or "" for part in cell.iter(f"{MAIN}t"))
        elif value is not None:
            yield column, words[int(value)] if kind == "s" else float(value) if kind == "n" else value


def _column(letters: str) -> int:
    """“A” is 0, “AA” 26. ValueError past the last column a workbook can have."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    if number > 16384:
        raise ValueError(letters)
    return number - 1
