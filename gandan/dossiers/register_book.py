"""Mẫu 07 as a workbook: one line a dossier."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter
from django.utils.timezone import localtime

from .models import Channel, Dossier

MOST_ENTRIES = 5000
HEADERS = (
    "TT", "Mã hồ sơ", "Thủ tục", "Người nộp", "Cơ quan chủ trì", "Nộp", "Nhận", "Hẹn trả", "Có kết quả",
    "Trả kết quả", "Hình thức nhận", "Trạng thái",
)  # fmt: skip


def workbook(dossiers: Iterable[Dossier]) -> bytes:
    """An XLSX file; text stays text, so that a name beginning with “=” is never a formula."""
    return sheet_of(HEADERS, [_line(number, one) for number, one in enumerate(dossiers, start=1)])


def sheet_of(headers: Sequence[str], lines: Iterable[Sequence[object]]) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("Hồ sơ")
        sheet.write_row(0, 0, headers, book.add_format({"bold": True, "bottom": 1}))
        for row, line in enumerate(lines, start=1):
            sheet.write_row(row, 0, line)
        sheet.freeze_panes(1, 0)
        sheet.autofit()
    return out.getvalue()


def _line(number: int, one: Dossier) -> tuple[object, ...]:
    return (
        number, one.code, one.procedure.short_name, one.applicant_name, one.agency.name, said(one.submitted_at),
        said(one.received_at), said(one.due_at), said(one.settled_at), said(one.returned_at),
        Channel(one.return_channel).label, one.status_label(),
    )  # fmt: skip


def said(at: datetime | None) -> str:
    return f"{localtime(at):%d/%m/%Y %H:%M}" if at else "chưa có"
