"""Who organises a contest: settings, judges, check of entries, steps, results as a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from gandan.contests import actions
from gandan.contests.actions.entering import flaws_of
from gandan.contests.actions.finals import missing_scores
from gandan.contests.actions.marking import needs_third
from gandan.contests.forms import AwardForm, CheckForm, ContestForm, JudgeForm
from gandan.contests.models import Contest, Entry, Judge, Stage
from gandan.contests.results import mark_of_part
from gandan.contests.sheets import results_file
from gandan.contests.ways import address
from gandan.contests.workflow import ContestStatus
from gandan.ui.views.files import as_file

from .doors import StaffRequest, confirm, on, organiser_of, own_contest, people_of, show_form

STEPS: dict[str, tuple[Callable[..., None], str]] = {
    "open_contest": (actions.open_contest, "Thể lệ không sửa được nữa. Cán bộ các đơn vị nộp bài được ngay."),
    "close_entries": (actions.close_entries, "Không nhận thêm bài. Việc tiếp theo là kiểm tra điều kiện từng bài."),
    "start_marking": (
        actions.start_marking,
        "Mỗi bài nhận một số phách và được giao cho giám khảo khác đơn vị, theo bốc thăm.",
    ),
    "shortlist": (
        actions.shortlist,
        "Điểm được tính, các đội cao điểm nhất vào chung kết. Còn mở lại được trước khi công bố.",
    ),
    "reopen_marking": (actions.reopen_marking, "Danh sách vào chung kết bị bỏ, phiếu chấm đã nộp giữ nguyên."),
    "publish": (actions.publish, "Mọi người thấy tên các đội. Điểm sơ khảo bị khóa, không ai sửa được nữa."),
    "start_final": (actions.start_final, "Giám khảo cho điểm được, các đội làm bài trắc nghiệm được."),
    "finish_final": (actions.finish_final, "Tổng điểm và thứ hạng được tính. Không ai sửa điểm được nữa."),
}


def save_contest(request: StaffRequest) -> HttpResponse:
    form = ContestForm(request.POST or None, initial={**ContestForm.usual(), "year": localtime().year})
    if request.method == "POST" and form.is_valid():
        made = actions.save_contest(form.facts(), organiser=organiser_of(request), by=request.user, now=localtime())
        return on(request, "Đã lưu thể lệ. Thêm giám khảo, xem lại rồi phát động.", "run_contest", made.pk)
    back = address(request.path, "organise")
    return show_form(request, form, title="Soạn hội thi", press="Lưu thể lệ", back=back, back_to="Thi đua, hội thi")


def edit_contest(request: StaffRequest, pk: int) -> HttpResponse:
    contest = own_contest(request, pk)
    form = ContestForm(request.POST or None, initial=ContestForm.of(contest))
    if request.method == "POST" and form.is_valid():
        actions.save_contest(
            form.facts(), organiser=contest.organiser, contest=contest, by=request.user, now=localtime()
        )
        return on(request, "Đã lưu thể lệ.", "run_contest", pk)
    back = address(request.path, "run_contest", pk)
    return show_form(request, form, title="Sửa thể lệ hội thi", press="Lưu thể lệ", back=back, back_to=contest.name)


def run_contest(request: StaffRequest, pk: int) -> HttpResponse:
    """The contest as its organiser sees it: all names, all marks, who still owes what."""
    contest = own_contest(request, pk)
    if request.GET.get("dang") == "xlsx":
        return as_file(results_file(contest), f"hoi-thi_{contest.year}_{contest.pk}.xlsx")
    rows = contest.entries.select_related("agency", "author").prefetch_related("members", "sheets__judge__user")
    entries = list(
        rows.prefetch_related("scores", "sittings").order_by("final_rank", "preliminary_rank", "number", "at")
    )
    for one in entries:
        one.contest = contest
    judges = list(contest.judges.select_related("user", "unit").prefetch_related("sheets"))
    facts = {
        "contest": contest, "entries": [_line(contest, one) for one in entries], "judges": [_judge(one) for one in judges],
        "parts": contest.parts.order_by("order"), "steps": [one for one in contest.possible_steps() if one.verb in STEPS],
        "may_add_judge": contest.status in ("draft", "open", "checking", "marking"),
        "judge_form": JudgeForm(people=people_of(contest.organiser)), "final_parts": contest.parts.filter(stage=Stage.FINAL),
        "owed": missing_scores(contest) if contest.status == ContestStatus.FINAL else 0,
        "commendations": contest.commendations.select_related("agency"),
    }  # fmt: skip
    return render(request, "contests/run_contest.html", facts)


def _line(contest: Contest, entry: Entry) -> dict[str, Any]:
    """An entry with its sheets and what still has to be done about it."""
    parts = contest.parts.filter(stage=Stage.FINAL) if entry.is_finalist else []
    return {
        "entry": entry, "sheets": entry.sheets.all(), "needs_third": contest.status == "marking" and needs_third(entry),
        "flaws": flaws_of(entry) if contest.status == "checking" else [],
        "marks": [mark_of_part(part, entry) for part in parts],
    }  # fmt: skip


def _judge(judge: Judge) -> dict[str, Any]:
    sheets = list(judge.sheets.all())
    return {"judge": judge, "given": len(sheets), "done": sum(one.submitted_at is not None for one in sheets)}


def step_contest(request: StaffRequest, pk: int, verb: str) -> HttpResponse:
    """Ask once, then take the step."""
    contest = own_contest(request, pk)
    step = next((one for one in contest.steps if one.verb == verb and verb in STEPS), None)
    if step is None:
        raise Http404
    act, text = STEPS[verb]
    if request.method == "POST":
        act(contest, by=request.user, now=localtime())
        return on(request, f"Xong: {step.label.lower()}.", "run_contest", pk)
    back = address(request.path, "run_contest", pk)
    return confirm(request, title=f"{step.label}?", text=text, press=step.label, back=back, back_to=contest.name)


@require_POST
def add_judge(request: StaffRequest, pk: int) -> HttpResponse:
    contest = own_contest(request, pk)
    form = JudgeForm(request.POST, people=people_of(contest.organiser))
    if not form.is_valid():
        raise Http404
    judge = actions.add_judge(contest, user=form.cleaned_data["user"], by=request.user, now=localtime())
    return on(request, f"Đã thêm giám khảo {judge}.", "run_contest", pk)


@require_POST
def remove_judge(request: StaffRequest, pk: int) -> HttpResponse:
    judge = get_object_or_404(Judge.objects.select_related("contest"), pk=pk, contest__organiser=organiser_of(request))
    contest = judge.contest_id
    actions.remove_judge(judge, by=request.user, now=localtime())
    return redirect(address(request.path, "run_contest", contest))


def _own_entry(request: StaffRequest, pk: int) -> Entry:
    rows = Entry.objects.select_related("contest__organiser", "agency", "author").prefetch_related("members")
    return get_object_or_404(rows, pk=pk, contest__organiser=organiser_of(request))


def check_entry(request: StaffRequest, pk: int) -> HttpResponse:
    """One entry with its team: may it take part?"""
    entry = _own_entry(request, pk)
    form = CheckForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        is_eligible = request.POST.get("verdict") == "yes"
        reason = form.cleaned_data["reason"]
        actions.check_entry(entry, is_eligible=is_eligible, reason=reason, by=request.user, now=localtime())
        return on(request, f"Đã ghi: {entry.get_status_display().lower()}.", "run_contest", entry.contest_id)
    flaws = flaws_of(entry)
    ages = [(one, one.age_on(entry.contest.year)) for one in entry.members.all()]
    facts = {"entry": entry, "contest": entry.contest, "form": form, "flaws": flaws, "ages": ages}
    return render(request, "contests/check_entry.html", facts)


@require_POST
def call_third_judge(request: StaffRequest, pk: int) -> HttpResponse:
    entry = _own_entry(request, pk)
    actions.call_third_judge(entry, by=request.user, now=localtime())
    return on(request, f"Đã giao thêm một giám khảo cho bài số {entry.number}.", "run_contest", entry.contest_id)


def award(request: StaffRequest, pk: int) -> HttpResponse:
    contest = own_contest(request, pk)
    form = AwardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        made = actions.award(contest, form.decision(), by=request.user, now=localtime())
        return on(request, f"Đã trao {len(made)} giải.", "run_contest", pk)
    back = address(request.path, "run_contest", pk)
    intro = "Giải được trao theo thứ hạng chung kết. Mô hình đạt giải được đưa vào kho mô hình để xem xét công nhận, nhân rộng."
    return show_form(
        request, form, title="Ghi quyết định trao giải", press="Trao giải", back=back, back_to=contest.name, intro=intro
    )
