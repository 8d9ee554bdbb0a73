"""Sending a sealed file to somebody who may have it: true type, as a download, never sniffed, never kept by caches."""

from __future__ import annotations

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, HttpResponse

from gandan.dossiers.uploads import EXTENSIONS
from gandan.ui.views.files import as_file, kept_file


def send(file: FieldFile, *, media_type: str, name: str) -> FileResponse:
    """404 when there is no file behind the row."""
    known = media_type if media_type in EXTENSIONS else "application/octet-stream"
    return kept_file(file, f"{name}.{EXTENSIONS.get(media_type, 'bin')}", media_type=known)


def send_pdf(content: bytes, *, name: str) -> HttpResponse:
    response = as_file(content, f"{name}.pdf")
    response.headers["Cache-Control"] = "private, no-store"
    return response
