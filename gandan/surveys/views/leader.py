"""For leaders and the province: units side by side; for the leader of a commune alone, how the officers are rated."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.measures.periods import following_month, month_asked, preceding_month
from gandan.people.access import LeaderRequest, leader
from gandan.people.models import Role

from ..models import Survey
from ..results import officer_rows, side_by_side
from ..rules import rules_of
from ..workflow import SurveyStatus


@leader
def compare(request: LeaderRequest) -> HttpResponse:
    """Surveys with the same questionnaire side by side, one line a unit. A commune's leader sees the own commune."""
    commune = request.office.commune
    mine = Survey.objects.of(commune) if commune else Survey.objects.filter(agency__province=request.office.agency)
    told = mine.exclude(status=SurveyStatus.DRAFT).select_related("agency", "questionnaire")
    rows = told.order_by("questionnaire__title", "agency__name")
    tables: dict[str, list[Survey]] = {}
    for one in rows:
        tables.setdefault(one.questionnaire.title, []).append(one)
    lines = {line["survey"].pk: line for line in side_by_side(rows)}
    shown = [(title, [lines[one.pk] for one in found]) for title, found in tables.items()]
    facts = {"tables": shown, "commune": commune, "office": request.office}
    return render(request, "surveys/leader/compare.html", facts)


@leader
def officers(request: LeaderRequest) -> HttpResponse:
    """Attitude ratings of the officers of one's own commune (S1.21). Nobody else sees it; nothing of it is published."""
    commune = request.office.commune
    if commune is None or not request.office.holds(Role.LEADER):
        raise Http404
    today = localdate(timezone.now())
    month = month_asked(request.GET.get("thang", ""), today)
    least = rules_of(commune, today).least
    after = following_month(month)
    facts = {
        "commune": commune, "office": request.office, "month": month, "least": least, "before": preceding_month(month),
        "after": after if after <= today else None, "rows": officer_rows(commune, month, least=least),
    }  # fmt: skip
    return render(request, "surveys/leader/officers.html", facts)
