"""The legal calendar: a year at a glance, its days, its confirmation, and the try-out box."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import urlencode

from gandan.core.tables import as_csv
from gandan.core.vietnamese import say_day
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.places import actions
from gandan.places.calendars import calendar_of
from gandan.places.forms import DayOfYearForm, TryOutForm, YearForm
from gandan.places.models import CalendarDay, CalendarYear, DayKind
from gandan.places.reading import CALENDAR_YEARS, DAY_COLUMNS, read_days
from gandan.places.year_grid import year_grid
from gandan.ui.views.files import as_file

from .upload import Upload, import_in_two_steps

EDITORS = (Role.CLERK, Role.ADMINISTRATOR)
REMINDED_FROM_MONTH = 10


@officer
def calendar(request: OfficerRequest) -> HttpResponse:
    today = timezone.localdate()
    year = _year(request.GET.get("nam", ""), today)
    days = list(CalendarDay.objects.in_year(year))
    confirmed = {one.year: one for one in CalendarYear.objects.filter(year__in=[year, today.year + 1])}
    page = {
        "year": year,
        "chips": [_chip(other, year) for other in range(year - 2, year + 3) if other in CALENDAR_YEARS],
        "months": year_grid(year, {day.day: _mark(day) for day in days}, today=today),
        "days": days,
        "confirmed": confirmed.get(year),
        "missing_year": _missing_year(today, confirmed),
        "can_edit": request.office.holds(*EDITORS),
        **_try_out(request),
    }
    return render(request, "places/officer/calendar.html", page)


@officer(*EDITORS)
def set_day(request: OfficerRequest, day: str = "") -> HttpResponse:
    """A new day, or (with `day`) another kind, name or basis for one."""
    found = get_object_or_404(CalendarDay, day=_day(day)) if day else None
    form = DayOfYearForm(request.POST or None, initial=_initial(request, found))
    if found:
        form.fields["day"].disabled = True
    if request.method == "POST" and form.is_valid():
        written = actions.set_day(form.row(), by=request.user)
        messages.success(request, f"Đã ghi {say_day(written.day)}: {written.name}.")
        return redirect(_page_of(written.day.year))
    return render(
        request, "places/officer/set_day.html", {"form": form, "found": found, "back": _page_of(_year_of(found))}
    )


@officer(*EDITORS)
def remove_day(request: OfficerRequest, day: str) -> HttpResponse:
    found = get_object_or_404(CalendarDay, day=_day(day))
    if request.method == "POST":
        row = actions.remove_day(found, by=request.user)
        told = urlencode({"day": f"{row.day:%d/%m/%Y}", "kind": row.kind, "name": row.name, "basis": row.basis})
        again = f"{reverse('places:set_day')}?{told}"
        messages.success(request, format_html('Đã xóa {}. <a href="{}">Ghi lại ngày này</a>', say_day(row.day), again))
        return redirect(_page_of(row.day.year))
    page = {
        "title": f"Xóa ngày {found.day:%d/%m/%Y}",
        "text": f"{found.name} ({found.get_kind_display().lower()}). Hạn tính từ lúc này sẽ không kể đến ngày đó nữa; "
        "ngày đã hẹn giữ nguyên.",
        "button": "Xóa ngày này",
        "back": _page_of(found.day.year),
    }
    return render(request, "places/officer/confirm.html", page)


@officer(*EDITORS)
def import_calendar(request: OfficerRequest) -> HttpResponse:
    upload = Upload(
        title="Nạp lịch nghỉ từ tệp CSV",
        columns=f"day,kind,name,basis. Loại ngày (kind): {', '.join(DayKind.values)}",
        back=reverse("places:calendar"),
        read=read_days,
        write=lambda rows: actions.import_calendar(rows, by=request.user),
    )
    return import_in_two_steps(request, upload)


@officer
def export_calendar(request: OfficerRequest, year: int) -> HttpResponse:
    """The days of a year as CSV, in the columns that can be imported."""
    days = CalendarDay.objects.in_year(_year(str(year), timezone.localdate()))
    rows = [(day.day.isoformat(), day.kind, day.name, day.basis) for day in days]
    return as_file(as_csv(list(DAY_COLUMNS), rows), f"lich-{year}.csv")


@officer(*EDITORS)
def confirm_year(request: OfficerRequest, year: int) -> HttpResponse:
    form = YearForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.confirm_year(year, basis=form.cleaned_data["basis"], by=request.user, now=timezone.now())
        messages.success(request, f"Năm {year} đã nhập đủ. Ngày hẹn chạm năm {year} không còn là tạm tính.")
        return redirect(_page_of(year))
    days = CalendarDay.objects.in_year(_year(str(year), timezone.localdate()))
    page = {"form": form, "year": year, "days": days, "back": _page_of(year)}
    return render(request, "places/officer/confirm_year.html", page)


@officer(*EDITORS)
def unconfirm_year(request: OfficerRequest, year: int) -> HttpResponse:
    if request.method == "POST":
        actions.unconfirm_year(year, by=request.user)
        messages.success(request, f"Đã bỏ xác nhận năm {year}.")
        return redirect(_page_of(year))
    page = {
        "title": f"Bỏ xác nhận năm {year}",
        "text": f"Mọi ngày hẹn mới chạm năm {year} sẽ ghi là tạm tính, cho tới khi có người xác nhận lại.",
        "button": "Bỏ xác nhận",
        "back": _page_of(year),
    }
    return render(request, "places/officer/confirm.html", page)


def _try_out(request: OfficerRequest) -> dict[str, Any]:
    """The try-out box and, when something was asked, its answer."""
    now = timezone.localtime()
    if "count" not in request.GET:
        return {"form": TryOutForm(initial={"day": now.date(), "clock": now.time(), "count": 3})}
    form = TryOutForm(request.GET)
    if not form.is_valid():
        return {"form": form}
    answer = form.answer(calendar_of(request.commune, on=form.cleaned_data["day"]))
    return {"form": form, "answer": answer, "working": answer.working.as_json() if answer else None}


def _missing_year(today: date, confirmed: dict[int, CalendarYear]) -> int | None:
    """Next year, when the last quarter has begun and nobody confirmed it."""
    following = today.year + 1
    return following if today.month >= REMINDED_FROM_MONTH and following not in confirmed else None


def _mark(day: CalendarDay) -> tuple[str, str]:
    look = "makeup" if day.kind == DayKind.MAKEUP else "off"
    return look, f"{day.get_kind_display()}: {day.name}"


def _initial(request: OfficerRequest, found: CalendarDay | None) -> dict[str, Any]:
    if found:
        return {"day": found.day, "kind": found.kind, "name": found.name, "basis": found.basis}
    return {name: request.GET[name] for name in DAY_COLUMNS if name in request.GET}


def _chip(other: int, year: int) -> dict[str, object]:
    return {"href": _page_of(other), "label": f"Năm {other}", "count": None, "is_current": other == year}


def _page_of(year: int) -> str:
    return f"{reverse('places:calendar')}?nam={year}"


def _year_of(found: CalendarDay | None) -> int:
    return found.day.year if found else timezone.localdate().year


def _year(text: str, today: date) -> int:
    if not text:
        return today.year
    if not text.isdecimal() or len(text) > 4 or int(text) not in CALENDAR_YEARS:
        raise Http404
    return int(text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
