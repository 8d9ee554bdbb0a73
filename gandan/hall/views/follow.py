"""My place in the line, on the phone: opened by the key in the QR, without a name."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from gandan.people.access import PublicRequest, public
from gandan.places.directory import serving_communes

from .. import actions
from ..actions.preparing import NEAR
from ..line import Place, place_of
from ..models import Ticket
from ..rules import rules_of
from ..workflow import LEAVE, Status


def _ticket(request: PublicRequest, key: str) -> Ticket:
    """404 for a key that does not exist; the page wears the letterhead of the ticket's commune."""
    found = Ticket.objects.select_related("agency", "procedure", "counter")
    ticket = get_object_or_404(found, key=key)
    request.commune = serving_communes().get(ticket.agency.code, request.commune)
    return ticket


@public
def follow(request: PublicRequest, key: str) -> HttpResponse:
    ticket, moment = _ticket(request, key), localtime()
    is_today = ticket.day == localdate(moment)
    place: Place | None = None
    if is_today and ticket.status == Status.WAITING:
        place = place_of(ticket, rules_of(ticket.agency, ticket.day), moment)
    context: dict[str, Any] = {
        "ticket": ticket, "place": place, "now": moment, "is_today": is_today,
        "is_near": place is not None and place.ahead <= NEAR, "is_called": ticket.status == Status.CALLED,
        "may_leave": is_today and ticket.status in LEAVE.start,
    }  # fmt: skip
    response = render(request, "hall/public/follow.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response


@public
@require_POST
def leave(request: PublicRequest, key: str) -> HttpResponse:
    """“Tôi ra về”: pressed twice it stays so."""
    ticket = _ticket(request, key)
    if ticket.status != Status.LEFT:
        actions.leave(ticket, by=None, now=localtime())
    return redirect("hall:follow", key)
