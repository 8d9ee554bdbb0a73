"""The roster by week: who keeps which channel, holes in red words, files, the signed assignment."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.documents.drawing import as_pdf
from gandan.outreach.reading import read_table
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.ui.views.files import as_file, as_table
from gandan.ui.views.pressing import press

from .. import actions, files, papers, roster
from ..forms import DutyForm, FileForm, IssueForm, ReasonForm, SubstituteForm, monday_of, people_of
from ..models import DutyShift, RosterOrder
from .finding import keeps, may_keep, of_the_commune, tabs

WEEK = timedelta(days=7)
RECENT = 12


def _week_page(request: OfficerRequest, form: DutyForm, pressed: Any = None) -> HttpResponse:
    today = localdate(timezone.now())
    monday = monday_of(request.GET.get("tuan", ""), today)
    sunday = monday + timedelta(days=6)
    weeks = roster.weeks_of(request.commune, monday, sunday)
    own = DutyShift.objects.filter(person=request.user, line__commune=request.commune).at(timezone.now())
    facts = {
        "tabs": tabs(request, "roster"), "weeks": weeks, "monday": monday, "sunday": sunday, "today": today, "duty_form": form,
        "form": pressed, "before": monday - WEEK, "after": monday + WEEK, "may_keep": may_keep(request),
        "may_sign": request.office.holds(Role.LEADER),
        "issue": IssueForm(initial={"since": monday, "until": sunday}, auto_id="ky_%s"),
        "orders": RosterOrder.objects.filter(commune=request.commune).select_related("signed_by")[:RECENT],
        "hole_hours": sum(one.hole_hours for one in weeks), "own": own.select_related("line"),
    }  # fmt: skip
    return render(request, "hotline/officer/roster.html", facts)


@officer
def roster_page(request: OfficerRequest) -> HttpResponse:
    """A week; a shift is added below."""
    if request.method == "POST":
        keeps(request)
    monday = monday_of(request.GET.get("tuan", ""), localdate(timezone.now()))
    form = DutyForm(
        request.POST or None, commune=request.commune, initial={"day": monday, "starts": "07:00", "ends": "19:00"}
    )
    if press(request, form, lambda: actions.put_on_duty(form.duty(), by=request.user, now=timezone.now())):
        messages.success(request, "Đã xếp ca.")
        return redirect(_address(form.cleaned_data["day"]))
    return _week_page(request, form, form if form.errors else None)


def _address(day: Any) -> str:
    return f"{reverse('hotline:roster')}?tuan={day:%Y-%m-%d}"


@officer
@require_POST
def copy_week(request: OfficerRequest) -> HttpResponse:
    keeps(request)
    monday = monday_of(request.POST.get("tuan", ""), localdate(timezone.now()))
    made = actions.copy_week(request.commune, monday, by=request.user, now=timezone.now())
    messages.success(request, f"Đã chép {made} ca từ tuần trước.")
    return redirect(_address(monday))


@officer
def export_roster(request: OfficerRequest) -> HttpResponse:
    """A week as CSV, as it can be read back."""
    of_the_commune(request)
    monday = monday_of(request.GET.get("tuan", ""), localdate(timezone.now()))
    rows = DutyShift.objects.filter(line__commune=request.commune).touching(monday, monday + timedelta(days=6))
    told = files.duty_rows(rows.select_related("line", "person"))
    return as_table(f"lich-truc-{monday:%Y%m%d}.csv", "Lịch trực", files.DUTY_HEADS, told)


@officer
def import_roster(request: OfficerRequest) -> HttpResponse:
    keeps(request)
    form = FileForm(request.POST or None, request.FILES or None)
    told: list[int] = []

    def take() -> None:
        file = form.cleaned_data["file"]
        try:
            rows = files.read_duties(
                read_table(file.name, file.read()), list(roster.lines_of(request.commune).select_related("commune")),
                list(people_of(request.commune)),
            )  # fmt: skip
        except ValidationError as wrong:
            form.add_error("file", wrong)
            return
        told.append(actions.import_shifts(request.commune, rows, by=request.user, now=timezone.now()))

    if press(request, form, take) and told:
        messages.success(request, f"Đã nạp {told[0]} ca trực.")
        return redirect("hotline:roster")
    return render(request, "hotline/officer/import.html", {
        "form": form, "heads": files.DUTY_HEADS, "title": "Nạp lịch trực", "back": "hotline:roster",
    })  # fmt: skip


def _shift(request: OfficerRequest, pk: int) -> DutyShift:
    rows = DutyShift.objects.filter(line__commune=request.commune).select_related("line__commune", "person")
    return get_object_or_404(rows, pk=pk)


@officer
def shift(request: OfficerRequest, pk: int) -> HttpResponse:
    """Hand-over by whoever keeps it; a substitute, or off the roster."""
    one = _shift(request, pk)
    before = DutyShift.objects.filter(line=one.line, ends_at__lte=one.starts_at).select_related("person").last()
    facts = {
        "shift": one, "before": before, "hand_over": ReasonForm(None), "form": SubstituteForm(None, commune=request.commune),
        "is_own": one.person_id == request.user.pk, "may_keep": may_keep(request), "now": timezone.now(),
    }  # fmt: skip
    return render(request, "hotline/officer/shift.html", facts)


@officer
@require_POST
def hand_over(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _shift(request, pk)
    actions.hand_over(one, request.POST.get("reason", ""), by=request.user, now=timezone.now())
    messages.success(request, "Đã ghi bàn giao.")
    return redirect("hotline:shift", pk)


@officer
@require_POST
def take_off_duty(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _shift(request, pk)
    keeps(request)
    form = SubstituteForm(request.POST, commune=request.commune)
    substitute = form.cleaned_data["substitute"] if form.is_valid() else None
    day = localdate(one.starts_at)
    actions.take_off_duty(one, substitute=substitute, by=request.user, now=timezone.now())
    messages.success(request, "Đã đổi người trực." if substitute else "Đã bỏ ca trực.")
    return redirect(_address(day))


@officer
@require_POST
def issue_roster(request: OfficerRequest) -> HttpResponse:
    of_the_commune(request)
    if not request.office.holds(Role.LEADER):
        return redirect("hotline:roster")
    form = IssueForm(request.POST)
    made: list[RosterOrder] = []
    if press(request, form, lambda: made.append(
        actions.issue_roster(request.commune, actions.Term(**form.cleaned_data), by=request.user, now=timezone.now())
    )):  # fmt: skip
        messages.success(request, "Đã ký phân công trực.")
        return redirect(_address(made[0].since))
    return _week_page(request, DutyForm(None, commune=request.commune), form)


@officer
def assignment(request: OfficerRequest, pk: int) -> HttpResponse:
    """The document of the assignment, with the roster as it stands."""
    of_the_commune(request)
    order = get_object_or_404(
        RosterOrder.objects.select_related("commune__province", "signed_by"), pk=pk, commune=request.commune
    )
    shifts = DutyShift.objects.filter(line__commune=order.commune).touching(order.since, order.until)
    sheet = papers.assignment(order, list(shifts.select_related("line__unit", "person").order_by("line", "starts_at")))
    return as_file(as_pdf(sheet), f"phan-cong-truc-{order.since:%Y%m%d}.pdf", is_shown=True)
