"""The report of a year on reform models, sections I to V, as plain data (S4.1; Kế hoạch 1874/KH-UBND's yearly report).

JSON: `directing`, `continued`, `new` (models with units, procedures, series of figures, publicity), `advantages`, `difficulties`,
`habit`, `next_year`, `recognitions`, `replicate`, `notes`. A province counts all its communes. Reckoned live until it is closed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from gandan.measures.periods import Period
from gandan.places.models import Agency
from gandan.reforms.actions.following_up import NEXT_YEAR
from gandan.reforms.models import Adoption, DeclaredFigure, Difficulty, Launch, Recognition, Reform, ReformDocument
from gandan.reports.registry import covered_by

from ..models import Directive
from ..workflow import Status
from .counting import counted, habit, year
from .modelling import declared_series, launch_lines, merged, model_data, unit_lines

REPLICATE = "replicate"


def inside(agency: Agency) -> Q:
    """Rows whose `agency` the report answers for: a commune with its parts, or a province with all of its units."""
    if agency.commune_id is None:
        return Q(agency__province=agency) | Q(agency=agency)
    return Q(agency__commune=agency.commune_id)


def year_data(agency: Agency, number: int, now: datetime) -> dict[str, Any]:
    """The report of the agency for the year `number`, with figures as of `now`."""
    period = year(number)
    adoptions = list(_adoptions(agency, period))
    declared = list(DeclaredFigure.objects.filter(inside(agency), year=number).select_related("reform").order_by("pk"))
    reforms = sorted({one.reform for one in (*adoptions, *declared)}, key=lambda one: bytes(one.sort_name))
    units = covered_by(agency)
    ground = _Ground(adoptions, declared, units, period, now)
    models = [_model(one, ground) for one in reforms]
    return {
        "year": number, "agency": agency.name, "at": now.isoformat(), "directing": directing(agency, reforms, period),
        "continued": [one for one in models if one["first_year"] < number],
        "new": [one for one in models if one["first_year"] >= number],
        **_noted(agency, period), "habit": habit(units, period, now), "next_year": _next_year(adoptions),
        "recognitions": _recognitions(agency, number),
        "replicate": [
            {"model": one.reform.name, "unit": one.agency.name} for one in adoptions if one.next_year == REPLICATE
        ],
        "notes": [],
    }  # fmt: skip


def _adoptions(agency: Agency, period: Period) -> Any:
    """Running on some day of the year."""
    rows = Adoption.objects.filter(inside(agency), started_on__lte=period.end)
    rows = rows.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=period.start))
    return rows.select_related("reform", "agency__commune", "responsible").order_by("agency__sort_name", "pk")


@dataclass(frozen=True)
class _Ground:
    """What every model of the report is told from."""

    adoptions: Sequence[Adoption]
    declared: Sequence[DeclaredFigure]
    units: Sequence[Agency]
    period: Period
    now: datetime


def _model(reform: Reform, ground: _Ground) -> dict[str, Any]:
    period = ground.period
    own = [one for one in ground.adoptions if one.reform_id == reform.pk]
    communes = {one.agency.commune_id for one in own}
    run_by = [one for one in ground.units if one.pk in communes]
    told = declared_series(one for one in ground.declared if one.reform_id == reform.pk)
    settings = [each for one in own for each in one.settings]
    named = [{"unit": name, "status": "", "started_on": "", "responsible": ""} for name in _named(told)]
    starts = [one.started_on.year for one in own if one.started_on]
    return {
        **model_data(reform, units=unit_lines(own) or named, settings=settings, day=min(period.end, ground.now.date())),
        "first_year": min(starts) if starts else reform.year or period.start.year,
        "series": merged(told, counted(reform.code, run_by, period, ground.now)),
        "launches": _launches(reform, ground.units, period),
    }


def _named(series: Sequence[dict[str, Any]]) -> list[str]:
    """Units that documents name with figures, each once."""
    return list(dict.fromkeys(row["unit"] for one in series for row in one["rows"]))


def _launches(reform: Reform, units: Sequence[Agency], period: Period) -> list[dict[str, Any]]:
    rows = Launch.objects.filter(reform=reform, on__range=(period.start, period.end), agency__commune__in=units)
    return launch_lines(rows.order_by("on", "pk"))


def directing(agency: Agency, reforms: Sequence[Reform], period: Period) -> list[dict[str, Any]]:
    """Documents of the year: directives issued and received, and those kept with the models; each number once."""
    span = {"issued_on__range": (period.start, period.end)}
    own = Directive.objects.filter(Q(issuer=agency) | Q(receipts__agency=agency), **span).exclude(status=Status.DRAFT)
    rows = [
        {"number": one.number, "on": one.issued_on.isoformat(), "issuer": one.issuer_name, "subject": one.subject, "note": ""}
        for one in own.distinct()
    ]  # fmt: skip
    for kept in ReformDocument.objects.filter(reform__in=reforms, **span).order_by("issued_on", "pk"):
        rows.append({
            "number": kept.number, "on": kept.issued_on.isoformat() if kept.issued_on else "", "issuer": kept.issuer,
            "subject": kept.subject, "note": "; ".join(one for one in (kept.note, _role(kept)) if one),
        })  # fmt: skip
    once = {(one["number"], one["on"]): one for one in reversed(rows)}
    return sorted(once.values(), key=lambda one: (one["on"], one["number"]))


def _role(kept: ReformDocument) -> str:
    return "văn bản thống nhất thực hiện mô hình" if kept.role == "agrees" else ""


def _noted(agency: Agency, period: Period) -> dict[str, list[dict[str, Any]]]:
    """What units noted in the year (S4.22), advantages apart from difficulties."""
    is_province = agency.commune_id is None
    path = (
        {"adoption__agency__province": agency.pk} if is_province else {"adoption__agency__commune": agency.commune_id}
    )
    rows = Difficulty.objects.filter(**path, at__date__range=(period.start, period.end))
    told: dict[str, list[dict[str, Any]]] = {"advantages": [], "difficulties": []}
    for one in rows.select_related("adoption__reform", "adoption__agency").order_by("at"):
        line = {
            "unit": one.adoption.agency.name,
            "model": one.adoption.reform.name,
            "text": one.text,
            "answer": one.answer,
        }
        told["advantages" if one.is_advantage else "difficulties"].append(line)
    return told


def _next_year(adoptions: Sequence[Adoption]) -> list[dict[str, Any]]:
    """What was decided for the year after (S4.23)."""
    return [
        {"model": one.reform.name, "unit": one.agency.name, "text": NEXT_YEAR.get(one.next_year, one.next_year)}
        for one in adoptions
        if one.next_year
    ]


def _recognitions(agency: Agency, number: int) -> list[dict[str, Any]]:
    rows = Recognition.objects.filter(inside(agency), year=number).select_related("reform", "agency")
    return [
        {
            "model": one.reform.name, "unit": one.agency.name, "level": one.get_level_display(),
            "status": one.get_status_display(), "decision": one.decision_no, "reason": one.reason,
        }
        for one in rows.order_by("reform__sort_name")
    ]  # fmt: skip
