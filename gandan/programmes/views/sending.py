"""The file of a regulation on its way out: true type, as a download, never sniffed."""

from __future__ import annotations

from pathlib import PurePath

from django.http import FileResponse, Http404
from django.utils.http import content_disposition_header

from gandan.programmes.models import Term
from gandan.programmes.regulation import media_type_of


def send_regulation(term: Term) -> FileResponse:
    """404 when there is no file behind the row."""
    if not term.regulation:
        raise Http404
    try:
        opened = term.regulation.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    kept = term.regulation.name or ""
    response = FileResponse(opened, content_type=media_type_of(kept))
    name = f"quy-dinh-{term.programme_id}-{term.since:%Y%m%d}{PurePath(kept).suffix}"
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"  # noqa: FBT003
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
