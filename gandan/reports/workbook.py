"""A report as XLSX, laid out like the form: letterhead, title, period, grouped headings, total."""

from __future__ import annotations

import io
from collections.abc import Sequence

import xlsxwriter

from gandan.measures.periods import Period

from .registry import Report, Sheet

PAPER_A4 = 9


def workbook(report: Report, sheet: Sheet, *, agency: str, period: Period) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet(report.name[:31])
        _head(book, page, report, agency, period)
        _headings(book, page, report)
        _lines(book, page, sheet)
    return out.getvalue()


def _head(
    book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, report: Report, agency: str, period: Period
) -> None:
    last = len(report.columns) + 1
    plain = book.add_format({"font_name": "Times New Roman", "font_size": 11})
    bold = book.add_format(
        {"font_name": "Times New Roman", "font_size": 12, "bold": True, "align": "center", "text_wrap": True}
    )
    centred = book.add_format({"font_name": "Times New Roman", "font_size": 11, "align": "center"})
    page.set_landscape()
    page.set_paper(PAPER_A4)
    page.fit_to_pages(1, 0)
    page.set_column(0, 0, 5)
    page.set_column(1, 1, 32)
    page.set_column(2, last, 11)
    page.write(0, 0, f"Biểu số {report.name}/VPCP/KSTT", plain)
    page.write(0, last - 3, f"Đơn vị báo cáo: {agency}", plain)
    page.merge_range(2, 0, 2, last, report.title.upper(), bold)
    page.merge_range(
        3, 0, 3, last, f"Kỳ báo cáo: từ ngày {period.start:%d/%m/%Y} đến ngày {period.end:%d/%m/%Y}", centred
    )
    page.write(4, last - 3, "Đơn vị tính: hồ sơ", plain)


def _headings(book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, report: Report) -> None:
    head = book.add_format({"font_name": "Times New Roman", "font_size": 11, "bold": True, "align": "center",
                            "valign": "vcenter", "text_wrap": True, "border": 1})  # fmt: skip
    page.merge_range(5, 0, 6, 0, "STT", head)
    page.merge_range(5, 1, 6, 1, report.first_column, head)
    at = 2
    for group, width in report.headings():
        page.merge_range(5, at, 5, at + width - 1, group, head)
        at += width
    for place, column in enumerate(report.columns):
        page.write(6, place + 2, column.label, head)
        page.write(7, place + 2, f"({place + 1})", head)
    page.write(7, 0, "", head)
    page.write(7, 1, "", head)


def _lines(book: xlsxwriter.Workbook, page: xlsxwriter.worksheet.Worksheet, sheet: Sheet) -> None:
    cell = book.add_format({"font_name": "Times New Roman", "font_size": 11, "border": 1, "text_wrap": True})
    total = book.add_format({"font_name": "Times New Roman", "font_size": 11, "border": 1, "bold": True})
    for number, (label, figures) in enumerate(sheet.lines, start=1):
        _row(page, number + 7, [number, label, *(figures[column.key] for column in sheet.columns)], cell)
    _row(page, len(sheet.lines) + 8, ["", "Tổng số", *(sheet.total[column.key] for column in sheet.columns)], total)


def _row(
    page: xlsxwriter.worksheet.Worksheet, at: int, values: Sequence[int | str], look: xlsxwriter.format.Format
) -> None:
    for place, value in enumerate(values):
        page.write(at, place, value, look)
