"""Rosters: a week of a team with its holes, one duty, the sheet in and out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate, localtime

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.places.calendar import vietnam_moment
from gandan.ui.views.files import as_table

from .. import actions, week
from ..duties import coverage, holes_of_today, shifts_between
from ..forms.rosters import CauseForm, CoverForm, DutyForm, PlanForm, RosterFileForm
from ..models import Member, Shift, Team
from ..reading import read_table
from ..rosterfile import DutyLine, read_roster
from ..standing import day_asked
from ..workflow import CHECK_IN
from .asking import Ask, asked
from .teams import KEEPERS, found_team

HEADS = ("Ngày", "Từ", "Đến", "Họ tên", "Nơi trực", "Tình trạng", "Có mặt lúc", "Lý do vắng", "Người thay")
Press = Callable[..., Any]
PRESSES: dict[str, Press] = {
    "nhan": actions.accept_shift, "co-mat": actions.check_in_shift, "ra-ve": actions.leave_shift,
    "bo": actions.remove_shift,
}  # fmt: skip


@officer
def roster(request: OfficerRequest) -> HttpResponse:
    """A week of one team; the holes of today of every team above it."""
    now = timezone.now()
    teams = list(
        Team.objects.filter(commune=request.commune, is_active=True)
        .select_related("commune", "hamlet")
        .order_by("name")
    )
    asked_for = request.GET.get("to", "")
    team = next((one for one in teams if str(one.pk) == asked_for), teams[0] if teams and not asked_for else None)
    if team is None and asked_for:
        raise Http404
    monday = week.monday_of(day_asked(request.GET.get("tuan", ""), localdate(now)))
    sunday = monday + timedelta(days=6)
    facts = {
        "teams": [
            {"href": f"?to={one.pk}&tuan={monday}", "label": one.name, "count": None, "is_current": one == team}
            for one in teams
        ],
        "team": team, "monday": monday, "before": monday - timedelta(days=7), "after": monday + timedelta(days=7),
        "holes": [(one, hole) for one in teams for hole in holes_of_today(one, now)],
        "days": week.grid(team, monday) if team else [], "cover": coverage(team, monday, sunday) if team else None,
        "month": week.month_words(team, monday) if team else "", "signable": _signable(request, team, now) if team else set(),
        "may_keep": request.office.holds(*KEEPERS), "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/roster.html", facts)


def _signable(request: OfficerRequest, team: Team, now: datetime) -> set[int]:
    """Duties of today that still wait for somebody to sign in, where this officer may."""
    today = localdate(now)
    waiting = (
        shifts_between(team, today, today).filter(status__in=CHECK_IN.start).select_related("team", "member__user")
    )
    return {one.pk for one in waiting if _may_press(request, one)}


@officer
def roster_file(request: OfficerRequest, pk: int) -> HttpResponse:
    """The month of a team as CSV or XLSX."""
    team = found_team(request, pk)
    first = day_asked(request.GET.get("thang", ""), localdate()).replace(day=1)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    rows = [_row(one) for one in shifts_between(team, first, last).order_by("starts_at", "member__name")]
    kind = "csv" if request.GET.get("dang") == "csv" else "xlsx"
    name = f"lich-truc-{team.pk}-{first:%Y%m}.{kind}"
    return as_table(name, f"Lịch trực tháng {first:%m/%Y}, {team.name}", HEADS, rows)


def _row(one: Shift) -> tuple[str, ...]:
    starts, ends = localtime(one.starts_at), localtime(one.ends_at)
    arrived = f"{localtime(one.arrived_at):%H:%M}" if one.arrived_at else ""
    return (
        f"{starts:%d/%m/%Y}", f"{starts:%H:%M}", f"{ends:%H:%M}", one.member.name, one.place, one.status_label(), arrived,
        one.cause, one.covered_by.name if one.covered_by else "",
    )  # fmt: skip


def _roster_of(team: Team, day: date) -> str:
    return f"{reverse('outreach:roster')}?to={team.pk}&tuan={day}"


@officer(*KEEPERS)
def plan_shifts(request: OfficerRequest, pk: int) -> HttpResponse:
    team, today = found_team(request, pk), localdate()
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        initial={"since": today, "until": today + timedelta(days=27)},
    )
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        made = actions.plan_shifts(team, since=told["since"], until=told["until"], by=request.user, now=timezone.now())
        messages.success(request, f"Đã xếp thêm {made} ca." if made else "Lịch đã đủ, không xếp thêm ca nào.")
        return redirect(_roster_of(team, told["since"]))
    words = "Chia lần lượt, ai ít ca hơn trực trước. Ca đã có thì giữ nguyên."
    return asked(request, form, Ask(f"Xếp lịch trực: {team.name}", "Xếp lịch", _roster_of(team, today), words))


@officer(*KEEPERS)
def give_shift(request: OfficerRequest, pk: int) -> HttpResponse:
    team = found_team(request, pk)
    members = team.members.filter(until__isnull=True).order_by("name")
    start = day_asked(request.GET.get("ngay", ""), localdate())
    initial = {
        "day": start,
        "starts": request.GET.get("tu", ""),
        "ends": request.GET.get("den", ""),
        "place": team.place,
    }
    form = DutyForm(request.POST if request.method == "POST" else None, members=members, initial=initial)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        duty = actions.Duty(
            told["member"],
            vietnam_moment(told["day"], told["starts"]),
            vietnam_moment(told["day"], told["ends"]),
            told["place"],
        )
        actions.give_shift(team, duty, by=request.user, now=timezone.now())
        return redirect(_roster_of(team, told["day"]))
    return asked(request, form, Ask(f"Thêm ca: {team.name}", "Thêm ca trực", _roster_of(team, start)))


@officer(*KEEPERS)
def read_roster_file(request: OfficerRequest, pk: int) -> HttpResponse:
    """All duties of a file, or none when a line is wrong: every wrong line is told."""
    team = found_team(request, pk)
    form = RosterFileForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        duties, problems = read_roster(read_table(file.name, file.read()))
        problems += [] if problems else _give_all(request, team, duties)
        for problem in problems[:50]:
            form.add_error("file", problem)
        if not problems:
            messages.success(request, f"Đã nhập {len(duties)} ca.")
            return redirect(_roster_of(team, duties[0].starts_at.date() if duties else localdate()))
    words = "Có một dòng sai thì chưa ca nào được nhập; sửa tệp rồi nhập lại."
    return asked(
        request,
        form,
        Ask(f"Nhập bảng phân công: {team.name}", "Nhập bảng phân công", _roster_of(team, localdate()), words),
    )


def _give_all(request: OfficerRequest, team: Team, duties: list[DutyLine]) -> list[str]:
    members = {one.name.lower(): one for one in team.members.filter(until__isnull=True)}
    problems: list[str] = []
    with transaction.atomic():
        for one in duties:
            member = members.get(one.name.lower())
            try:
                if member is None:
                    raise RuleBroken(f"“{one.name}” không có trong tổ.")
                duty = actions.Duty(member, one.starts_at, one.ends_at, one.place)
                actions.give_shift(team, duty, by=request.user, now=timezone.now())
            except RuleBroken as refused:
                problems.append(f"Dòng {one.line}: {refused}")
        transaction.set_rollback(bool(problems))
    return problems


def _found(request: OfficerRequest, pk: int) -> Shift:
    """A duty of the commune; who keeps no roster presses only for the own duty or as head of the team."""
    rows = Shift.objects.select_related("team", "member__user", "covered_by")
    return get_object_or_404(rows, pk=pk, team__commune=request.commune)


def _may_press(request: OfficerRequest, shift: Shift) -> bool:
    own = Member.objects.filter(team=shift.team_id, user=request.user)
    return (
        request.office.holds(*KEEPERS, Role.RECEPTION)
        or shift.member.user_id == request.user.pk
        or own.filter(is_head=True).exists()
    )


@officer
def shift(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _found(request, pk)
    verbs = {step.verb for step in one.possible_steps()} if _may_press(request, one) else set()
    facts = {
        "shift": one, "verbs": verbs, "may_leave": bool(one.arrived_at and not one.left_at and _may_press(request, one)),
        "may_remove": request.office.holds(*KEEPERS) and one.starts_at > timezone.now() and bool(verbs),
        "monday": week.monday_of(localdate(one.starts_at)), "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/shift.html", facts)


@officer
def press_shift(request: OfficerRequest, pk: int, name: str) -> HttpResponse:
    """Accept, sign in, leave, take off the roster: one press."""
    one = _found(request, pk)
    if name not in PRESSES or request.method != "POST" or not _may_press(request, one):
        raise Http404
    if name == "bo" and not request.office.holds(*KEEPERS):
        raise Http404
    team, day = one.team, localdate(one.starts_at)
    PRESSES[name](one, by=request.user, now=timezone.now())
    is_of_roster = name == "bo" or request.POST.get("ve") == "lich"
    return redirect(_roster_of(team, day) if is_of_roster else reverse("outreach:shift", args=[pk]))


@officer
def report_absence(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _found(request, pk)
    if not _may_press(request, one):
        raise Http404
    form = CauseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        actions.report_absence(one, cause=form.cleaned_data["cause"], by=request.user, now=timezone.now())
        return redirect("outreach:shift", pk)
    return asked(request, form, Ask(f"Báo vắng: {one.member.name}", "Báo vắng", reverse("outreach:shift", args=[pk])))


@officer
def cover_shift(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _found(request, pk)
    if not _may_press(request, one):
        raise Http404
    others: QuerySet[Member] = one.team.members.filter(until__isnull=True).exclude(pk=one.member_id).order_by("name")
    form = CoverForm(request.POST if request.method == "POST" else None, members=others, cause=one.cause)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        made = actions.cover_shift(one, cover=told["cover"], cause=told["cause"], by=request.user, now=timezone.now())
        return redirect("outreach:shift", made.pk)
    return asked(
        request, form, Ask(f"Cử người thay {one.member.name}", "Cử người thay", reverse("outreach:shift", args=[pk]))
    )
