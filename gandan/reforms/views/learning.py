"""Learning from each other: questions, visits, publicity; and packages as files."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.people.access import LeaderRequest, OfficerRequest, leader, officer
from gandan.people.offices import Office
from gandan.ui.views.files import as_file
from gandan.ui.views.pressing import press

from .. import actions
from ..forms.adoption import AnswerForm, ReasonForm
from ..forms.learning import LaunchForm, PackageFileForm, QuestionForm, ReportVisitForm, VisitForm
from ..mentoring import hosts_of, may_answer
from ..models import Question, Reform, Visit
from ..packages import digest


def _model(office: Office, code: str) -> Reform:
    agency = office.commune or office.agency
    return get_object_or_404(Reform.objects.seen_by(agency), code=code)


@officer
@require_POST
def ask_question(request: OfficerRequest, code: str) -> HttpResponse:
    reform, form = _model(request.office, code), QuestionForm(request.POST)
    if not form.is_valid():
        raise RuleBroken("Xin ghi câu hỏi.")
    actions.ask_question(
        reform, text=form.cleaned_data["text"], agency=request.commune, by=request.user, now=localtime()
    )
    messages.success(request, "Đã gửi câu hỏi. Câu trả lời hiện trên trang này.")
    return redirect(f"{reverse('reforms:detail', args=[code])}#hoi-dap")


@officer
def answer_question(request: OfficerRequest, pk: int) -> HttpResponse:
    return _answer(request, pk, "reforms:detail")


@leader
def province_answer_question(request: LeaderRequest, pk: int) -> HttpResponse:
    return _answer(request, pk, "reforms:province_detail")


def _answer(request: Any, pk: int, back: str) -> HttpResponse:
    question = get_object_or_404(Question.objects.select_related("reform__owner", "agency"), pk=pk)
    if not may_answer(request.office, question.reform):
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"answer": question.answer})
    page = f"{reverse(back, args=[question.reform.code])}#hoi-dap"

    def act() -> None:
        actions.answer_question(question, answer=form.cleaned_data["answer"], by=request.user, now=localtime())

    if press(request, form, act):
        messages.success(request, "Đã trả lời.")
        return redirect(page)
    context = {
        "form": form, "title": "Trả lời câu hỏi", "subject": question.text, "back_to": page, "commune": request.office.commune,
    }  # fmt: skip
    return render(request, "reforms/officer/answer.html", context)


@officer
def book_visit(request: OfficerRequest, code: str) -> HttpResponse:
    reform = _model(request.office, code)
    hosts = hosts_of(reform).exclude(pk=request.commune.pk)
    form = VisitForm(request.POST if request.method == "POST" else None, hosts=hosts)

    def act() -> None:
        typed = form.cleaned_data
        booking = actions.Booking(request.commune, typed["host"], typed["on"], typed["people"], typed["purpose"])
        actions.book_visit(reform, booking, by=request.user, now=localtime())

    if press(request, form, act):
        messages.success(request, "Đã gửi lịch học tập. Chờ đơn vị kia nhận lời.")
        return redirect("reforms:visits")
    context = {"form": form, "reform": reform, "commune": request.commune, "has_hosts": hosts.exists()}
    return render(request, "reforms/officer/book_visit.html", context)


@officer
def visits(request: OfficerRequest) -> HttpResponse:
    """Where our people go, and who comes to us."""
    rows = Visit.objects.select_related("reform", "agency", "host", "by").order_by("-on", "-pk")
    context = {
        "going": rows.filter(agency__commune=request.commune), "coming": rows.filter(host__commune=request.commune),
        "commune": request.commune,
    }  # fmt: skip
    return render(request, "reforms/officer/visits.html", context)


def _hosted(office: Office, pk: int) -> Visit:
    return get_object_or_404(Visit, pk=pk, host__commune=office.commune)


@officer
@require_POST
def agree_visit(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.agree_visit(_hosted(request.office, pk), by=request.user, now=localtime())
    messages.success(request, "Đã nhận lời.")
    return redirect("reforms:visits")


@officer
def decline_visit(request: OfficerRequest, pk: int) -> HttpResponse:
    visit = _hosted(request.office, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        actions.decline_visit(visit, reason=form.cleaned_data["reason"], by=request.user, now=localtime())

    if press(request, form, act):
        return redirect("reforms:visits")
    return _about_visit(request, form, visit, "Chưa tiếp được, ghi lý do")


@officer
def report_visit(request: OfficerRequest, pk: int) -> HttpResponse:
    visit = get_object_or_404(Visit, pk=pk, agency__commune=request.commune)
    form = ReportVisitForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        actions.report_visit(visit, result=form.cleaned_data["result"], by=request.user, now=localtime())

    if press(request, form, act):
        return redirect("reforms:visits")
    return _about_visit(request, form, visit, "Ghi kết quả học tập")


def _about_visit(request: OfficerRequest, form: Any, visit: Visit, title: str) -> HttpResponse:
    subject = f"{visit.reform}, {visit.agency.name} đến {visit.host.name}: {visit.purpose}"
    context = {
        "form": form,
        "title": title,
        "subject": subject,
        "back_to": reverse("reforms:visits"),
        "commune": request.commune,
    }
    return render(request, "reforms/officer/answer.html", context)


@officer
def record_launch(request: OfficerRequest, code: str) -> HttpResponse:
    reform = _model(request.office, code)
    form = LaunchForm(request.POST if request.method == "POST" else None)

    def act() -> None:
        publicity = actions.Publicity(**form.cleaned_data, unit_name=request.commune.name)
        actions.record_launch(reform, publicity, agency=request.commune, by=request.user, now=localtime())

    if press(request, form, act):
        messages.success(request, "Đã ghi.")
        return redirect("reforms:detail", code)
    back = reverse("reforms:detail", args=[code])
    context = {
        "form": form,
        "title": "Ghi việc truyền thông",
        "subject": str(reform),
        "back_to": back,
        "commune": request.commune,
    }
    return render(request, "reforms/officer/answer.html", context)


@officer
@require_POST
def export_package(request: OfficerRequest, code: str) -> HttpResponse:
    return _export(request, code)


@leader
@require_POST
def province_export_package(request: LeaderRequest, code: str) -> HttpResponse:
    return _export(request, code)


def _export(request: Any, code: str) -> HttpResponse:
    reform = _model(request.office, code)
    version = reform.newest()
    if version is None:
        raise RuleBroken("Mô hình này chưa có gói để tải.")
    body = actions.export_package(version, by=request.user, now=localtime())
    answer = as_file(body, f"{code}-ban-{version.number}.json")
    answer["X-Package-Digest"] = digest(version.package)
    return answer


@leader
def import_package(request: LeaderRequest) -> HttpResponse:
    """A file from another installation becomes a model here, or a new edition of one."""
    form = (
        PackageFileForm(request.POST or None, request.FILES or None) if request.method == "POST" else PackageFileForm()
    )
    made: list[str] = []

    def act() -> None:
        version = actions.import_package(form.cleaned_data["file"].read(), by=request.user, now=localtime())
        made.append(version.reform.code)

    if press(request, form, act):
        messages.success(request, "Đã nhập gói. Mô hình có trong kho và áp dụng được ngay.")
        door = "reforms:detail" if request.office.commune else "reforms:province_detail"
        return redirect(door, made[0])
    return render(request, "reforms/leader/import_package.html", {"form": form, "commune": request.office.commune})
