"""Dialogues and every opinion raised: to whom, by when, what came of it; notables and guests."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from gandan.core.vietnamese import say_number
from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.files import as_table
from gandan.ui.views.pressing import press

from .. import actions, papers
from ..forms import AnswerOpinionForm, AssignOpinionForm, NotableForm, PlanOpinionForm
from ..models import Notable, Occasion, Opinion, OpinionQuerySet
from ..models.occasions import CONFERENCES
from ..workflow import OpinionStatus
from .finding import KEEPERS, blocks, form_page, occasion_of, opinion_of, tabs

PAGE = 50
CHIPS = {"cho-giao": "Chưa giao", "dang-lam": "Đang giải quyết", "qua-han": "Quá hạn", "tat-ca": "Tất cả"}


def _chosen(rows: OpinionQuerySet, chip: str) -> OpinionQuerySet:
    if chip == "qua-han":
        return rows.overdue(timezone.now())
    if chip == "cho-giao":
        return rows.filter(status=OpinionStatus.RAISED)
    return rows.unanswered() if chip == "dang-lam" else rows


@officer
def conferences(request: OfficerRequest) -> HttpResponse:
    """Dialogues with their share of answers; opinions by state. Partner agencies see what was given to them."""
    rows = Opinion.objects.of(request.commune)
    is_partner = request.office.is_partner_only
    rows = rows.filter(unit=request.office.agency) if is_partner else rows
    chip = request.GET.get("loc", "dang-lam") if request.GET.get("loc", "dang-lam") in CHIPS else "dang-lam"
    chips = [
        {"href": f"?loc={name}", "label": label, "is_current": name == chip, "count": _chosen(rows, name).count()}
        for name, label in CHIPS.items()
    ]
    now = timezone.now()
    found = _chosen(rows, chip).select_related("occasion__hamlet", "unit", "hamlet").order_by("due_at", "-raised_at")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    facts = {
        "tabs": [] if is_partner else tabs("conferences"), "chips": chips, "page": page,
        "rows": [(one, one.is_late(now)) for one in page], "dialogues": [] if is_partner else _dialogues(request),
    }  # fmt: skip
    return render(request, "dialogue/officer/conferences.html", facts)


def _dialogues(request: OfficerRequest) -> list[dict[str, Any]]:
    """The newest twenty with numerator, denominator and rate of their opinions (one statement)."""
    answered = Q(opinions__status=OpinionStatus.ANSWERED)
    rows: Any = Occasion.objects.of(request.commune).filter(kind__in=CONFERENCES).select_related("host").annotate(
        raised=Count("opinions"), answered=Count("opinions", filter=answered)
    ).order_by("-starts_at")[:20]  # fmt: skip
    return [{"one": one, "rate": rate_of(one.answered, one.raised)} for one in rows]


def rate_of(answered: int, raised: int) -> str:
    """“15/17 (88,2%)”; “chưa có” without an opinion."""
    return f"{answered}/{raised} ({say_number(100 * answered / raised)}%)" if raised else "chưa có"


@officer
def opinion(request: OfficerRequest, pk: int) -> HttpResponse:
    one = opinion_of(request, pk)
    return _show(request, one, _forms(request, one, None, ""))


def _forms(request: OfficerRequest, one: Opinion, data: Any, verb: str) -> dict[str, forms.Form | None]:
    asked: dict[str, forms.Form | None] = {
        "answer_opinion": AnswerOpinionForm(data if verb == "answer_opinion" else None),
        "plan_opinion": PlanOpinionForm(data if verb == "plan_opinion" else None),
    }
    if not request.office.is_partner_only:
        sent = data if verb == "assign_opinion" else None
        asked["assign_opinion"] = AssignOpinionForm(sent, commune=request.commune, text=one.text)
    return asked


def _show(
    request: OfficerRequest, one: Opinion, asked: dict[str, forms.Form | None], pressed: str = ""
) -> HttpResponse:
    steps = blocks(one.possible_steps(), "dialogue:press_opinion", one.pk, asked)
    facts = {
        "one": one, "is_late": one.is_late(timezone.now()), "main_steps": steps[:1], "more_steps": steps[1:],
        "form": asked.get(pressed), "pressed": pressed,
    }  # fmt: skip
    return render(request, "dialogue/officer/opinion.html", facts)


@officer
@require_POST
def press_opinion(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    one, verb = opinion_of(request, pk), verb.replace("-", "_")
    asked = _forms(request, one, request.POST, verb)
    form = asked.get(verb)
    if form is None:
        raise Http404
    if not press(request, form, lambda: _act(request, one, verb, form.cleaned_data)):
        return _show(request, opinion_of(request, pk), asked, verb)
    messages.success(request, f"{one}: đã ghi.")
    return redirect("dialogue:opinion", one.pk)


def _act(request: OfficerRequest, one: Opinion, verb: str, told: dict[str, Any]) -> None:
    more: dict[str, Any] = {"by": request.user, "now": timezone.now()}
    if verb == "assign_opinion":
        wording = actions.Wording(told["text"], told["is_private"])
        actions.assign_opinion(one, told["unit"], wording=wording, **more)
    elif verb == "plan_opinion":
        actions.plan_opinion(one, told["plan"], told["until"], **more)
    else:
        actions.answer_opinion(one, told["outcome"], told["answer"], **more)


@officer(*KEEPERS)
def opinions_table(request: OfficerRequest, pk: int) -> HttpResponse:
    one = occasion_of(request, pk)
    rows = papers.opinions_rows(one.opinions.select_related("unit"))
    return as_table(f"y-kien-{one.pk}.xlsx", f"Ý kiến, kiến nghị: {one}", papers.opinions_heads(), rows)


@officer(*KEEPERS)
def notables(request: OfficerRequest) -> HttpResponse:
    rows = Notable.objects.filter(commune=request.commune).select_related("hamlet").annotate(
        came=Count("invitations", filter=Q(invitations__is_present=True)), invited=Count("invitations")
    )  # fmt: skip
    return render(request, "dialogue/officer/notables.html", {"rows": rows})


@officer(*KEEPERS)
def keep_notable(request: OfficerRequest, pk: int = 0) -> HttpResponse:
    one = get_object_or_404(Notable, commune=request.commune, pk=pk) if pk else None
    shown = {name: getattr(one, name) for name in NotableForm.base_fields} if one else None
    form = NotableForm(request.POST if request.method == "POST" else None, commune=request.commune, initial=shown)
    back = reverse("dialogue:notables")
    page = {
        "title": "Người ủng hộ địa phương, người có uy tín", "back": back, "back_label": "Danh sách", "button": "Lưu",
        "said": "Đã lưu.", "to": back,
    }  # fmt: skip
    return form_page(
        request, form,
        lambda: actions.keep_notable(request.commune, form.details(), by=request.user, now=timezone.now(), notable=one), page,
    )  # fmt: skip


@officer(*KEEPERS)
def note_guests(request: OfficerRequest, pk: int) -> HttpResponse:
    """Who is invited, who came: two boxes a person."""
    one = occasion_of(request, pk)
    if request.method == "POST":
        invited, present = (
            {int(value) for value in request.POST.getlist(name) if value.isdigit()} for name in ("moi", "den")
        )
        actions.note_guests(one, invited | present, present, by=request.user, now=timezone.now())
        messages.success(request, f"Đã ghi {len(invited | present)} người được mời, {len(present)} người có mặt.")
        return redirect("dialogue:occasion", one.pk)
    known = {guest.notable_id: guest.is_present for guest in one.guests.all()}
    rows = Notable.objects.filter(commune=request.commune).filter(Q(is_listed=True) | Q(pk__in=known))
    facts = {"one": one, "rows": [(row, row.pk in known, known.get(row.pk, False)) for row in rows]}
    return render(request, "dialogue/officer/note_guests.html", facts)
