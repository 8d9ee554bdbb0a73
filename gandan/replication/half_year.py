"""A unit's report of the half year as plain data: models it applies, results from live figures, difficulties, proposals."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q

from gandan.measures.periods import Period
from gandan.places.models import Agency
from gandan.reforms.judging import shown_figures
from gandan.reforms.models import Adoption, Difficulty, Reform
from gandan.reforms.workflow import OPERATING

from .models import PeriodReport
from .workflow import Sending


def within(agency: Agency) -> Q:
    """Adoptions a unit answers for: a commune those of all its parts, a division its own."""
    return Q(agency__commune=agency) if agency.commune_id == agency.pk else Q(agency=agency)


def period_report_data(report: PeriodReport, now: datetime) -> dict[str, Any]:
    """As sent, once it was sent; else as it would be sent now. JSON: `models`, `counts`, `difficulties`, `proposals`, words."""
    if report.status == Sending.SENT:
        kept: dict[str, Any] = report.data
        return kept
    period = report.round.period
    adoptions = list(_adoptions(report.agency, period))
    proposed = _proposed(report.agency, period)
    return {
        "title": report.round.title, "unit": report.agency.name, "start": period.start.isoformat(),
        "end": period.end.isoformat(), "models": [_line(one, now) for one in adoptions],
        "counts": {
            "applied": len(adoptions), "running": sum(one.status in OPERATING for one in adoptions),
            "proposed": len(proposed) + len(report.proposals),
        },
        "noted": _noted(adoptions, period), "proposed": proposed, "proposals": list(report.proposals),
        "results": report.results, "difficulties": report.difficulties,
    }  # fmt: skip


def _adoptions(agency: Agency, period: Period) -> Any:
    """Made before the end of the period and not ended before it began."""
    rows = Adoption.objects.filter(within(agency), made_at__date__lte=period.end)
    rows = rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=period.start))
    return rows.select_related("reform", "agency", "responsible").order_by("reform__sort_name", "pk")


def _line(adoption: Adoption, now: datetime) -> dict[str, Any]:
    shown = shown_figures(adoption, now) if adoption.status in OPERATING else []
    return {
        "model": adoption.reform.name, "unit": adoption.agency.name, "status": adoption.status_label(),
        "obligation": adoption.get_obligation_display(), "directive": adoption.directive_no, "reason": adoption.reason,
        "started_on": adoption.started_on.isoformat() if adoption.started_on else "",
        "responsible": str(adoption.responsible or ""),
        "figures": [{"label": one.label, "value": one.say(figure.value), "n": figure.n} for one, figure in shown],
    }  # fmt: skip


def _noted(adoptions: list[Adoption], period: Period) -> list[dict[str, Any]]:
    rows = Difficulty.objects.filter(adoption__in=adoptions, at__date__gte=period.start, at__date__lte=period.end)
    return [
        {"model": one.adoption.reform.name, "text": one.text, "is_advantage": one.is_advantage, "answer": one.answer}
        for one in rows.select_related("adoption__reform").order_by("at")
    ]


def _proposed(agency: Agency, period: Period) -> list[str]:
    """Models the unit itself put into the registry in the period."""
    own = Q(proposed_by__commune=agency) if agency.commune_id == agency.pk else Q(proposed_by=agency)
    rows = Reform.objects.filter(own, is_shipped=False, made_at__date__gte=period.start, made_at__date__lte=period.end)
    return [reform.name for reform in rows.order_by("sort_name")]
