"""Recordings: who may hear them, why, and what came of it. Restricted; every hearing is written down."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role
from gandan.ui.views.files import kept_file
from gandan.ui.views.pressing import press

from .. import actions
from ..forms import ConcludeForm, ReasonForm
from ..models import Listening
from ..workflow import STEPS
from .finding import call_of, of_the_commune, tabs

PAGE = 50
FOR_LEADERS = frozenset({"approve_listening", "refuse_listening", "conclude_listening"})
SAID = {step.verb: step.label for step in STEPS}
ENDINGS = {"audio/wav": "wav", "audio/mpeg": "mp3", "audio/ogg": "ogg", "audio/mp4": "m4a", "audio/gsm": "gsm"}


@officer
def listenings(request: OfficerRequest) -> HttpResponse:
    """Leaders see all requests, others their own."""
    of_the_commune(request)
    rows = Listening.objects.seen_by(request.office).select_related("recording__call__line", "asked_by", "decided_by")
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return render(request, "hotline/officer/listenings.html", {"tabs": tabs(request, "listenings"), "page": page})


@officer
@require_POST
def ask_to_listen(request: OfficerRequest, pk: int) -> HttpResponse:
    """From the page of the call."""
    of_the_commune(request)
    recording = getattr(call_of(request, pk), "recording", None)
    if recording is None:
        raise Http404
    made = actions.ask_to_listen(recording, request.POST.get("reason", ""), by=request.user, now=timezone.now())
    messages.success(request, "Đã gửi yêu cầu nghe lại, chờ lãnh đạo duyệt.")
    return redirect("hotline:listening", made.pk)


def _listening(request: OfficerRequest, pk: int) -> Listening:
    of_the_commune(request)
    related = ("recording__call__line", "recording__call__answered_by", "asked_by", "decided_by", "concluded_by")
    return get_object_or_404(Listening.objects.seen_by(request.office).select_related(*related), pk=pk)


@officer
def listening(request: OfficerRequest, pk: int) -> HttpResponse:
    return _show(request, _listening(request, pk), {})


def _show(request: OfficerRequest, one: Listening, asked: dict[str, Any], pressed: Any = None) -> HttpResponse:
    forms: dict[str, Any] = {"refuse_listening": ReasonForm(), "conclude_listening": ConcludeForm(), **asked}
    steps = [
        {"step": step, "form": forms.get(step.verb), "verb": step.verb, "blocked": _blocked(request, step.verb)}
        for step in one.possible_steps()
    ]
    facts = {
        "one": one,
        "call": one.recording.call,
        "steps": steps,
        "form": pressed,
        "hearings": one.hearings.select_related("by"),
    }
    return render(request, "hotline/officer/listening.html", facts)


def _blocked(request: OfficerRequest, verb: str) -> str:
    return (
        "Lãnh đạo Ủy ban nhân dân làm việc này."
        if verb in FOR_LEADERS and not request.office.holds(Role.LEADER)
        else ""
    )


More = dict[str, Any]
VERBS: dict[str, Callable[[Listening, Any, More], None]] = {
    "approve_listening": lambda one, told, more: actions.approve_listening(one, **more),
    "refuse_listening": lambda one, told, more: actions.refuse_listening(one, told["reason"], **more),
    "conclude_listening": lambda one, told, more: actions.conclude_listening(
        one, told["verdict"], told["text"], **more
    ),
}


@officer
@require_POST
def step(request: OfficerRequest, pk: int, verb: str) -> HttpResponse:
    """One step of a request."""
    one = _listening(request, pk)
    if blocked := _blocked(request, verb):
        raise RuleBroken(blocked)
    form = {"refuse_listening": ReasonForm, "conclude_listening": ConcludeForm}.get(verb, ReasonForm)(
        request.POST if verb != "approve_listening" else {"reason": "duyệt"}
    )
    if not press(
        request, form, lambda: VERBS[verb](one, form.cleaned_data, {"by": request.user, "now": timezone.now()})
    ):
        return _show(request, one, {verb: form}, form)
    messages.success(request, f"{SAID[verb]}: xong.")
    return redirect("hotline:listening", pk)


@officer
@require_POST
def listen(request: OfficerRequest, pk: int) -> HttpResponseBase:
    """The sound itself, after the hearing has been written down."""
    one = _listening(request, pk)
    actions.listen(one, by=request.user, now=timezone.now())
    kind = one.recording.media_type
    return kept_file(one.recording.file, f"ghi-am-{one.pk}.{ENDINGS.get(kind, 'wav')}", media_type=kind, is_shown=True)
