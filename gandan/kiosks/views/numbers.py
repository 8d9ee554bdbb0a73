"""A number of the hall drawn at the machine: which zone is proposed by age (S0.18), and may be changed at once."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.hall.actions import choose_zone, draw_once
from gandan.hall.actions.drawing import Wish
from gandan.hall.hours import open_now
from gandan.hall.identity_card import read_card
from gandan.hall.line import place_of
from gandan.hall.models import Ticket, Zone
from gandan.hall.rules import rules_of
from gandan.hall.showing import ZONE_WORDS

from .. import actions
from ..models import Outcome
from ..receipts import print_ticket
from .doors import VisitRequest, go, show, visiting


@visiting
def take_number(request: VisitRequest) -> HttpResponseBase:
    """One visit, one number, however often the screen is touched. Where zones are switched on, the year of birth is asked."""
    ticket, error = _drawn(request), ""
    if request.method == "POST":
        try:
            if ticket is not None:
                choose_zone(ticket, zone=request.POST.get("khu", ticket.zone), by=None, now=timezone.now())
                return go(request, "take_number")
            if _is_answered(request):
                _draw(request)
                return go(request, "take_number")
        except RuleBroken as refused:
            actions.note_visit(request.visit, now=timezone.now(), errors=1)
            error = refused.message
    return show(request, "take_number", {"ticket": ticket, "error": error, **_standing(request, ticket)})


def _token(request: VisitRequest) -> str:
    """The number's key, made of the visit's: nobody finds one from the other."""
    return salted_hmac("kiosks.number", request.visit.key).hexdigest()[:24]


def _drawn(request: VisitRequest) -> Ticket | None:
    found = Ticket.objects.select_related("agency").filter(agency=request.commune, key=_token(request))
    return found.first()


def _is_answered(request: VisitRequest) -> bool:
    """The first touch on another page asks nothing yet; without zones nothing is asked at all."""
    asked = ("nam", "payload", "bo-qua")
    return not rules_of(request.commune, localdate()).is_zoned or any(name in request.POST for name in asked)


def _draw(request: VisitRequest) -> None:
    now = timezone.now()
    wish = Wish(**_born(request))
    ticket = draw_once(request.commune, wish, token=_token(request), by=None, now=now)
    actions.note_visit(request.visit, now=now, outcome=Outcome.TICKET)
    print_ticket(request.machine, ticket, now=now)


def _born(request: VisitRequest) -> dict[str, Any]:
    """The birthday of the card, or the year typed; nothing when passed over. RuleBroken, kindly, for what cannot be read."""
    if payload := request.POST.get("payload", "").strip()[:1000]:
        return {"birthday": read_card(payload, today=localdate()).birthday}
    typed = request.POST.get("nam", "").strip()
    if not typed:
        return {}
    if not (typed.isascii() and typed.isdigit() and len(typed) == 4):
        raise RuleBroken(f"Năm sinh {typed[:8]} chưa đúng. Xin nhập bốn chữ số, ví dụ 1958.")
    return {"birth_year": int(typed)}


def _standing(request: VisitRequest, ticket: Ticket | None) -> dict[str, Any]:
    now = timezone.now()
    rules = rules_of(request.commune, localdate(now))
    if ticket is None:
        opening = open_now(request.commune, now)
        closed = "" if opening.is_open else opening.said(localdate(now))
        return {"is_zoned": rules.is_zoned, "closed": closed}
    other = Zone.SELF_SERVICE if ticket.zone == Zone.ASSISTED else Zone.ASSISTED
    return {
        "is_zoned": rules.is_zoned, "place": place_of(ticket, rules, now), "zone_words": ZONE_WORDS[Zone(ticket.zone)],
        "other": other, "other_words": ZONE_WORDS[other],
    }  # fmt: skip
