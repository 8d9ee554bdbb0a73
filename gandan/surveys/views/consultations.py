"""Consultations: for everybody to read, for officers to plan, group and answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.core.tables import XLSX, as_xlsx
from gandan.people.access import OfficerRequest, PublicRequest, officer, public
from gandan.people.models import Role
from gandan.places.directory import serving_communes

from .. import actions
from ..consulted import HEADS, groups_of, rows_of, stances_of
from ..forms import ConsultationForm, GroupAnswerForm, StanceForm
from ..models import Consultation, OpinionGroup
from ..workflow import CONSULTATION_STEPS, ConsultationStatus
from .finding import KEEPERS, consultation_of, tabs

VERBS = {
    "open_consultation": actions.open_consultation, "close_consultation": actions.close_consultation,
    "publish_consultation": actions.publish_consultation,
}  # fmt: skip


@public
def consultations(request: PublicRequest) -> HttpResponse:
    """What is being asked, what was answered."""
    today, rows = localdate(timezone.now()), Consultation.objects.of(request.commune).shown()
    facts = {
        "open": [one for one in rows if one.is_answerable(today)],
        "over": [one for one in rows if not one.is_answerable(today)],
    }  # fmt: skip
    return render(request, "surveys/public/consultations.html", facts)


def _shown(request: PublicRequest, key: str) -> Consultation:
    one = get_object_or_404(Consultation.objects.shown().select_related("agency"), key=key)
    request.commune = serving_communes().get(one.agency.code, request.commune)
    return one


@public
def consultation(request: PublicRequest, key: str) -> HttpResponse:
    """The draft while it is open; what became of every opinion afterwards."""
    one = _shown(request, key)
    is_published = one.status == ConsultationStatus.PUBLISHED
    facts = {
        "one": one, "is_open": one.is_answerable(localdate(timezone.now())), "is_published": is_published,
        "count": one.opinions.count(), "stances": stances_of(one) if is_published else [],
        "groups": groups_of(one) if is_published else [],
    }  # fmt: skip
    return render(request, "surveys/public/consultation.html", facts)


@public
def document(request: PublicRequest, key: str) -> HttpResponse:
    one = _shown(request, key)
    if not one.document:
        raise Http404
    with one.document.open() as kept:
        answer = HttpResponse(kept.read(), content_type=one.document_type)
    answer["Content-Disposition"] = 'inline; filename="du-thao"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


# --- Officers ---------------------------------------------------------------------------------------------------------
@officer(*KEEPERS)
def index(request: OfficerRequest) -> HttpResponse:
    facts = {"rows": Consultation.objects.of(request.commune), "tabs": tabs("officer_consultations")}
    return render(request, "surveys/officer/consultations.html", facts)


@officer(*KEEPERS)
def plan(request: OfficerRequest) -> HttpResponse:
    form = ConsultationForm(request.POST if request.method == "POST" else None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = actions.plan_consultation(request.commune, form.draft(), by=request.user, now=timezone.now())
        return redirect("surveys:officer_consultation", made.pk)
    facts = {"form": form, "title": "Lấy ý kiến mới", "back": "surveys:officer_consultations"}
    return render(request, "surveys/officer/keep.html", facts)


@officer(*KEEPERS)
def detail(request: OfficerRequest, pk: int) -> HttpResponse:
    """Everything on one page: opinions not yet grouped, groups and their answers."""
    one = consultation_of(request, pk)
    if request.GET.get("dang") == "xlsx":
        answer = HttpResponse(as_xlsx(one.title, HEADS, rows_of(one)), content_type=XLSX)
        answer["Content-Disposition"] = f'attachment; filename="tham-van-{one.pk}.xlsx"'
        return answer
    groups = groups_of(one)
    facts: dict[str, Any] = {
        "one": one, "groups": [(group, GroupAnswerForm(None, prefix=str(group.pk), initial=_known(group))) for group in groups],
        "loose": one.opinions.filter(group__isnull=True).exclude(text=""), "stances": stances_of(one),
        "count": one.opinions.count(), "steps": [step for step in CONSULTATION_STEPS if step in one.possible_steps()],
        "is_handled": one.status in (ConsultationStatus.OPEN, ConsultationStatus.CLOSED),
        "may_publish": request.office.holds(Role.LEADER),
    }  # fmt: skip
    return render(request, "surveys/officer/consultation.html", facts)


def _known(group: OpinionGroup) -> dict[str, str]:
    return {"stance": group.stance, "answer": group.answer}


@officer(*KEEPERS)
@require_POST
def press(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    one = consultation_of(request, pk)
    if verb == "publish_consultation" and not request.office.holds(Role.LEADER):
        raise RuleBroken("Lãnh đạo công bố tiếp thu, giải trình.")
    VERBS[verb](one, by=request.user, now=timezone.now())
    return redirect("surveys:officer_consultation", pk)


@officer(*KEEPERS)
def type_opinion(request: OfficerRequest, pk: int) -> HttpResponse:
    """Papers and meetings: those who do not use the network are heard too."""
    one = consultation_of(request, pk)
    form = StanceForm(request.POST if request.method == "POST" else None, one.questions, has_sheet=True)
    if request.method == "POST" and form.is_valid():
        sheet = form.cleaned_data["sheet"]
        actions.type_opinion(one, form.words(), sheet=sheet, by=request.user, now=timezone.now())
        messages.success(request, f"Đã nhập phiếu số {sheet}.")
        return redirect("surveys:type_opinion", pk)
    return render(request, "surveys/officer/type_opinion.html", {"one": one, "form": form})


@officer(*KEEPERS)
@require_POST
def group_opinions(request: OfficerRequest, pk: int) -> HttpResponse:
    one = consultation_of(request, pk)
    title = request.POST.get("group", "").strip() or request.POST.get("title", "")
    actions.group_opinions(one, title=title, opinions=_chosen(request), by=request.user, now=timezone.now())
    return redirect("surveys:officer_consultation", pk)


def _chosen(request: OfficerRequest) -> list[UUID]:
    try:
        return [UUID(one) for one in request.POST.getlist("opinion")]
    except ValueError:
        raise RuleBroken("Ý kiến đã chọn không có ở đây. Xin tải lại trang.") from None


@officer(*KEEPERS)
@require_POST
def answer_group(request: OfficerRequest, pk: int, group: int) -> HttpResponse:
    one = consultation_of(request, pk)
    found = get_object_or_404(one.groups.select_related("consultation"), pk=group)
    form = GroupAnswerForm(request.POST, prefix=str(found.pk))
    if not form.is_valid():
        raise RuleBroken("Xin chọn tiếp thu hay giải trình, và viết rõ vì sao.")
    actions.answer_group(found, **form.cleaned_data, by=request.user, now=timezone.now())
    return redirect("surveys:officer_consultation", pk)
