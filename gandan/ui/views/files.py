"""A file as the answer. The ending of its name says its type; the browser is told never to guess another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header

from gandan.core.tables import CSV, XLSX, Cell, as_csv, as_xlsx

TYPES = {
    ".csv": CSV,
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".ics": "text/calendar; charset=utf-8",
    ".json": "application/json",
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
    ".xlsx": XLSX,
}


def as_file(content: bytes | str, name: str, *, is_shown: bool = False) -> HttpResponse:
    """To keep under `name` (Vietnamese by RFC 5987); `is_shown`: opened by the browser. KeyError for an unknown ending."""
    answer = HttpResponse(content, content_type=TYPES[PurePath(name).suffix])
    told = content_disposition_header(as_attachment=not is_shown, filename=name)
    answer.headers["Content-Disposition"] = told or "attachment"
    return answer


def as_table(name: str, title: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> HttpResponse:
    """CSV or XLSX by the ending of `name`; the title stands above the XLSX, a CSV begins with its heads."""
    return as_file(as_csv(heads, rows) if name.endswith(".csv") else as_xlsx(title, heads, rows), name)


def kept_file(
    file: FieldFile | None, name: str, *, media_type: str | None = None, is_shown: bool = False
) -> FileResponse:
    """An upload, never kept by caches; 404 when none lies behind the row. Without `media_type` the ending of `name` says it."""
    if not file:
        raise Http404
    try:
        opened = file.open("rb")
    except FileNotFoundError as gone:
        raise Http404 from gone
    answer = FileResponse(opened, as_attachment=not is_shown, filename=name, content_type=media_type)
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
