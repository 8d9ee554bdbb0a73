"""The file of a regulation on its way out: true type, as a download, never sniffed."""

from __future__ import annotations

from pathlib import PurePath

from django.http import FileResponse

from gandan.programmes.models import Term
from gandan.programmes.regulation import media_type_of
from gandan.ui.views.files import kept_file


def send_regulation(term: Term) -> FileResponse:
    """404 when there is no file behind the row."""
    kept = term.regulation.name or ""
    name = f"quy-dinh-{term.programme_id}-{term.since:%Y%m%d}{PurePath(kept).suffix}"
    return kept_file(term.regulation, name, media_type=media_type_of(kept))
