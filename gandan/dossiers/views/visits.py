"""A number of the hall from home, to fetch a result: by the key of the receipt."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localtime

from gandan.core.errors import RuleBroken
from gandan.hall.models import Priority
from gandan.people.access import PublicRequest, public
from gandan.places.calendars import calendar_of

from .. import actions
from ..finding import dossier_of_key
from ..workflow import Status
from .letterhead import wear


@public
def draw_for_result(request: PublicRequest, key: str) -> HttpResponse:
    """Ask for a priority, then draw; drawn already today it shows that number."""
    dossier = dossier_of_key(key)
    if dossier is None:
        raise Http404
    wear(request, dossier)
    moment = localtime()
    if request.method == "POST":
        priority = request.POST.get("priority", "")
        try:
            ticket = actions.draw_for_result(dossier, by=None, now=moment, priority=priority)
        except RuleBroken as refused:
            messages.error(request, refused.message)
            return redirect("dossiers:draw_for_result", key)
        return redirect("hall:follow", ticket.key)
    context = {
        "dossier": dossier, "is_open": calendar_of(dossier.commune).is_office_time(moment),
        "has_result": dossier.status == Status.SETTLED, "priorities": [one for one in Priority.choices if one[0]],
    }  # fmt: skip
    return render(request, "dossiers/public/draw_for_result.html", context)
