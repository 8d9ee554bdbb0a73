"""Ideas of officers: written, compared with what is there, sent or filed as replication."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.timezone import now

from gandan.people.access import OfficerRequest, officer

from .. import actions, workflow
from ..alike import models_like
from ..forms.registry import IdeaForm, MergeForm
from ..models import Reform
from ..rights import is_own
from ..similarity import SAME
from ..workflow import IN_REGISTRY, Status
from .registry import find, show


@officer
def propose(request: OfficerRequest) -> HttpResponse:
    """Write an idea down; below, the ideas of this commune."""
    form = IdeaForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reform = actions.write_idea(form.idea(), agency=request.office.agency, by=request.user, now=now())
        return redirect("reforms:idea", reform.code)
    ideas = Reform.objects.filter(proposed_by__commune=request.commune).exclude(status__in=IN_REGISTRY)
    shown = {"form": form, "ideas": ideas.select_related("author", "parent").order_by("-changed_at")[:50]}
    return show(request, "propose", shown)


@officer
def idea(request: OfficerRequest, code: str) -> HttpResponse:
    """One idea before it is sent: change it, see what is like it, send it or file it as replication."""
    reform = find(request, code)
    if reform.status in IN_REGISTRY or not is_own(reform, request.office):
        raise Http404
    form = IdeaForm.of(reform, request.POST if request.POST.get("do") == "save" else None)
    if request.method == "POST" and (answer := _pressed(request, reform, form)):
        return answer
    alike = models_like(reform)
    shown = {
        "reform": reform, "form": form, "alike": alike, "is_open": reform.status in workflow.PROPOSE.start,
        "may_merge": reform.status in workflow.MERGE.start, "must_merge": bool(alike) and alike[0].score >= SAME,
        "return_words": reform.reason if reform.status == Status.RETURNED else "",
    }  # fmt: skip
    return show(request, "idea", shown)


def _pressed(request: OfficerRequest, reform: Reform, form: IdeaForm) -> HttpResponse | None:
    who: dict[str, Any] = {"by": request.user, "now": now()}
    do = request.POST.get("do", "")
    if do == "propose":
        actions.propose(reform, **who)
        messages.success(request, "Đã gửi đề xuất. Người thẩm định của xã sẽ xem.")
    elif do == "merge":
        into = _model(MergeForm(request.POST))
        actions.merge(reform, into, **who)
        messages.success(request, f"Đã ghi nhận là nhân rộng “{into}”. Tên người đề xuất được giữ.")
        return redirect("reforms:detail", into.code)
    elif form.is_valid():
        actions.write_idea(form.idea(), agency=request.office.agency, reform=reform, **who)
        messages.success(request, "Đã lưu ý tưởng.")
    else:
        return None
    return redirect("reforms:idea", reform.code)


def _model(form: MergeForm) -> Reform:
    if not form.is_valid():
        raise Http404
    return get_object_or_404(Reform.objects.in_registry(), code=form.cleaned_data["into"])
