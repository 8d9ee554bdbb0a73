"""The reception desk: which procedure, papers ready, then the number; typing in before the stamp desk."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.timezone import localdate, localtime

from gandan.catalog.models import ProcedureVersion
from gandan.catalog.search import Hit, search
from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest, officer
from gandan.ui.qr import svg

from .. import actions
from ..actions.drawing import MOST_MATTERS
from ..forms import ReceptionForm
from ..line import calling_counters, of_hall, place_of, placed
from ..models import Ticket
from ..rules import Rules, rules_of
from .finding import need_to_serve, ticket_of
from .groups import proposals

MOST_FOUND = 8


@officer
def reception(request: OfficerRequest) -> HttpResponse:
    """One page: search, tick papers, draw. The chosen procedures stand in the address."""
    need_to_serve(request)
    moment = localtime()
    today, codes = moment.date(), list(dict.fromkeys(request.GET.getlist("viec")))[:MOST_MATTERS]
    rules = rules_of(request.commune, today)
    versions = _versions(codes)
    form = ReceptionForm(
        request.POST if request.method == "POST" else None, versions=versions, today=today, is_zoned=rules.is_zoned
    )
    if request.method == "POST" and form.is_valid():
        ticket = actions.draw(request.commune, form.wish(), by=request.user, now=localtime())
        for doubt in form.read.doubts if form.read else ():
            messages.warning(request, doubt)
        return redirect("hall:slip", ticket.pk)
    words = request.GET.get("q", "").strip()
    waiting = of_hall(request.commune, rules, moment)
    context = {
        "now": moment, "form": form, "words": words, "found": _found(words, codes), "versions": versions, "codes": codes,
        "rules": rules, "places": placed(waiting[:60], calling_counters(request.commune), rules, moment),
        "waiting": len(waiting), "to_prepare": _to_prepare(waiting, rules),
        "proposals": proposals(request.commune, waiting, rules),
    }  # fmt: skip
    return render(request, "hall/officer/reception.html", context)


def _versions(codes: list[str]) -> list[ProcedureVersion]:
    """Those in force, in the order they were chosen."""
    rows = ProcedureVersion.objects.in_force(localdate()).filter(procedure__code__in=codes).select_related("procedure")
    found = {row.procedure.code: row for row in rows.order_by("valid_from")}
    return [found[code] for code in codes if code in found]


def _found(words: str, codes: list[str]) -> list[Hit]:
    return [hit for hit in search(words, limit=MOST_FOUND + len(codes)) if hit.code not in codes] if words else []


def _to_prepare(waiting: list[Ticket], rules: Rules) -> list[Ticket]:
    """Who may be typed in for before the stamp desk, in the order of the line."""
    codes = rules.assisted_codes
    if codes is None:
        return []
    return [
        one for one in waiting if one.prepared_at is None and (not codes or (one.procedure and one.procedure.code in codes))
    ]  # fmt: skip


@officer
def slip(request: OfficerRequest, pk: int) -> HttpResponse:
    """What the person takes along: the number, the zone, the QR to follow."""
    ticket = ticket_of(request, pk)
    if ticket.day != localdate():
        raise RuleBroken(f"{ticket} là của ngày khác.")
    address = request.build_absolute_uri(reverse("hall:follow", args=[ticket.key]))
    moment = localtime()
    context = {
        "ticket": ticket, "now": moment, "place": place_of(ticket, rules_of(ticket.agency, ticket.day), moment),
        "rules": rules_of(ticket.agency, ticket.day),
        "qr": mark_safe(svg(address, label="Mã QR theo dõi số thứ tự")),  # drawn by us from our address
    }  # fmt: skip
    return render(request, "hall/officer/slip.html", context)
