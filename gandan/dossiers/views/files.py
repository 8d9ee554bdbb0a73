"""Sending a sealed file to somebody who may have it: true type, as a download, never sniffed, never kept by caches."""

from __future__ import annotations

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpResponse
from django.utils.http import content_disposition_header

from gandan.dossiers.uploads import EXTENSIONS


def send(file: FieldFile, *, media_type: str, name: str) -> FileResponse:
    """404 when there is no file behind the row."""
    if not file:
        raise Http404
    try:
        opened = file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    known = media_type if media_type in EXTENSIONS else "application/octet-stream"
    response = FileResponse(opened, content_type=known)
    _protect(response, f"{name}.{EXTENSIONS.get(media_type, 'bin')}")
    return response


def send_pdf(content: bytes, *, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type="application/pdf")
    _protect(response, f"{name}.pdf")
    return response


def _protect(response: HttpResponse | FileResponse, filename: str) -> None:
    response.headers["Content-Disposition"] = content_disposition_header(True, filename) or "attachment"  # noqa: FBT003
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
