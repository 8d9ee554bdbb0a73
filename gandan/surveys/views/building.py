"""The builder of questionnaires: list, read through as the citizen sees it, write, copy."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gandan.people.access import OfficerRequest, officer

from .. import actions
from ..forms import AnswerForm, QuestionnaireForm
from ..models import Questionnaire
from .finding import KEEPERS, questionnaire_of, tabs


@officer(*KEEPERS)
def questionnaires(request: OfficerRequest) -> HttpResponse:
    usable = Questionnaire.objects.usable_by(request.commune)
    rows = usable.filter(pk__in=usable.newest()).prefetch_related("questions")
    return render(request, "surveys/officer/questionnaires.html", {"rows": rows, "tabs": tabs("questionnaires")})


@officer(*KEEPERS)
def preview(request: OfficerRequest, pk: int) -> HttpResponse:
    """As it will be asked. Nothing is sent from here."""
    one = questionnaire_of(request, pk)
    facts = {"one": one, "form": AnswerForm(None, one.questions.all()), "is_own": one.agency_id is not None}
    return render(request, "surveys/officer/preview.html", facts)


@officer(*KEEPERS)
def add_questionnaire(request: OfficerRequest) -> HttpResponse:
    form = QuestionnaireForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made = actions.add_questionnaire(request.commune, form.writing(), by=request.user, now=timezone.now())
        return redirect("surveys:preview", made.pk)
    return render(request, "surveys/officer/write.html", {"form": form, "title": "Bộ câu hỏi mới"})


@officer(*KEEPERS)
def write_questions(request: OfficerRequest, pk: int) -> HttpResponse:
    one = questionnaire_of(request, pk)
    form = QuestionnaireForm(request.POST if request.method == "POST" else None, of=one)
    if request.method == "POST" and form.is_valid():
        made = actions.write_questions(one, form.writing(), by=request.user, now=timezone.now())
        if made.pk != one.pk:
            messages.success(
                request, f"Bản {one.version} đã có người trả lời nên giữ nguyên. Đây là bản {made.version}."
            )
        return redirect("surveys:preview", made.pk)
    return render(request, "surveys/officer/write.html", {"form": form, "title": f"Sửa {one.title}", "one": one})


@officer(*KEEPERS)
@require_POST
def copy_questionnaire(request: OfficerRequest, pk: int) -> HttpResponse:
    one = questionnaire_of(request, pk)
    title = request.POST.get("title", "").strip()[:160] or f"{one.title} (bản của xã)"
    made = actions.copy_questionnaire(one, title=title, to=request.commune, by=request.user, now=timezone.now())
    return redirect("surveys:write_questions", made.pk)
