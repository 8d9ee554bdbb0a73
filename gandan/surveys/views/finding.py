"""What every officer's page begins with: find within the commune; the row of links above the page."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from gandan.people.access import OfficerRequest
from gandan.people.models import Role

from ..models import Consultation, PaperBatch, Questionnaire, Survey

KEEPERS = (str(Role.LEADER), str(Role.CLERK), str(Role.SPECIALIST), str(Role.COMMUNICATIONS), str(Role.ADMINISTRATOR))
"""Who plans surveys, reads comments, groups opinions."""
TYPISTS = (*KEEPERS, str(Role.RECEPTION))
"""Who types papers."""
TABS = (
    ("index", "Khảo sát"), ("officer_consultations", "Lấy ý kiến nhân dân"), ("questionnaires", "Bộ câu hỏi"),
    ("stations", "Điểm đánh giá"),
)  # fmt: skip


def tabs(current: str) -> list[dict[str, Any]]:
    """Chips for `ui/parts/filters.html`."""
    return [
        {"href": reverse(f"surveys:{name}"), "label": label, "is_current": name == current, "count": None}
        for name, label in TABS
    ]


def survey_of(request: OfficerRequest, pk: int) -> Survey:
    rows = Survey.objects.of(request.commune).select_related("agency__province", "questionnaire", "published_by")
    return get_object_or_404(rows, pk=pk)


def batch_of(request: OfficerRequest, pk: int) -> PaperBatch:
    rows = PaperBatch.objects.filter(survey__agency=request.commune)
    return get_object_or_404(rows.select_related("survey__questionnaire", "typed_by", "checked_by"), pk=pk)


def questionnaire_of(request: OfficerRequest, pk: int) -> Questionnaire:
    return get_object_or_404(Questionnaire.objects.usable_by(request.commune).prefetch_related("questions"), pk=pk)


def consultation_of(request: OfficerRequest, pk: int) -> Consultation:
    return get_object_or_404(Consultation.objects.of(request.commune).select_related("agency", "published_by"), pk=pk)
