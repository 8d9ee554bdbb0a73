"""The question bank of an organiser."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from gandan.contests import actions
from gandan.contests.forms import LETTERS, ImportForm, QuestionForm
from gandan.contests.models import Question
from gandan.contests.ways import address

from .doors import StaffRequest, on, organiser_of, show_form


def questions(request: StaffRequest) -> HttpResponse:
    """The bank, by field; the right choice is marked by its letter."""
    found = Question.objects.of(organiser_of(request)).order_by("is_retired", "field", "pk")
    rows = [{"question": one, "letter": LETTERS[one.answer]} for one in found]
    return render(
        request, "contests/questions.html", {"rows": rows, "in_use": sum(not one.is_retired for one in found)}
    )


def save_question(request: StaffRequest) -> HttpResponse:
    form = QuestionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.save_question(form.facts(), owner=organiser_of(request), by=request.user, now=localtime())
        return on(request, "Đã thêm câu hỏi.", "questions")
    back = address(request.path, "questions")
    return show_form(request, form, title="Thêm câu hỏi", press="Lưu câu hỏi", back=back, back_to="Ngân hàng câu hỏi")


def edit_question(request: StaffRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Question.objects.of(organiser_of(request)), pk=pk)
    form = QuestionForm(request.POST or None, initial=QuestionForm.of(one))
    if request.method == "POST" and form.is_valid():
        actions.save_question(form.facts(), owner=organiser_of(request), question=one, by=request.user, now=localtime())
        return on(request, "Đã lưu câu hỏi. Đề đã rút thăm giữ nguyên câu cũ.", "questions")
    back = address(request.path, "questions")
    return show_form(request, form, title="Sửa câu hỏi", press="Lưu câu hỏi", back=back, back_to="Ngân hàng câu hỏi")


@require_POST
def retire_question(request: StaffRequest, pk: int) -> HttpResponse:
    one = get_object_or_404(Question.objects.of(organiser_of(request)), pk=pk)
    actions.retire_question(one, is_retired=not one.is_retired, by=request.user, now=localtime())
    return redirect(address(request.path, "questions"))


def import_questions(request: StaffRequest) -> HttpResponse:
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        rows = form.cleaned_data["file"]
        count = actions.import_questions(rows, owner=organiser_of(request), by=request.user, now=localtime())
        known = len(rows) - count
        return on(request, f"Đã nhập {count} câu hỏi mới, bỏ qua {known} câu đã có.", "questions")
    back = address(request.path, "questions")
    return show_form(
        request, form, title="Nhập câu hỏi từ tệp", press="Nhập câu hỏi", back=back, back_to="Ngân hàng câu hỏi"
    )
