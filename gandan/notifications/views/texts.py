"""The words of notices, written by the communication officer."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from gandan.people.access import OfficerRequest, officer
from gandan.people.models import Role

from .. import actions
from ..drafts import TextDraft, faults_of
from ..forms import TextForm, initial_of
from ..models import TextVersion
from ..variables import with_samples
from ..wording import events, offered_by, preview_of_house

WRITERS = (Role.COMMUNICATIONS, Role.LEADER, Role.ADMINISTRATOR)


@officer(*WRITERS)
def texts(request: OfficerRequest) -> HttpResponse:
    """Every notice there is, with the words in use."""
    own = {one.event: one for one in TextVersion.objects.of(request.commune).in_use().select_related("made_by")}
    rows = [{"event": event, "subject": preview_of_house(event)[0], "own": own.get(event)} for event in events()]
    return render(request, "notifications/officer/texts.html", {"rows": rows, "own": len(own)})


@officer(*WRITERS)
def write_text(request: OfficerRequest, event: str) -> HttpResponse:
    """Write, look at it, use it."""
    if event not in set(events()):
        raise Http404
    versions = TextVersion.objects.of(request.commune).filter(event=event).select_related("made_by").order_by("-number")
    used = TextVersion.objects.of(request.commune).in_use().filter(event=event).first()
    house = preview_of_house(event)
    form = TextForm(initial=initial_of(used or TextDraft(*house)))
    faults: list[str] = []
    shown = None
    if request.method == "POST":
        form = TextForm(request.POST)
        if form.is_valid():
            draft = form.draft()
            faults = faults_of(event, draft)
            shown = (with_samples(draft.subject), with_samples(draft.text), with_samples(draft.short))
            if "use" in request.POST and not faults:
                actions.write_text(request.commune, event, draft, by=request.user, now=timezone.now())
                messages.success(request, "Đã dùng lời mới từ tin sau trở đi.")
                return redirect("notifications:templates")
    facts = {
        "event": event, "form": form, "faults": faults, "shown": shown, "versions": versions, "used": used,
        "offers": list(offered_by(event)), "house": house,
    }  # fmt: skip
    return render(request, "notifications/officer/write_text.html", facts)


@officer(*WRITERS)
def withdraw_text(request: OfficerRequest, pk: int) -> HttpResponse:
    version = get_object_or_404(TextVersion.objects.of(request.commune), pk=pk)
    if request.method == "POST":
        actions.withdraw_text(version, by=request.user, now=timezone.now())
        messages.success(request, "Đã trở lại lời có sẵn.")
    return redirect("notifications:write_text", version.event)
