"""The one new date: draft the apology, sign it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.utils.timezone import localdate, localtime

from gandan.people.access import OfficerRequest, officer
from gandan.ui.views.pressing import press

from ... import actions
from ...clockwork import calendar_for
from ...forms.officer import ConfirmForm, ExtensionForm
from ...jobs import cause_of
from ...models import Dossier, LegStatus
from .finding import ask, done, find_for, sent


@officer
def draft_extension(request: OfficerRequest, code: str) -> HttpResponse:
    dossier, now = find_for(request, code, "draft_extension"), localtime()
    form = ExtensionForm(sent(request), commune=request.commune, initial=_proposal(dossier, now))

    def act() -> None:
        typed = form.cleaned_data
        calendar = calendar_for(dossier)
        day = (
            typed["new_day"]
            if calendar.is_working_day(typed["new_day"])
            else calendar.next_working_day(typed["new_day"])
        )
        apology = actions.Apology(typed["cause"], typed["responsible"], calendar.end_of_day(day))
        actions.draft_extension(dossier, apology=apology, by=request.user, now=now)

    if press(request, form, act):
        return done(request, dossier, "Đã lưu dự thảo Mẫu 04, chờ lãnh đạo ký.")
    return ask(request, dossier, "draft_extension", form)


def _proposal(dossier: Dossier, now: datetime) -> dict[str, Any]:
    """What was drafted; without a draft, the leg at work that is the most overdue."""
    extension = getattr(dossier, "extension", None)
    if extension is not None:
        day = localdate(extension.new_due_at)
        return {"cause": extension.cause, "responsible": extension.responsible, "new_day": day}
    legs = dossier.legs.filter(status=LegStatus.RUNNING).select_related("agency").order_by("due_at")
    slowest = legs.first()
    day = calendar_for(dossier).next_working_day(localdate(max(dossier.due_at or now, now)))
    if slowest is None:
        return {"responsible": dossier.agency, "new_day": day}
    return {"cause": cause_of(slowest), "responsible": slowest.agency, "new_day": day}


@officer
def extend(request: OfficerRequest, code: str) -> HttpResponse:
    dossier = find_for(request, code, "extend")
    form = ConfirmForm(sent(request))
    if press(request, form, lambda: actions.extend(dossier, by=request.user, now=localtime())):
        return done(request, dossier, "Đã ký. Công dân nhận thư xin lỗi và ngày hẹn mới.")
    return ask(request, dossier, "extend", form, extension=getattr(dossier, "extension", None))
