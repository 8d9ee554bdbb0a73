"""The table of results as a file."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse

from gandan.documents.drawing import as_pdf
from gandan.ui.views.files import as_file, as_table

from ..models import Survey
from ..tables import HEADS, level_rows, rows, sheet

KINDS = ("csv", "xlsx", "pdf")


def results_file(survey: Survey, summary: dict[str, object], kind: str, *, today: date) -> HttpResponse:
    """404 for a kind nobody knows. The same figures as the page, no words of anybody."""
    told, name = [*rows(summary), *level_rows(summary)], f"khao-sat-{survey.pk}.{kind}"
    if kind == "pdf":
        return as_file(as_pdf(sheet(survey.title, survey.agency, summary, today=today)), name)
    if kind not in KINDS:
        raise Http404
    return as_table(name, survey.title, HEADS, told)
