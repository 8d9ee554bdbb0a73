"""Scans that stand for the second copy: keep one, find them by customer, leader and month."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet, Sum
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime

from gandan.core.vietnamese import fold
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import User
from gandan.ui.views.files import as_file
from gandan.ui.views.pressing import press

from ... import actions
from ...forms.returning import KeepScanForm, KeptScansForm
from ...models import Result, UnderProgramme
from ...register_book import MOST_ENTRIES, said, sheet_of
from ...returning import ONE_COPY
from .finding import ask, done, find_for, need, sent_with_files

A_PAGE = 50
HEADERS = ("TT", "Mã hồ sơ", "Thủ tục", "Khách hàng", "Lãnh đạo ký", "Ngày ký", "Số kết quả", "Trả kết quả")


@officer
def keep_scan(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "keep_scan")
    form = KeepScanForm(*sent_with_files(request))
    if press(
        request,
        form,
        lambda: actions.keep_scan(dossier, upload=form.cleaned_data["file"], by=request.user, now=localtime()),
    ):
        return done(request, dossier, "Đã lưu bản quét. Hồ sơ trả kết quả được.")
    return ask(request, dossier, "keep_scan", form, result=dossier.results.last())


@officer
def kept_scans(request: OfficerRequest) -> HttpResponse:
    """“Bản lưu quét”: on screen or as XLSX."""
    need(request, "file")
    scans = _scans(request)
    leaders = User.objects.filter(pk__in=scans.order_by().values("approved_by")).order_by("sort_name")
    months = [one.date() for one in scans.datetimes("issued_at", "month", order="DESC")]
    form = KeptScansForm(request.GET, leaders=leaders, months=months)
    found = _matching(scans, form.cleaned_data) if form.is_valid() else scans.none()
    if request.GET.get("dang") == "xlsx":
        return as_file(_book(found[:MOST_ENTRIES]), "ban-luu-quet.xlsx")
    context = {
        "form": form, "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")), "saved": _saved(request),
        "is_narrowed": any(form.data.get(form.add_prefix(name)) for name in form.fields),
    }  # fmt: skip
    return render(request, "dossiers/officer/kept_scans.html", context)


def _scans(request: OfficerRequest) -> QuerySet[Result]:
    """Results with a file of dossiers done on one copy, newest first."""
    marked = UnderProgramme.objects.filter(kind=ONE_COPY, dossier__commune=request.commune)
    kept = Result.objects.filter(dossier__in=marked.values("dossier")).exclude(file="")
    return kept.select_related("dossier__procedure", "approved_by").order_by("-issued_at", "-pk")


def _matching(scans: QuerySet[Result], asked: dict[str, Any]) -> QuerySet[Result]:
    if asked["q"]:
        scans = scans.filter(dossier__search__contains=fold(asked["q"]))
    if asked["leader"]:
        scans = scans.filter(approved_by=asked["leader"])
    if asked["month"]:
        month = date.fromisoformat(f"{asked['month']}-01")
        scans = scans.filter(issued_at__year=month.year, issued_at__month=month.month)
    return scans


def _saved(request: OfficerRequest) -> int:
    """Sheets saved since the programme began, of dossiers already returned."""
    marked = UnderProgramme.objects.filter(kind=ONE_COPY, dossier__commune=request.commune)
    return marked.filter(dossier__returned_at__isnull=False).aggregate(sheets=Sum("saved_sheets"))["sheets"] or 0


def _book(found: QuerySet[Result]) -> bytes:
    return sheet_of(HEADERS, [_line(number, one) for number, one in enumerate(found, start=1)])


def _line(number: int, one: Result) -> tuple[object, ...]:
    dossier = one.dossier
    return (
        number, dossier.code, dossier.procedure.short_name, dossier.applicant_name, one.approved_by.full_name,
        said(one.issued_at), one.number or "chưa có", said(dossier.returned_at),
    )  # fmt: skip
