"""The statutory papers of a dossier at any moment, and the register of a period."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate, localtime

from gandan.documents.drawing import as_docx, as_pdf
from gandan.documents.sheets import Sheet
from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import as_file

from ... import sheets_officer
from ...forms.officer import PeriodForm
from ...models import Dossier
from ...register_book import MOST_ENTRIES, workbook
from .finding import find, need

DRAWN = {"pdf": as_pdf, "docx": as_docx}


@officer
def printed(request: OfficerRequest, code: str, number: str, kind: str) -> HttpResponse:
    """Mẫu 01 to 06 of one dossier. What is not yet known stays blank or is said to be unknown."""
    dossier = find(request, code)
    make = sheets_officer.FORMS.get(number)
    if make is None or kind not in DRAWN:
        raise Http404
    return file_of(make(dossier, request.user, localtime()), kind, f"mau-{number}-{dossier.code}")


@officer
def cash_receipt(request: OfficerRequest, code: str, payment: int, kind: str) -> HttpResponse:
    """Biên lai of one payment of the dossier."""
    paid = get_object_or_404(find(request, code).payments.select_related("confirmed_by"), pk=payment)
    if kind not in DRAWN:
        raise Http404
    return file_of(sheets_officer.cash_slip(paid), kind, f"bien-lai-{paid.memo.replace(' ', '-')}")


def file_of(sheet: Sheet, kind: str, name: str) -> HttpResponse:
    return as_file(DRAWN[kind](sheet), f"{name}.{kind}", is_shown=kind == "pdf")


@officer
def register(request: OfficerRequest) -> HttpResponse:
    """Mẫu 07, by day of submission: on screen, as PDF, DOCX or XLSX."""
    need(request, "file")
    form, (first, last) = _period(request)
    rows = Dossier.objects.of(request.commune).filter(submitted_at__date__range=(first, last))
    listed = list(rows.select_related("procedure", "agency").order_by("submitted_at", "pk")[:MOST_ENTRIES])
    kind, name = request.GET.get("dang", ""), f"so-theo-doi-{first:%Y%m%d}-{last:%Y%m%d}"
    if kind in DRAWN:
        sheet = sheets_officer.register_sheet(listed, (first, last), request.commune, by=request.user, now=localtime())
        return file_of(sheet, kind, name)
    if kind == "xlsx":
        return as_file(workbook(listed), f"{name}.xlsx")
    context = {"form": form, "dossiers": listed, "first": first, "last": last, "most": MOST_ENTRIES}
    return render(request, "dossiers/officer/register.html", context)


def _period(request: OfficerRequest) -> tuple[PeriodForm, tuple[date, date]]:
    """The days asked for; the present month when none or a wrong one is."""
    today = localdate()
    given = request.GET if "first_day" in request.GET else None
    form = PeriodForm(given, initial={"first_day": today.replace(day=1), "last_day": today})
    if given is not None and form.is_valid():
        first, last = form.cleaned_data["first_day"], form.cleaned_data["last_day"]
        return form, (min(first, last), max(first, last))
    return form, (today.replace(day=1), today)
