"""The ticket machine: what for, papers ready, age, priority, the number. A touch screen without sign-in; nothing is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache

from gandan.catalog.models import Procedure
from gandan.core.errors import RuleBroken
from gandan.people.access import PublicRequest, display
from gandan.places.models import Agency
from gandan.ui.qr import svg

from .. import actions, kiosk, line
from ..hours import open_now
from ..models import Ticket, Zone
from ..rules import Rules, rules_of
from ..showing import ZONE_WORDS
from .board import commune_of

FRESH = timedelta(minutes=3)
"""So long the screen says why it proposed the zone; afterwards the address tells nobody anything about age."""
PAGES = "hall/display/kiosk"


@display
@never_cache
def start(request: PublicRequest, code: str) -> HttpResponse:
    """The first screen; every later one is the answer to a form, so that nothing stays in the address or the history."""
    commune = commune_of(code)
    now = timezone.now()
    opening = open_now(commune, now)
    if not opening.is_open:
        facts = {
            "commune": commune,
            "now": now,
            "today": localdate(now),
            "following": opening.following,
            "phone": commune.phone,
        }
        return render(request, f"{PAGES}/closed.html", facts)
    if request.method == "POST":
        return _next(request, commune)
    only = opening.said(localdate(now)) if opening.now and opening.now.is_extra else ""
    return render(request, f"{PAGES}/start.html", {"commune": commune, "groups": kiosk.GROUPS, "only": only})


def _next(request: PublicRequest, commune: Agency) -> HttpResponse:
    """The screen after the one just answered."""
    steps: dict[str, Callable[..., HttpResponse]] = {
        "nhom": _group, "tim": _search, "viec": _papers, "giay": _age, "tuoi": _priority, "lay": _draw,
    }  # fmt: skip
    step = steps.get(request.POST.get("buoc", ""))
    if step is None:
        return redirect("hall:kiosk", commune.code)
    return step(request, commune, kiosk.answers_of(request.POST.dict()))


def _show(request: PublicRequest, commune: Agency, page: str, answers: kiosk.Answers, **facts: Any) -> HttpResponse:
    return render(request, f"{PAGES}/{page}.html", {"commune": commune, "answers": answers, **facts})


def _group(request: PublicRequest, commune: Agency, answers: kiosk.Answers) -> HttpResponse:
    group = kiosk.group_named(request.POST.get("nhom", ""))
    if group is None:
        return _search(request, commune, answers)
    found = kiosk.procedures_of(group, commune, localdate())
    return _show(request, commune, "choose", answers, group=group, procedures=found)


def _search(request: PublicRequest, commune: Agency, answers: kiosk.Answers) -> HttpResponse:
    question = request.POST.get("q", "")[:100]
    found = kiosk.found_for(question, localdate())
    return _show(request, commune, "search", answers, question=question, procedures=found)


def _papers(request: PublicRequest, commune: Agency, answers: kiosk.Answers) -> HttpResponse:
    procedure = _procedure(answers)
    if procedure is None:
        return _show(request, commune, "age", answers)
    papers = kiosk.papers_for(procedure, localdate())
    return _show(request, commune, "papers", answers, procedure=procedure, papers=papers)


def _age(request: PublicRequest, commune: Agency, answers: kiosk.Answers) -> HttpResponse:
    return _show(request, commune, "age", answers)


def _priority(request: PublicRequest, commune: Agency, answers: kiosk.Answers) -> HttpResponse:
    today = localdate()
    try:
        answers = kiosk.with_age(answers, request.POST.dict(), today=today)
    except RuleBroken as refused:
        return _show(request, commune, "age", kiosk.without_age(answers), refused=refused.message)
    return _show(request, commune, "priority", answers, priorities=kiosk.priorities(answers, today))


def _draw(request: PublicRequest, commune: Agency, answers: kiosk.Answers) -> HttpResponse:
    wish = kiosk.wish_of(answers, request.POST.get("uu_tien", ""), _procedure(answers))
    ticket = actions.draw_once(commune, wish, token=wish.key, by=None, now=timezone.now())
    return redirect("hall:kiosk_slip", commune.code, ticket.key)


def _procedure(answers: kiosk.Answers) -> Procedure | None:
    return Procedure.objects.in_force(localdate()).filter(code=answers.code).first() if answers.code else None


@display
@never_cache
def slip(request: PublicRequest, code: str, key: str) -> HttpResponse:
    """The number, where to go, how long; changing the zone is always possible. The page is what the printer prints."""
    commune = commune_of(code)
    ticket = get_object_or_404(Ticket.objects.of(commune, localdate()).select_related("procedure"), key=key)
    now = timezone.now()
    if request.method == "POST":
        actions.choose_zone(ticket, zone=request.POST.get("khu", ""), by=None, now=now)
        return redirect("hall:kiosk_slip", code, key)
    rules = rules_of(commune, localdate(now))
    other = Zone.SELF_SERVICE if ticket.zone == Zone.ASSISTED else Zone.ASSISTED
    follow = _follow(key)
    facts = {
        "commune": commune, "ticket": ticket, "now": now, "rules": rules, "place": line.place_of(ticket, rules, now),
        "zone_words": ZONE_WORDS[Zone(ticket.zone)], "other": other, "other_words": ZONE_WORDS[other],
        "why": _why(ticket, rules) if rules.is_zoned and now - ticket.drawn_at < FRESH else "",
        "qr": svg(follow, label="Mã QR để xem lượt chờ trên điện thoại") if follow else "",
        "papers": kiosk.papers_for(ticket.procedure, localdate(now)) if ticket.procedure else [],
    }  # fmt: skip
    return render(request, f"{PAGES}/slip.html", facts)


def _follow(key: str) -> str:
    """The address behind the QR; "" while nobody can follow a number by phone."""
    try:
        return settings.PUBLIC_URL + reverse("hall:follow", args=[key])
    except NoReverseMatch:
        return ""


def _why(ticket: Ticket, rules: Rules) -> str:
    if ticket.zone != ticket.first_zone:
        return "Ông/bà đã chọn khu này."
    if ticket.birth_year is None:
        return "Chưa biết tuổi nên máy mời sang khu có người hướng dẫn."
    assisted, alone = ("từ", "dưới") if rules.is_equal_assisted else ("trên", "không quá")
    side = assisted if ticket.zone == Zone.ASSISTED else alone
    return f"Máy mời sang khu này vì ông/bà {side} {rules.threshold} tuổi."
