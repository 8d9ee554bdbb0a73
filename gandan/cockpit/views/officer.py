"""What all staff of a commune see: the same figures as the leader, and the dossiers behind each."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.timezone import localdate, localtime

from gandan.cockpit.boards import OTHERS, board_of
from gandan.cockpit.inquiry import Inquiry
from gandan.cockpit.labels import CHANNELS, OUTCOMES
from gandan.core.tables import Cell
from gandan.dossiers.measures import dossiers_behind
from gandan.dossiers.models import Dossier
from gandan.dossiers.workflow import Status
from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import as_table

from .measure import Place, found, measure_page

PAGE = 50
HEADS = ("Mã hồ sơ", "Thủ tục", "Lĩnh vực", "Kênh nộp", "Tiếp nhận", "Hẹn trả", "Có kết quả", "Kết thúc khác", "Trạng thái",
         "Đúng hay quá hạn", "Giờ làm việc đã dùng")  # fmt: skip
COLUMNS = ("code", "procedure__short_name", "procedure__field", "channel", "received_at", "due_at", "settled_at", "ended_at",
           "status", "outcome", "working_minutes")  # fmt: skip
SHOWN = ("code", "procedure__short_name", "channel", "received_at", "due_at", "settled_at", "status", "outcome",
         "working_minutes")  # fmt: skip


@officer
def dashboard(request: OfficerRequest) -> HttpResponse:
    now = timezone.now()
    facts = {"board": board_of(request.commune, now), "now": now, "route": "cockpit:officer_measure", "others": OTHERS}
    return render(request, "cockpit/officer/dashboard.html", facts)


@officer
def officer_measure(request: OfficerRequest, name: str) -> HttpResponse:
    commune = request.commune
    return measure_page(
        request, name, Place([commune], commune.name, commune, "cockpit:officer_measure", "cockpit:dashboard")
    )


@officer
def rows(request: OfficerRequest, name: str) -> HttpResponse:
    """The dossiers behind a figure of the commune: a list, CSV or XLSX. No names in files."""
    now = timezone.now()
    inquiry = Inquiry.of(found(name), request.GET, localdate(now))
    if not inquiry.is_of_dossiers:
        raise Http404(f"Đằng sau “{inquiry.measure.label}” không phải là hồ sơ.")
    dossiers = _behind(request, inquiry, now)
    title = f"{inquiry.measure.label}, {inquiry.period.label.lower()}"
    if (kind := request.GET.get("dang")) in ("csv", "xlsx"):
        return _file(kind, title, dossiers)
    page = Paginator(dossiers.select_related("procedure").only(*SHOWN), PAGE).get_page(request.GET.get("page"))
    facts = {"inquiry": inquiry, "measure": inquiry.measure, "page": page, "title": title, "outcomes": OUTCOMES,
             "is_numerator": _is_numerator(request)}  # fmt: skip
    return render(request, "cockpit/officer/rows.html", facts)


MOMENTS = frozenset(field.name for field in Dossier._meta.get_fields())
"""By which a list of dossiers can be put in order; figures of trips or marks have moments of their own."""


def _is_numerator(request: OfficerRequest) -> bool:
    return request.GET.get("phan") == "tu-so"


def _behind(request: OfficerRequest, inquiry: Inquiry, now: datetime) -> QuerySet[Dossier]:
    """A partner agency sees only what was handed to it."""
    scope = inquiry.scope([request.commune.pk], now)
    measure = inquiry.measure
    behind = dossiers_behind(measure.counted(scope) if _is_numerator(request) else measure.rows(scope))
    if request.office.is_partner_only:
        behind = behind.filter(pk__in=Dossier.objects.for_office(request.office).values("pk"))
    moment = measure.of.moment.removeprefix("dossier__")
    return behind.order_by(f"-{moment if moment in MOMENTS else 'submitted_at'}", "-pk")


def _file(kind: str, title: str, dossiers: QuerySet[Dossier]) -> HttpResponse:
    return as_table(f"ho-so.{kind}", title, HEADS, _cells(dossiers.values_list(*COLUMNS).iterator()))


def _cells(rows: Iterable[Any]) -> Iterable[list[Cell]]:
    for code, procedure, field, channel, received, due, settled, ended, status, outcome, minutes in rows:
        yield [
            code, procedure, field, CHANNELS[channel], *(_moment(at) for at in (received, due, settled, ended)),
            str(Status(status).label), OUTCOMES.get(outcome, ""), None if minutes is None else round(minutes / 60, 2),
        ]  # fmt: skip


def _moment(at: datetime | None) -> str:
    return f"{localtime(at):%d/%m/%Y %H:%M}" if at else ""
