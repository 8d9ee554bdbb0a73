"""Reports of the models: what is due, the report of a year, files of every report, declared figures from a table."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.reforms.actions import import_declared as import_figures
from gandan.reforms.declared_rows import COLUMNS, SAMPLE
from gandan.reforms.models import Recognition
from gandan.reports.sealing import fingerprint

from .. import actions
from ..forms import DeclaredFileForm, YearReportForm
from ..models import PeriodReport, ReportRound, Synthesis, YearReport
from ..models.yearly import SECTIONS, opens_on
from ..reporting import due, making
from ..reporting.figures import Wording
from ..reporting.history import shipped
from ..reporting.making import Paper
from ..reporting.spreadsheet import rows_of
from ..reporting.yearly import inside
from .desk import Desk
from .report_files import as_page, as_table, drawn

EARLIEST = 2000


def index(desk: Desk) -> HttpResponse:
    """Every report we owe, with its state; the province sees its communes' as well."""
    now = timezone.now()
    facts: dict[str, Any] = {"lines": due.lines(desk.office, now), "sections": SECTIONS, "shipped": shipped()}
    facts["recognitions"] = _recognitions(desk).order_by("-submitted_at")
    if desk.commune is None:
        facts["communes"] = due.communes(desk.issuer, due.year_due(now), now)
        facts["year"] = due.year_due(now)
    return desk.show("reports/index.html", **facts)


# --- The year ------------------------------------------------------------------------------------------------------------


def _year(desk: Desk, year: int) -> int:
    if not EARLIEST <= year <= localdate().year:
        raise Http404
    return year


def _own(desk: Desk, year: int) -> YearReport | None:
    return (
        YearReport.objects.filter(agency=desk.issuer, year=_year(desk, year))
        .select_related("agency", "sent_by")
        .first()
    )


def year_report(desk: Desk, year: int) -> HttpResponse:
    """The report as it is, live until it is sent."""
    held, now = _own(desk, year), timezone.now()
    return desk.show(
        "reports/year.html", year=year, held=held, **as_page(making.year_paper(desk.issuer, year, held, now)), agency=desk.issuer,
        opens_on=opens_on(year), is_open=localdate(now) >= opens_on(year), state=due.state_of_year(held, year, now),
        is_whole=held is None or not held.is_sent or fingerprint(held.data) == held.sha256,
    )  # fmt: skip


def year_report_file(desk: Desk, year: int, kind: str) -> HttpResponse:
    return drawn(making.year_paper(desk.issuer, year, _own(desk, year), timezone.now()), kind)


def write_year_report(desk: Desk, year: int) -> HttpResponse:
    held = _own(desk, year)
    told = {"number": held.number, "signer": held.signer, "is_cut": held.is_cut, "keeps_about": held.keeps_about,
            **held.texts} if held else {}  # fmt: skip
    form = YearReportForm(desk.request.POST) if desk.request.method == "POST" else YearReportForm(initial=told)
    if desk.request.method == "POST" and form.is_valid():
        actions.write_year_report(desk.issuer, year=year, words=form.words(), by=desk.user, now=timezone.now())
        messages.success(desk.request, "Đã lưu.")
        return desk.go("year_report", year)
    return desk.show(
        "form.html",
        form=form,
        title=f"Soạn báo cáo mô hình năm {year}",
        press="Lưu",
        back=desk.url("year_report", year),
    )


def send_year_report(desk: Desk, year: int) -> HttpResponse:
    held = _own(desk, year)
    if held is None:
        raise RuleBroken("Báo cáo chưa được lập. Bấm “Soạn phần lời”, lưu, rồi gửi.")
    actions.send_year_report(held, by=desk.user, now=timezone.now())
    messages.success(desk.request, "Đã chốt và gửi. Số liệu giữ nguyên từ lúc này.")
    return desk.go("year_report", year)


def _sent(desk: Desk, pk: int) -> YearReport:
    seen = YearReport.objects.seen_by(desk.office).select_related("agency__province", "sent_by")
    return get_object_or_404(seen, pk=pk)


