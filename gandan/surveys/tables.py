"""The results as a table for files: CSV, XLSX and a printed sheet. From the kept summary, so that all say the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from gandan.core.tables import Cell
from gandan.documents.sheets import Paragraph, Sheet, Table

HEADS = (
    "Phần", "Nội dung", "Số phiếu (n)", "Mức đạt, số phiếu", "Mức đạt, %", "Khoảng tin cậy 95%", "Mức tốt, số phiếu",
    "Mức tốt, %",
)  # fmt: skip
GROUPS = (
    ("units", "Theo đơn vị"), ("programmes", "Theo chương trình đã dùng"), ("fields", "Theo lĩnh vực"),
    ("channels", "Theo cách trả lời"),
)  # fmt: skip


def rows(summary: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
    """One line for the whole, one a question, one a group. What is hidden for small n is empty."""
    yield _line("Chung", "Tất cả phiếu", {**summary, "n": summary["passed"]["n"]})
    for one in summary["questions"]:
        yield _line("Câu hỏi", f"{one['number']}. {one['text']}", one)
    for key, label in GROUPS:
        for one in summary[key]:
            yield _line(label, one["label"], one)


def level_rows(summary: dict[str, Any]) -> Iterator[tuple[Cell, ...]]:
    """One line a level of a question."""
    for one in summary["questions"]:
        for level in one["levels"]:
            yield ("Mức trả lời", f"{one['number']}. {one['text']}: {level['word']}", one["n"], level["count"],
                   _round(level["percent"]), "", None, None)  # fmt: skip


def _line(part: str, label: str, one: dict[str, Any]) -> tuple[Cell, ...]:
    passed, good = one["passed"] or {}, one["good"] or {}
    return (
        part, label, one["n"], passed.get("count"), _round(passed.get("percent")), passed.get("interval", ""),
        good.get("count"), _round(good.get("percent")),
    )  # fmt: skip


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, 1)


def sheet(title: str, agency: Any, summary: dict[str, Any], *, today: date) -> Sheet:
    """To print and file: how it was asked, the table, what is hidden and why."""
    printed = tuple(tuple(_say(cell) for cell in row) for row in rows(summary))
    note = (
        f"Bộ câu hỏi: {summary['questionnaire']}, bản {summary['version']}. Số lời mời: {summary['invited']}; "
        f"số phiếu: {summary['n']}. Chỗ có dưới {summary['least']} phiếu không tính tỷ lệ. Phiếu không ghi tên."
    )
    return Sheet(
        superior=agency.province.name if agency.province else "", agency=agency.name, place=agency.name,
        title="BẢNG TỔNG HỢP KẾT QUẢ KHẢO SÁT", subtitle=title, issued_on=today, landscape=True,
        blocks=(
            Paragraph(text=note),
            Table(headers=HEADS, rows=printed, numeric=(2, 3, 4, 6, 7), widths=(1.2, 3.4, 0.8, 0.9, 0.8, 1.4, 0.9, 0.8)),
        ),
    )  # fmt: skip


def _say(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:g}".replace(".", ",") if isinstance(cell, float) else str(cell)
