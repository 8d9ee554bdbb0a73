"""A paper as files and as a page: PDF/A, DOCX, XLSX, and the blocks a template can walk through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse

from gandan.core.tables import CSV, XLSX, Cell, as_csv
from gandan.documents import docx, pdf
from gandan.documents.sheets import Block, Paragraph, Sheet, Signatures

from ..reporting.workbook import Leaf, workbook

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PART = re.compile(r"^[IVX]+\. ")


@dataclass(frozen=True)
class Paper:
    """A report ready to be drawn: the paper, its tables, the name of its files without ending."""

    sheet: Sheet
    leaves: Sequence[Leaf]
    name: str


def drawn(one: Paper, kind: str) -> HttpResponse:
    """`kind`: pdf, docx or xlsx; anything else is not found."""
    if kind == "pdf":
        return _file(pdf.render(one.sheet), "application/pdf", f"{one.name}.pdf")
    if kind == "docx":
        return _file(docx.render(one.sheet), DOCX, f"{one.name}.docx")
    if kind == "xlsx":
        return _file(workbook(f"{one.sheet.title}: {one.sheet.subtitle}", one.leaves), XLSX, f"{one.name}.xlsx")
    raise Http404


def as_table(name: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], kind: str) -> HttpResponse:
    """A bare table, as XLSX or CSV."""
    if kind == "xlsx":
        return _file(workbook("Số liệu mô hình theo văn bản", [Leaf("Số liệu", heads, rows)]), XLSX, f"{name}.xlsx")
    if kind == "csv":
        return _file(as_csv(heads, rows), CSV, f"{name}.csv")
    raise Http404


def as_page(one: Paper) -> dict[str, Any]:
    """What `reports/paper.html` shows."""
    parts = [_part(block) for block in one.sheet.blocks if not isinstance(block, Signatures)]
    return {"sheet": one.sheet, "parts": parts}


def _part(block: Block) -> dict[str, Any]:
    """`kind`: part, heading, text, table, fields."""
    if not isinstance(block, Paragraph):
        return {"kind": type(block).__name__.lower(), "block": block}
    if not block.bold:
        return {"kind": "text", "block": block}
    return {"kind": "part" if PART.match(block.text) else "heading", "block": block}


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
