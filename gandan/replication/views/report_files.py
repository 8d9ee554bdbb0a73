"""A paper as an answer: a file to keep, or the blocks a page walks through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpResponse

from gandan.core.tables import Cell, as_csv
from gandan.documents.sheets import Block, Paragraph, Signatures
from gandan.ui.views.files import as_file

from ..reporting.making import KINDS, Paper
from ..reporting.workbook import Leaf, workbook

PART = re.compile(r"^[IVX]+\. ")


def drawn(one: Paper, kind: str) -> HttpResponse:
    """`kind`: pdf, docx or xlsx; anything else is not found."""
    if kind not in KINDS:
        raise Http404
    return as_file(one.drawn(kind), f"{one.name}.{kind}")


def as_table(name: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]], kind: str) -> HttpResponse:
    """A bare table, as XLSX or CSV."""
    if kind == "xlsx":
        return as_file(workbook("Số liệu mô hình theo văn bản", [Leaf("Số liệu", heads, rows)]), f"{name}.xlsx")
    if kind == "csv":
        return as_file(as_csv(heads, rows), f"{name}.csv")
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
