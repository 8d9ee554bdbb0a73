"""A batch of papers as typed in a grid: one line a sheet, one key a question. Pure.

Levels are typed as printed on the sheet: 1 is the first word. An empty cell is a question left out; an empty line is no
sheet.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from gandan.core.errors import RuleBroken

from .actions import Given

NUMBER = "n"


class Asked(Protocol):
    number: int
    words: list[str]

    @property
    def is_text(self) -> bool: ...


@dataclass(frozen=True)
class Cell:
    name: str
    label: str
    value: str
    is_text: bool = False


@dataclass(frozen=True)
class Line:
    """One line of the grid as it is shown again."""

    place: int
    cells: list[Cell] = field(default_factory=list)


def lines(questions: Sequence[Asked], rows: int, data: Mapping[str, str], numbers: Sequence[int]) -> list[Line]:
    """`numbers`: the sheets expected, one a line; what was typed before wins."""
    shown = []
    for row in range(rows):
        expected = str(numbers[row]) if row < len(numbers) else ""
        name = f"{row}_{NUMBER}"
        cells = [Cell(name, f"Dòng {row + 1}, số phiếu", data.get(name, expected))]
        for one in questions:
            name = f"{row}_{one.number}"
            cells.append(Cell(name, f"Dòng {row + 1}, câu {one.number}", data.get(name, ""), one.is_text))
        shown.append(Line(row + 1, cells))
    return shown


def read(questions: Sequence[Asked], rows: int, data: Mapping[str, str]) -> dict[int, Given]:
    """Sheet number → what is on it. RuleBroken names the line and the question that cannot be."""
    sheets: dict[int, Given] = {}
    for row in range(rows):
        typed = {one.number: data.get(f"{row}_{one.number}", "").strip() for one in questions}
        if not any(typed.values()):
            continue
        number = _number(data.get(f"{row}_{NUMBER}", ""), row)
        if number in sheets:
            raise RuleBroken(f"Dòng {row + 1}: phiếu số {number} đã có ở dòng trên.")
        answers = {
            one.number: _place(typed[one.number], one, row)
            for one in questions
            if not one.is_text and typed[one.number]
        }
        comments = {one.number: typed[one.number] for one in questions if one.is_text and typed[one.number]}
        sheets[number] = Given(answers, comments)
    return sheets


def _number(text: str, row: int) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 10**6):
        raise RuleBroken(f"Dòng {row + 1}: ghi số phiếu bằng chữ số, như in ở góc phiếu.")
    return int(text)


def _place(text: str, question: Asked, row: int) -> int:
    most = len(question.words)
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= most):
        raise RuleBroken(f"Dòng {row + 1}, câu {question.number}: ghi số từ 1 đến {most}, hoặc để trống.")
    return int(text) - 1
