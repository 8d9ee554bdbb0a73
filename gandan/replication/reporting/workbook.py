"""Tables of a report as XLSX: a title, then a sheet a table; A4, one page wide, Times New Roman."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import xlsxwriter

Cell = str | int | float | None
FONT = {"font_name": "Times New Roman", "font_size": 12}
PAPER_A4 = 9
WIDE = 24


@dataclass(frozen=True)
class Leaf:
    """One sheet: its name (31 characters at most), headings and rows. Numbers stay numbers, None an empty cell."""

    name: str
    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def workbook(title: str, leaves: Sequence[Leaf]) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        bold = book.add_format({**FONT, "bold": True, "font_size": 13})
        head = book.add_format(
            {**FONT, "bold": True, "text_wrap": True, "valign": "vcenter", "align": "center", "border": 1}
        )
        body = book.add_format({**FONT, "text_wrap": True, "valign": "top", "border": 1})
        for leaf in leaves:
            page = book.add_worksheet(leaf.name[:31])
            page.set_landscape()
            page.set_paper(PAPER_A4)
            page.fit_to_pages(1, 0)
            page.write(0, 0, title, bold)
            page.write_row(2, 0, leaf.heads, head)
            page.set_column(0, len(leaf.heads) - 1, WIDE)
            page.freeze_panes(3, 0)
            page.repeat_rows(2)
            for place, row in enumerate(leaf.rows, start=3):
                for column, value in enumerate(row):
                    page.write(place, column, value, body)
    return out.getvalue()