def sent_year_report(desk: Desk, pk: int) -> HttpResponse:
    """A report as it was sent, for the level above."""
    held, now = _sent(desk, pk), timezone.now()
    return desk.show(
        "reports/year.html", year=held.year, held=held, **as_page(making.year_paper(held.agency, held.year, held, now)),
        agency=held.agency, is_open=False, opens_on=opens_on(held.year), state=due.state_of_year(held, held.year, now),
        is_whole=not held.is_sent or fingerprint(held.data) == held.sha256,
    )  # fmt: skip


def sent_year_report_file(desk: Desk, pk: int, kind: str) -> HttpResponse:
    held = _sent(desk, pk)
    return drawn(making.year_paper(held.agency, held.year, held, timezone.now()), kind)


def _history(document: str, wording: Wording) -> Paper:
    try:
        return making.history_paper(document, wording)
    except RuleBroken as missing:
        raise Http404(str(missing)) from None


def _chosen(desk: Desk) -> Wording:
    return Wording(is_cut=desk.request.GET.get("le") == "cat", keeps_about="hon" in desk.request.GET)


def history_report(desk: Desk, document: str) -> HttpResponse:
    """The report of another place, rebuilt from the registry with its declared figures."""
    wording = _chosen(desk)
    return desk.show("reports/history.html", document=document, wording=wording, **as_page(_history(document, wording)))


def history_file(desk: Desk, document: str, kind: str) -> HttpResponse:
    return drawn(_history(document, _chosen(desk)), kind)


# --- Quarter, half year, recognition -----------------------------------------------------------------------------------------


def synthesis_file(desk: Desk, pk: int, kind: str) -> HttpResponse:
    rows = Synthesis.objects.seen_by(desk.office).select_related("directive", "agency__province")
    return drawn(making.quarter_paper(get_object_or_404(rows, pk=pk)), kind)


def report_file(desk: Desk, pk: int, kind: str) -> HttpResponse:
    """Our unit's half year, or one of a round of ours."""
    mine = Q(round__issuer=desk.issuer)
    if desk.commune:
        mine |= Q(agency=desk.office.agency) | Q(agency=desk.commune)
    rows = PeriodReport.objects.filter(mine).select_related("round__issuer", "agency__province", "agency__commune")
    return drawn(making.half_year_paper(get_object_or_404(rows, pk=pk), timezone.now()), kind)


def round_file(desk: Desk, pk: int, kind: str) -> HttpResponse:
    one = get_object_or_404(ReportRound.objects.select_related("issuer"), pk=pk, issuer=desk.issuer)
    return drawn(making.round_paper(one, timezone.now()), kind)


def _recognitions(desk: Desk) -> Any:
    return Recognition.objects.filter(inside(desk.issuer)).select_related(
        "reform", "agency__province", "agency__commune"
    )


def recognition_file(desk: Desk, pk: int, kind: str) -> HttpResponse:
    return drawn(making.claim_paper(get_object_or_404(_recognitions(desk), pk=pk)), kind)


# --- Declared figures ---------------------------------------------------------------------------------------------------------


def import_declared(desk: Desk) -> HttpResponse:
    """All rows or none; broken rows are listed with their reason."""
    form = (
        DeclaredFileForm(desk.request.POST, desk.request.FILES) if desk.request.method == "POST" else DeclaredFileForm()
    )
    done = None
    if desk.request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        rows = rows_of(file.name, file.read())
        done = import_figures(rows, agency=desk.issuer, by=desk.user, now=timezone.now())
        if not done.broken:
            messages.success(desk.request, f"Đã nhập {done.kept} số liệu, {done.same} số liệu đã có từ trước.")
            return desk.go("model_reports")
    return desk.show("reports/import.html", form=form, done=done, columns=COLUMNS, sample=SAMPLE)


def declared_sample(desk: Desk, kind: str) -> HttpResponse:
    return as_table("mau-so-lieu-mo-hinh", COLUMNS, SAMPLE, kind)
