"""A sheet as a file. The drawing libraries are imported only where a file is drawn: they weigh 20 MB, and most
processes never draw one."""

from __future__ import annotations

from gandan.documents.sheets import Sheet


def as_pdf(sheet: Sheet) -> bytes:
    """A PDF/A-2b file; the same sheet gives the same pages."""
    from gandan.documents import pdf

    return pdf.render(sheet)


def as_docx(sheet: Sheet) -> bytes:
    """An editable draft in the layout of Nghị định 30/2020/NĐ-CP."""
    from gandan.documents import docx

    return docx.render(sheet)
