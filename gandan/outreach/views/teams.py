"""Teams: who they are, where there is none, who is asked to come."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate

from gandan.people.access import LeaderRequest, OfficerRequest, PublicRequest, leader, officer, public
from gandan.people.models import Role
from gandan.places.calendar import vietnam_moment
from gandan.ui.views.files import as_table

from .. import actions, standing
from ..actions.teams import FORCES, present_members
from ..forms.teams import CallForm, MemberForm, MembersForm, NewTeamForm, NothingForm, TeamForm
from ..models import Member, Mobilisation, Team
from ..programmes import CONSULTING_TEAM, settings_of
from ..rostering import lacks_experience, team_problems
from .asking import Ask, asked

KEEPERS = (Role.LEADER, Role.CLERK)


def found_team(request: OfficerRequest, pk: int) -> Team:
    return get_object_or_404(Team.objects.select_related("commune", "hamlet"), pk=pk, commune=request.commune)


@officer
def teams(request: OfficerRequest) -> HttpResponse:
    today = localdate()
    gaps, hamlets = standing.hamlets_without(request.commune), request.commune.hamlets.count()
    facts = {
        "lines": standing.team_lines(request.commune, today), "gaps": gaps, "hamlets": hamlets,
        "with_team": hamlets - len(gaps), "may_keep": request.office.holds(*KEEPERS), "commune": request.commune,
        "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/teams.html", facts)


@officer
def team(request: OfficerRequest, pk: int) -> HttpResponse:
    one, today = found_team(request, pk), localdate()
    members = present_members(one, today)
    hours = standing.member_hours(one, today)
    if request.GET.get("dang") == "xlsx":
        heads = ("Thành viên", "Lực lượng", "Số ca", "Số giờ", "Lượt hỗ trợ")
        rows = [
            (line.member.name, line.member.get_force_display(), line.shifts, line.hours, line.supports)
            for line in hours
        ]
        title = f"Giờ trực tháng {today:%m/%Y}, {one.name}"
        return as_table(f"gio-truc-{one.pk}-{today:%Y%m}.xlsx", title, heads, rows)
    forces = [member.force for member in members]
    facts = {
        "team": one, "hours": hours, "hours_words": standing.hours_words(one),
        "members": [(member, _lacks(member, today)) for member in members],
        "problems": team_problems(forces, least=one.least_members, per_force=one.per_force, names=FORCES),
        "rules": [(FORCES[force], count) for force, count in one.per_force.items()],
        "calls": standing.calls(one), "may_keep": request.office.holds(*KEEPERS),
        "commune": request.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/officer/team.html", facts)


def _lacks(member: Member, today: Any) -> bool:
    """R36 is for seconded staff only."""
    return member.force in ("officer", "police") and bool(lacks_experience(member.works_since, today))


@officer(*KEEPERS)
def form_team(request: OfficerRequest) -> HttpResponse:
    values = settings_of(CONSULTING_TEAM, request.commune, localdate())
    ordered = {"least_members": values["least"], "weekday": values["weekday"][0], "starts": values["starts"],
               "ends": values["ends"]} if values else {}  # fmt: skip
    hamlet = request.GET.get("khu", "")
    initial = {**ordered, **({"hamlet": int(hamlet)} if hamlet.isdigit() else {})}
    data = request.POST if request.method == "POST" else None
    form = NewTeamForm(data, commune=request.commune, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = actions.form_team(
            request.commune, form.facts(), form.cleaned_data["people"], by=request.user, now=timezone.now()
        )
        return redirect("outreach:team", made.pk)
    return asked(request, form, Ask("Thành lập tổ, đội", "Thành lập tổ", reverse("outreach:teams")))


@officer(*KEEPERS)
def change_team(request: OfficerRequest, pk: int) -> HttpResponse:
    one = found_team(request, pk)
    form = TeamForm(request.POST if request.method == "POST" else None, commune=request.commune, team=one)
    if request.method == "POST" and form.is_valid():
        actions.change_team(one, form.facts(), by=request.user, now=timezone.now())
        return redirect("outreach:team", one.pk)
    return asked(request, form, Ask(f"Sửa quy tắc: {one.name}", "Lưu quy tắc", reverse("outreach:team", args=[pk])))


@officer(*KEEPERS)
def add_member(request: OfficerRequest, pk: int) -> HttpResponse:
    one = found_team(request, pk)
    form = MemberForm(request.POST if request.method == "POST" else None, commune=request.commune)
    if request.method == "POST" and form.is_valid():
        actions.add_member(one, form.person(), by=request.user, now=timezone.now())
        return redirect("outreach:team", one.pk)
    return asked(
        request, form, Ask(f"Thêm thành viên: {one.name}", "Thêm thành viên", reverse("outreach:team", args=[pk]))
    )


@officer(*KEEPERS)
def end_member(request: OfficerRequest, pk: int) -> HttpResponse:
    member = get_object_or_404(Member.objects.select_related("team"), pk=pk, team__commune=request.commune)
    back = reverse("outreach:team", args=[member.team_id])
    if request.method == "POST":
        for problem in actions.end_member(member, by=request.user, now=timezone.now()):
            messages.warning(request, problem)
        return redirect(back)
    words = "Những ca đã trực vẫn được giữ. Từ mai người này không còn trong lịch."
    ask = Ask(f"Thôi tham gia: {member.name}", "Ghi thôi tham gia", back, words, is_danger=True)
    return asked(request, NothingForm(), ask)


@officer(*KEEPERS)
def close_team(request: OfficerRequest, pk: int) -> HttpResponse:
    one = found_team(request, pk)
    if request.method == "POST":
        actions.close_team(one, by=request.user, now=timezone.now())
        return redirect("outreach:teams")
    words = "Các ca sắp tới bị bỏ. Những ca đã trực và lượt hỗ trợ vẫn được giữ."
    back = reverse("outreach:team", args=[pk])
    return asked(request, NothingForm(), Ask(f"Giải thể {one.name}", "Giải thể tổ", back, words, is_danger=True))


@officer(*KEEPERS, Role.RECEPTION)
def ask_people(request: OfficerRequest, pk: int) -> HttpResponse:
    one = found_team(request, pk)
    form = CallForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        call = actions.Call(
            vietnam_moment(told["day"], told["starts"]), vietnam_moment(told["day"], told["ends"]), told["people"],
            told["reason"],
        )  # fmt: skip
        actions.ask_people(one, call, by=request.user, now=timezone.now())
        return redirect("outreach:team", one.pk)
    return asked(
        request, form, Ask(f"Huy động {one.name}", "Gửi yêu cầu huy động", reverse("outreach:team", args=[pk]))
    )


@officer
def send_people(request: OfficerRequest, pk: int) -> HttpResponse:
    """The organisation says who comes."""
    call = get_object_or_404(Mobilisation.objects.select_related("team"), pk=pk, commune=request.commune)
    current = Q(until__isnull=True) | Q(until__gte=localdate(call.starts_at))
    form = MembersForm(request.POST if request.method == "POST" else None, members=call.team.members.filter(current))
    back = reverse("outreach:team", args=[call.team_id])
    if request.method == "POST" and form.is_valid():
        actions.send_people(call, members=list(form.cleaned_data["members"]), by=request.user, now=timezone.now())
        return redirect(back)
    return asked(request, form, Ask("Cử người đến", "Xếp vào lịch trực", back, standing.call_words(call)))


@public
def public_teams(request: PublicRequest) -> HttpResponse:
    """Where and when help is given: places and hours, no names."""
    facts = {"lines": standing.public_lines(request.commune, timezone.now()), "commune": request.commune}
    return render(request, "outreach/public/teams.html", facts)


@leader
def coverage(request: LeaderRequest) -> HttpResponse:
    """Hamlets with a team by commune, on a day (S3.38: by 10/5)."""
    day = standing.day_asked(request.GET.get("den", ""), localdate())
    lines = standing.by_commune(request.office, day)
    if request.GET.get("dang") == "xlsx":
        heads = (
            "Xã, phường",
            "Khu dân cư có tổ",
            "Khu dân cư",
            "Còn thiếu",
            "Trực tuyến trước (%)",
            "Trực tuyến sau (%)",
        )
        rows = [(one.name, one.with_team, one.hamlets, ", ".join(one.gaps), one.before, one.after) for one in lines]
        return as_table("to-tu-van.xlsx", f"Khu dân cư có tổ đến {day:%d/%m/%Y}", heads, rows)
    facts = {
        "lines": lines, "day": day, "done": sum(one.is_done for one in lines),
        "overdue": [one for one in lines if not one.is_done],
        "commune": request.office.commune, "office": request.office,
    }  # fmt: skip
    return render(request, "outreach/leader/coverage.html", facts)
