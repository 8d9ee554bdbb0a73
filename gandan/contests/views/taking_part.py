"""Any officer of a commune: what runs, register a content, hand in a paper, sit the test, read results."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localtime

from gandan.catalog.models import Procedure
from gandan.contests import actions
from gandan.contests.actions.exams import WHEN
from gandan.contests.forms import EntryForm, PledgeForm, ReportForm
from gandan.contests.measuring import lines_of
from gandan.contests.models import (
    Campaign,
    Commendation,
    Contest,
    Entry,
    MarkSheet,
    Part,
    PartKind,
    Pledge,
    Sitting,
    Stage,
)
from gandan.contests.ways import address
from gandan.contests.workflow import CampaignStatus, ContestStatus, EntryStatus
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.places.models import Agency

from .doors import confirm, on, show_form

DESK = (str(Role.LEADER), str(Role.CLERK))


@officer
def index(request: OfficerRequest) -> HttpResponse:
    """Campaigns and contests that concern this office, and who was commended."""
    agency = request.office.agency
    organisers = [one for one in (agency.commune_id, agency.province_id) if one]
    facts = {
        "campaigns": Campaign.objects.concerning(agency).select_related("organiser"),
        "contests": Contest.objects.concerning(agency).select_related("organiser"),
        "papers": MarkSheet.objects.filter(judge__user=request.user, submitted_at=None).count(),
        "is_organiser": request.office.holds(*DESK),
        "commendations": Commendation.objects.published().filter(organiser__in=organisers).select_related("agency")[:10],
        "office": request.office,
    }  # fmt: skip
    return render(request, "contests/index.html", facts)


def _campaign(request: OfficerRequest, pk: int) -> Campaign:
    return get_object_or_404(Campaign.objects.concerning(request.office.agency).select_related("organiser"), pk=pk)


def _units(request: OfficerRequest) -> QuerySet[Agency]:
    """Whom the person may register for: the own unit; leaders and clerks any part of their commune."""
    own = Agency.objects.inside(request.commune)
    return own if request.office.holds(*DESK) else own.filter(pk=request.office.agency.pk)


@officer
def campaign(request: OfficerRequest, pk: int) -> HttpResponse:
    """What units registered and where they stand; of other communes only after the ranking."""
    one, now = _campaign(request, pk), localtime()
    pledges = one.pledges.select_related("agency")
    if one.status != CampaignStatus.RANKED:
        pledges = pledges.filter(agency__commune=request.commune)
    facts = {
        "campaign": one, "lines": lines_of(one, pledges, now), "now": now, "standings": one.standings.select_related("agency"),
        "units": set(_units(request).values_list("pk", flat=True)), "is_open": one.status == CampaignStatus.OPEN,
        "is_running": one.status == CampaignStatus.RUNNING,
    }  # fmt: skip
    return render(request, "contests/campaign.html", facts)


@officer
def pledge(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _campaign(request, pk)
    laws = Procedure.objects.order_by("field").values_list("field", flat=True).distinct()
    form = PledgeForm(
        request.POST or None, agencies=_units(request), fields_of_law=laws, initial={"agency": request.office.agency}
    )
    if request.method == "POST" and form.is_valid():
        actions.pledge(one, form.promise(), agency=form.cleaned_data["agency"], by=request.user, now=localtime())
        return on(request, "Đã đăng ký. Còn rút được đến khi khóa đăng ký.", "campaign", pk)
    back = address(request.path, "campaign", pk)
    return show_form(
        request, form, title="Đăng ký nội dung thi đua", press="Đăng ký nội dung", back=back, back_to=one.name
    )


def _pledge(request: OfficerRequest, pk: int) -> Pledge:
    return get_object_or_404(Pledge.objects.select_related("campaign", "agency"), pk=pk, agency__in=_units(request))


@officer
def withdraw_pledge(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _pledge(request, pk)
    campaign = one.campaign_id
    if request.method == "POST":
        actions.withdraw_pledge(one, by=request.user, now=localtime())
        return on(request, "Đã rút nội dung.", "campaign", campaign)
    text = f"“{one.content}” của {one.agency} không còn trong đợt thi đua. Đăng ký lại được khi chưa khóa."
    back = address(request.path, "campaign", campaign)
    return confirm(
        request,
        title="Rút nội dung đăng ký?",
        text=text,
        press="Rút nội dung",
        back=back,
        back_to=one.campaign.name,
        danger=True,
    )


@officer
def report_count(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _pledge(request, pk)
    form = ReportForm(request.POST or None, initial={"evidence": one.evidence})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.report_count(one, value=told["value"], evidence=told["evidence"], by=request.user, now=localtime())
        return on(request, "Đã ghi kết quả. Còn sửa được đến khi chốt.", "campaign", one.campaign_id)
    back = address(request.path, "campaign", one.campaign_id)
    return show_form(request, form, title=one.content, press="Ghi kết quả", back=back, back_to=one.campaign.name)


def _contest(request: OfficerRequest, pk: int) -> Contest:
    return get_object_or_404(Contest.objects.concerning(request.office.agency).select_related("organiser"), pk=pk)


@officer
def contest(request: OfficerRequest, pk: int) -> HttpResponse:
    """The rules, the own entry and its way; after publication the teams and the results."""
    one = _contest(request, pk)
    mine = one.entries.filter(author=request.user).exclude(status=EntryStatus.WITHDRAWN).first()
    is_over = one.status in (ContestStatus.SCORED, ContestStatus.AWARDED)
    teams = one.entries.in_final().select_related("agency").order_by("final_rank" if is_over else "preliminary_rank")
    facts = {
        "contest": one, "mine": mine, "parts": one.parts.order_by("order"),
        "teams": teams if one.is_known else [], "is_over": is_over,
        "is_open": one.status == ContestStatus.OPEN and localtime() <= one.closes_at, "tests": _tests(one, mine),
        "is_judge": one.judges.filter(user=request.user).exists(),
    }  # fmt: skip
    return render(request, "contests/contest.html", facts)


def _tests(contest: Contest, mine: Entry | None) -> list[dict[str, object]]:
    """Tests this team may sit now or has sat."""
    if mine is None:
        return []
    sat = {one.part_id: one for one in mine.sittings.all()}
    when = {str(stage): str(status) for stage, status in WHEN.items()}
    return [
        {"part": part, "sitting": sat.get(part.pk), "may_start": contest.status == when[part.stage]}
        for part in contest.parts.filter(kind=PartKind.TEST)
        if part.pk in sat or part.stage == Stage.PRELIMINARY or mine.is_finalist
    ]


@officer
def enter(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _contest(request, pk)
    form = EntryForm(request.POST or None, request.FILES or None, agency=request.office.agency)
    if request.method == "POST" and form.is_valid():
        actions.enter(one, form.paper(), agency=request.office.agency, by=request.user, now=localtime())
        return on(request, "Đã nộp bài dự thi. Còn rút được đến hết hạn nhận bài.", "contest", pk)
    back = address(request.path, "contest", pk)
    return show_form(
        request, form, title="Nộp bài dự thi", press="Nộp bài dự thi", back=back, back_to=one.name, has_file=True
    )


def _my_entry(request: OfficerRequest, pk: int) -> Entry:
    return get_object_or_404(Entry.objects.select_related("contest__organiser"), pk=pk, author=request.user)


@officer
def withdraw_entry(request: OfficerRequest, pk: int) -> HttpResponse:
    one = _my_entry(request, pk)
    if request.method == "POST":
        actions.withdraw_entry(one, by=request.user, now=localtime())
        return on(request, "Đã rút bài dự thi.", "contest", one.contest_id)
    back = address(request.path, "contest", one.contest_id)
    text = f"Bài “{one.title}” không còn dự thi. Nộp bài khác được khi còn hạn."
    return confirm(
        request, title="Rút bài dự thi?", text=text, press="Rút bài", back=back, back_to=one.contest.name, danger=True
    )


@officer
def start_test(request: OfficerRequest, pk: int) -> HttpResponse:
    """Says how many questions and minutes; the clock runs from the press on."""
    entry = _my_entry(request, pk)
    tests = Part.objects.filter(contest=entry.contest_id, kind=PartKind.TEST)
    part = get_object_or_404(tests, pk=request.GET.get("phan") or 0)
    if request.method == "POST":
        sitting = actions.start_test(part, entry, by=request.user, now=localtime())
        return on(request, "Bắt đầu tính giờ.", "sit_test", sitting.pk)
    text = f"{part.questions} câu, {part.minutes} phút, chỉ làm một lần. Giờ do máy chủ tính, đóng trang giờ vẫn chạy."
    back = address(request.path, "contest", entry.contest_id)
    return confirm(
        request,
        title=f"Bắt đầu phần “{part}”?",
        text=text,
        press="Bắt đầu làm bài",
        back=back,
        back_to=entry.contest.name,
    )


def _answers(request: OfficerRequest) -> dict[str, int]:
    """Number of the question as text → place of the choice, of what was chosen."""
    chosen = {key[1:]: str(value) for key, value in request.POST.items() if key[:1] == "q"}
    return {key: int(value) for key, value in chosen.items() if value.isdecimal()}


@officer
def sit_test(request: OfficerRequest, pk: int) -> HttpResponse:
    """The paper of the candidate: save now and then, hand in once."""
    sitting = get_object_or_404(Sitting.objects.select_related("part", "entry__contest"), pk=pk, user=request.user)
    now = localtime()
    if request.method == "POST":
        answers = _answers(request)
        if "submit" in request.POST:
            actions.submit_test(sitting, answers=answers, by=request.user, now=now)
            return on(request, "Đã nộp bài trắc nghiệm.", "sit_test", pk)
        actions.save_answers(sitting, answers=answers, by=request.user, now=now)
        return on(request, "Đã lưu các câu trả lời.", "sit_test", pk)
    left = max(0, int((sitting.ends_at - now).total_seconds() // 60))
    facts = {"sitting": sitting, "questions": sitting.asked(), "is_over": sitting.is_over(now), "left": left}
    return render(request, "contests/sit_test.html", facts)
