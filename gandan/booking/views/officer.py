"""The day's appointments: who comes, who serves, who was here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from gandan.booking import actions, offers
from gandan.booking.actions.booking import Wish
from gandan.booking.forms import AssignForm, DeskForm, OutcomeForm, ReasonForm
from gandan.booking.models import Appointment, DeathCall
from gandan.booking.overtime import HEADS, overtime, rows_of, totals
from gandan.booking.workflow import Status
from gandan.measures.periods import last_months, month_of
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.places.calendar import vietnam_moment
from gandan.programmes.running import in_term
from gandan.ui.views.files import as_table

from .choosing import chosen, day_of, moment_of, services_of
from .roles import STAFF

RELATED = ("procedure", "officer", "ticket", "programme", "agency")
ONE_DAY = timedelta(days=1)
A_WEEK = 7


@dataclass(frozen=True)
class Day:
    day: date
    appointments: list[Appointment]

    @property
    def open_count(self) -> int:
        return sum(one.status != Status.CANCELLED for one in self.appointments)


def _day(request: OfficerRequest, today: date) -> date:
    try:
        return date.fromisoformat(request.GET.get("ngay", ""))
    except ValueError:
        return today


def _days(request: OfficerRequest, first: date, count: int) -> list[Day]:
    start = vietnam_moment(first, time())
    rows = Appointment.objects.of(request.commune).between(start, start + timedelta(days=count))
    by_day: dict[date, list[Appointment]] = {first + number * ONE_DAY: [] for number in range(count)}
    for one in rows.select_related(*RELATED).order_by("starts_at", "place"):
        by_day[localtime(one.starts_at).date()].append(one)
    return [Day(day, found) for day, found in by_day.items()]


@officer(*STAFF)
def day(request: OfficerRequest) -> HttpResponse:
    """One day, or with `tuan` the week around it."""
    today = localtime().date()
    asked = _day(request, today)
    is_week = "tuan" in request.GET
    first = asked - asked.weekday() * ONE_DAY if is_week else asked
    step = A_WEEK if is_week else 1
    waiting = Appointment.objects.of(request.commune).filter(status=Status.REQUESTED, starts_at__gt=localtime())
    page = {
        "days": _days(request, first, step), "day": asked, "first": first, "last": first + (step - 1) * ONE_DAY, "is_week": is_week,
        "today": today, "previous": first - step * ONE_DAY, "following": first + step * ONE_DAY,
        "to_assign": waiting.count(), "calls": DeathCall.objects.of(request.commune).unanswered().count(),
        "is_leader": request.office.holds(Role.LEADER), "has_services": bool(offers.services(request.commune, today)),
    }  # fmt: skip
    return render(request, "booking/officer/day.html", page)


@officer(*STAFF)
def day_list(request: OfficerRequest) -> HttpResponse:
    """The list of a day for the wall behind the counter."""
    asked = _day(request, localtime().date())
    page = {"day": _days(request, asked, 1)[0], "commune": request.commune}
    return render(request, "booking/officer/day_list.html", page)


@officer(*STAFF)
def book(request: OfficerRequest) -> HttpResponse:
    """For somebody on the telephone or at the desk: what, when, who on one page after another."""
    now = localtime()
    picked = chosen(request, request.commune, now.date())
    if picked is None:
        return render(request, "booking/officer/book.html", {"services": services_of(request.commune, now.date())})
    days = offers.free_days(request.commune, picked.rule, now, is_staff=True)
    luc = request.GET.get("luc", "")
    form = DeskForm(request.POST or None)
    if luc and request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        wish = Wish(
            programme_id=picked.rule.programme_id, starts_at=moment_of(luc), name=told["name"], phone=told["phone"],
            matter="" if picked.matter.procedure else picked.matter.value, procedure=picked.matter.procedure,
            words=told["words"], source=told["source"], about=request.GET.get("ho-so", "")[:40],
        )  # fmt: skip
        made = actions.book(request.commune, wish, by=request.user, now=now)
        messages.success(request, "Đã đặt lịch. Người dân nhận tin nhắn có đường dẫn để xem, đổi, hủy.")
        return redirect("booking:appointment", made.pk)
    page = {
        "chosen": picked, "days": days, "day": day_of(request, days), "today": now.date(), "form": form,
        "at": moment_of(luc) if luc else None, "next": reverse("booking:officer_book"),
    }  # fmt: skip
    return render(request, "booking/officer/book_when.html", page)


def _find(request: OfficerRequest, pk: int) -> Appointment:
    return get_object_or_404(Appointment.objects.of(request.commune).select_related(*RELATED), pk=pk)


@officer(*STAFF)
def appointment(request: OfficerRequest, pk: int) -> HttpResponse:
    one, now = _find(request, pk), localtime()
    page = {
        "one": one, "today": now.date(), "verbs": {step.verb for step in one.possible_steps()},
        "is_leader": request.office.holds(Role.LEADER), "assign": _assign_form(request, one), "cancel": ReasonForm(),
        "close": OutcomeForm(), "is_over": one.ends_at <= now, "advice": getattr(one, "advice", None),
    }  # fmt: skip
    return render(request, "booking/officer/appointment.html", page)


def _assign_form(request: OfficerRequest, one: Appointment) -> AssignForm:
    at = localtime(one.starts_at).date()
    rules = [rule for rule in in_term(one.service, one.agency, at) if rule.programme_id == one.programme_id]
    roster = rules[0].values["roster"].get(at.weekday(), ()) if rules else ()
    initial = {"officer": one.officer.username if one.officer else (roster[0] if roster else "")}
    return AssignForm(request.commune, request.POST or None, roster=roster, initial=initial)


@officer(Role.LEADER)
def assign(request: OfficerRequest) -> HttpResponse:
    """What waits for the leader, soonest first."""
    waiting = Appointment.objects.of(request.commune).filter(status=Status.REQUESTED, starts_at__gt=localtime())
    rows = [(one, _assign_form(request, one)) for one in waiting.select_related(*RELATED).order_by("starts_at")]
    return render(request, "booking/officer/assign.html", {"rows": rows, "today": localtime().date()})


@officer(Role.LEADER)
@require_POST
def assign_officer(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _find(request, pk)
    form = _assign_form(request, one)
    if form.is_valid():
        actions.assign_officer(one, officer=form.chosen(), by=request.user, now=localtime())
        messages.success(request, f"Đã phân công {form.chosen()} cho lịch của {one.name}.")
    else:
        messages.error(request, "Xin chọn cán bộ trong danh sách.")
    return redirect("booking:assign" if "nhieu" in request.POST else reverse("booking:appointment", args=[pk]))


def _press(request: OfficerRequest, pk: int, do: Callable[[Appointment, datetime], str]) -> HttpResponse:
    """A verb from the page of the appointment, or from the list of the day."""
    one = _find(request, pk)
    messages.success(request, do(one, localtime()))
    if request.POST.get("ve") == "ngay":
        return redirect(f"{reverse('booking:officer')}?ngay={localtime(one.starts_at):%Y-%m-%d}")
    return redirect("booking:appointment", pk)


@officer(*STAFF)
@require_POST
def check_in(request: OfficerRequest, pk: int) -> HttpResponse:
    def do(one: Appointment, now: datetime) -> str:
        return f"{one.name} đã đến. Số {actions.check_in(one, by=request.user, now=now).said}, gọi theo giờ hẹn."

    return _press(request, pk, do)


@officer(*STAFF)
@require_POST
def close_appointment(request: OfficerRequest, pk: int) -> HttpResponse:
    def do(one: Appointment, now: datetime) -> str:
        actions.close_appointment(one, by=request.user, now=now, outcome=request.POST.get("outcome", ""))
        return f"Đã phục vụ {one.name}."

    return _press(request, pk, do)


@officer(*STAFF)
@require_POST
def mark_absent(request: OfficerRequest, pk: int) -> HttpResponse:
    def do(one: Appointment, now: datetime) -> str:
        actions.mark_absent(one, by=request.user, now=now)
        return f"Đã ghi {one.name} không đến."

    return _press(request, pk, do)


@officer(*STAFF)
@require_POST
def cancel(request: OfficerRequest, pk: int) -> HttpResponse:
    def do(one: Appointment, now: datetime) -> str:
        actions.cancel(one, by=request.user, now=now, reason=request.POST.get("reason", ""), by_office=True)
        return f"Đã hủy lịch của {one.name}. Người dân nhận tin nhắn có lý do."

    return _press(request, pk, do)


@officer(*STAFF)
def absent(request: OfficerRequest) -> HttpResponse:
    """Who did not come in the last thirty days."""
    since = localtime() - timedelta(days=30)
    rows = Appointment.objects.of(request.commune).filter(status=Status.ABSENT, starts_at__gte=since)
    page = {"rows": rows.select_related(*RELATED).order_by("-starts_at"), "today": localtime().date()}
    return render(request, "booking/officer/absent.html", page)


@officer(*STAFF)
def extra_hours(request: OfficerRequest) -> HttpResponse:
    """The record of extra hours of a month, also as XLSX."""
    months = last_months(localtime().date(), 13)[::-1]
    first = next((one for one in months if f"{one:%Y-%m}" == request.GET.get("thang")), months[0])
    period = month_of(first)
    since, until = vietnam_moment(period.start, time()), vietnam_moment(period.end + ONE_DAY, time())
    lines = overtime(request.commune, since, until)
    if request.GET.get("dang") == "xlsx":
        title = f"Làm việc ngoài giờ tháng {first:%m/%Y}, {request.commune.name}"
        return as_table(f"ngoai-gio-{first:%Y-%m}.xlsx", title, HEADS, rows_of(lines))
    page = {"lines": lines, "totals": totals(lines), "first": first, "months": months}
    return render(request, "booking/officer/extra_hours.html", page)
