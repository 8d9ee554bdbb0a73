"""Dossiers done under a programme: the promise for the day that cannot be kept."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.timezone import localtime

from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.pressing import press

from ... import actions
from ...clockwork import due_without_promise
from ...forms.officer import FallBackForm
from .finding import ask, done, find_for, sent


@officer
def fall_back(request: OfficerRequest, code: str) -> HttpResponse:
    """The officer says why; the page shows the ordinary date before the press."""
    dossier, now = find_for(request, code, "fall_back"), localtime()
    form = FallBackForm(sent(request))
    if press(
        request,
        form,
        lambda: actions.fall_back(dossier, reason=form.cleaned_data["reason"], by=request.user, now=now),
    ):
        return done(request, dossier, "Hồ sơ về hạn thường. Trang theo dõi đã ghi ngày hẹn mới.")
    return ask(request, dossier, "fall_back", form, due_at=due_without_promise(dossier, now))
