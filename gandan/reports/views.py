"""Pages of reports: the list, one report of a period, its workbook, and reports that were closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.measures.periods import CHOICES, Period, chosen
from gandan.people.access import LeaderRequest, OfficerRequest, leader, officer
from gandan.people.models import Role
from gandan.places.models import Agency
from gandan.ui.views.files import as_file

from . import actions
from .models import FrozenReport
from .registry import Report, Sheet, all_reports, covered_by, report_named
from .sealing import fingerprint
from .workbook import workbook


@dataclass(frozen=True)
class Cell:
    now: int
    frozen: int | None


@officer
def index(request: OfficerRequest) -> HttpResponse:
    """The reports there are, and those already closed."""
    frozen = FrozenReport.objects.filter(agency=request.commune).select_related("frozen_by")
    return render(request, "reports/officer/index.html", {"reports": all_reports(), "frozen": frozen})


@officer
def report(request: OfficerRequest, name: str) -> HttpResponse:
    return _report(request, _found(name), request.commune, may_freeze=request.office.holds(Role.CLERK))


@leader
def province_report(request: LeaderRequest, name: str) -> HttpResponse:
    """The same report for whom the leader answers: the commune, or all communes of the province."""
    return _report(request, _found(name), request.office.commune or request.office.agency, may_freeze=False)


def _report(request: Any, found: Report, agency: Agency, *, may_freeze: bool) -> HttpResponse:
    now = timezone.now()
    period = chosen(request.GET, localdate(now), default="thang-truoc")
    sheet = found.fill(covered_by(agency), period, now)
    if request.GET.get("dang") == "xlsx":
        return _file(found, sheet, agency, period)
    facts = {
        "report": found, "period": period, "rows": _rows(sheet, None), "choices": _choices(request.GET.get("ky", "")),
        "is_over": period.end < localdate(now), "may_freeze": may_freeze, "agency": agency, "now": now,
        "frozen": FrozenReport.objects.filter(agency=agency, name=found.name, start=period.start, end=period.end).first(),
    }  # fmt: skip
    return render(request, "reports/officer/report.html", facts)


@require_POST
@officer(Role.CLERK)
def freeze(request: OfficerRequest, name: str) -> HttpResponse:
    now = timezone.now()
    frozen = actions.freeze(
        _found(name), of=request.commune, period=chosen(request.POST, localdate(now)), by=request.user, now=now
    )
    return redirect("reports:frozen", frozen.pk)


@officer
def frozen(request: OfficerRequest, pk: int) -> HttpResponse:
    """A closed report beside the figures as they would be today."""
    closed = get_object_or_404(
        FrozenReport.objects.select_related("frozen_by", "agency"), pk=pk, agency=request.commune
    )
    found = _found(closed.name)
    sheet = found.sheet_of(closed.data)
    if request.GET.get("dang") == "xlsx":
        return _file(found, sheet, request.commune, closed.period)
    live = found.fill(covered_by(request.commune), closed.period, timezone.now())
    rows = _rows(live, sheet)
    facts = {
        "report": found, "frozen": closed, "period": closed.period, "rows": rows, "agency": request.commune,
        "has_changed": any(cell.frozen != cell.now for _, cells in rows for cell in cells),
        "is_whole": fingerprint(closed.data) == closed.sha256,
    }  # fmt: skip
    return render(request, "reports/officer/frozen.html", facts)


def _found(name: str) -> Report:
    try:
        return report_named(name)
    except RuleBroken as unknown:
        raise Http404(str(unknown)) from None


def _choices(current: str) -> list[dict[str, Any]]:
    return [
        {"href": f"?ky={word}", "label": label, "count": None, "is_current": word == (current or "thang-truoc")}
        for word, (label, _) in CHOICES.items()
    ]


def _rows(sheet: Sheet, closed: Sheet | None) -> list[tuple[str, list[Cell]]]:
    """Every field of either sheet and the total last; the cells of the closed one where there is one."""
    live, then = dict(sheet.lines), dict(closed.lines) if closed else {}
    empty = {column.key: 0 for column in sheet.columns}
    lines = [(label, live.get(label, empty), then.get(label, empty)) for label in sorted({*live, *then})]
    lines.append(("Tổng số", sheet.total, closed.total if closed else empty))
    return [
        (label, [Cell(now[c.key], was[c.key] if closed else None) for c in sheet.columns]) for label, now, was in lines
    ]


def _file(found: Report, sheet: Sheet, agency: Agency, period: Period) -> HttpResponse:
    name = f"{found.name}_{agency.code}_{period.start:%Y%m%d}_{period.end:%Y%m%d}.xlsx"
    return as_file(workbook(found, sheet, agency=agency.name, period=period), name)
