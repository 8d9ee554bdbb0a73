"""The officer's counter: open it, call, serve, hold, send on; who waits and how long still."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Avg, Max
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate, localtime
from django.views.decorators.http import require_POST

from gandan.core.errors import RuleBroken
from gandan.people.access import OfficerRequest, View, officer

from .. import actions
from ..actions.calling import Destination
from ..line import calling_counters, for_counter, of_hall, placed, stranded
from ..models import Counter, Matter, PeerGroup, Sitting, Ticket, Zone
from ..rules import rules_of
from ..workflow import AT_COUNTER, GROUP_OPEN, Status
from .finding import counter_of, need_to_serve, sitting_of, ticket_of
from .groups import proposals

MOST_SHOWN = 40


@officer
def panel(request: OfficerRequest) -> HttpResponse:
    """My counter, or the counters to choose from."""
    moment, sitting = localtime(), sitting_of(request)
    counter = sitting.counter if sitting else None
    context: dict[str, Any] = {
        "now": moment, "sitting": sitting, "counter": counter, "counters": _seats(request), "zones": Zone.choices,
        "help": [one for one in Counter.objects.filter(agency=request.commune, help_at__isnull=False) if one != counter],
        **_line(request, counter), **_today(request),
    }  # fmt: skip
    if counter is not None:
        context["current"] = _current(counter)
    return render(request, "hall/officer/panel.html", context)


def _seats(request: OfficerRequest) -> list[tuple[Counter, Sitting | None]]:
    seats = Sitting.objects.filter(counter__agency=request.commune, until__isnull=True).select_related("officer")
    taken = {one.counter_id: one for one in seats}
    return [(one, taken.get(one.pk)) for one in Counter.objects.filter(agency=request.commune, is_used=True)]


def _current(counter: Counter) -> Ticket | None:
    mine = Ticket.objects.filter(counter=counter, status__in=AT_COUNTER).select_related("procedure", "assisted_by")
    return mine.prefetch_related("matters__procedure", "dossiers__dossier").first()


def _line(request: OfficerRequest, counter: Counter | None) -> dict[str, Any]:
    """Who waits, as they will be called here (or in the hall, for whoever sits nowhere); whom to bring back; groups."""
    moment = localtime()
    rules = rules_of(request.commune, localdate(moment))
    waiting = for_counter(counter, rules, moment) if counter else of_hall(request.commune, rules, moment)
    aside = Ticket.objects.of(request.commune, localdate(moment)).filter(status__in=(Status.HELD, Status.MISSED))
    groups = PeerGroup.objects.filter(agency=request.commune, day=localdate(moment), status__in=GROUP_OPEN)
    return {
        "rules": rules, "places": placed(waiting[:MOST_SHOWN], calling_counters(request.commune), rules, moment),
        "waiting": len(waiting), "aside": aside.select_related("procedure").order_by("number"),
        "groups": groups.select_related("procedure"), "proposals": proposals(request.commune, waiting, rules),
        "stranded": stranded(request.commune, rules, moment),
    }  # fmt: skip


def _today(request: OfficerRequest) -> dict[str, Any]:
    served = Ticket.objects.of(request.commune, localdate()).filter(status=Status.DONE)
    facts = served.aggregate(mean=Avg("waited_seconds"), longest=Max("waited_seconds"))
    minutes = {name: None if value is None else round(float(value) / 60) for name, value in facts.items()}
    return {"served": served.count(), "mean_wait": minutes["mean"], "longest_wait": minutes["longest"]}


@officer
@require_POST
def open_counter(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.open_counter(counter_of(request, pk), by=request.user, now=localtime())
    return redirect("hall:panel")


@officer
@require_POST
def pause_counter(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.pause_counter(counter_of(request, pk), by=request.user, now=localtime())
    return redirect("hall:panel")


@officer
@require_POST
def close_counter(request: OfficerRequest, pk: int) -> HttpResponse:
    """Somebody's own counter; a leader may close one left open."""
    counter = counter_of(request, pk)
    mine = sitting_of(request)
    if (mine is None or mine.counter_id != counter.pk) and not request.office.holds("leader", "administrator"):
        raise RuleBroken(f"{counter} do người khác mở. Người đó hoặc lãnh đạo đóng quầy.")
    actions.close_counter(counter, by=request.user, now=localtime())
    return redirect("hall:panel")


@officer
@require_POST
def press_next(request: OfficerRequest, pk: int) -> HttpResponse:
    seen = request.POST.get("seen", "")
    counter = counter_of(request, pk)
    called = actions.press_next(counter, by=request.user, now=localtime(), seen=int(seen) if seen.isdecimal() else 0)
    if called is None:
        messages.info(request, "Không còn ai chờ ở quầy này.")
    return redirect("hall:panel")


@officer
@require_POST
def call_help(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.call_help(counter_of(request, pk), by=request.user, now=localtime())
    messages.warning(request, "Đã gọi hỗ trợ. Mọi quầy đang mở thấy ngay.")
    return redirect("hall:panel")


@officer
@require_POST
def end_help(request: OfficerRequest, pk: int) -> HttpResponse:
    actions.end_help(counter_of(request, pk), by=request.user, now=localtime())
    return redirect("hall:panel")


SLUGS = {
    "start_serving": "bat-dau", "finish": "xong", "hold": "tam-giu", "miss": "vang-mat", "put_back": "tra-lai",
    "leave": "ra-ve", "prepare": "nhap-lieu", "write_for": "viet-ho",
}  # fmt: skip
AT_MINE = frozenset({"start_serving", "finish", "hold", "miss"})


def _pressing(verb: str) -> View:
    """A view that takes one verb on a ticket; those at a counter only by whoever sits there."""
    act: Callable[..., object] = getattr(actions, verb)

    def press(request: OfficerRequest, pk: int) -> HttpResponse:
        ticket = ticket_of(request, pk)
        if verb in AT_MINE:
            _need_mine(request, ticket)
        act(ticket, by=request.user, now=localtime())
        return redirect("hall:reception" if request.POST.get("next") == "reception" else "hall:panel")

    press.__name__ = verb
    return officer(require_POST(press))


def _need_mine(request: OfficerRequest, ticket: Ticket) -> None:
    sitting = sitting_of(request)
    if sitting is None or ticket.counter_id != sitting.counter_id:
        raise RuleBroken(f"{ticket} không ở quầy của ông/bà. Xin xem lại số đang phục vụ.")


VERBS: dict[str, View] = {verb: _pressing(verb) for verb in SLUGS}


def _my_counter(request: OfficerRequest) -> Counter:
    sitting = sitting_of(request)
    if sitting is None:
        raise RuleBroken("Hãy mở quầy trước khi gọi số.")
    return sitting.counter


@officer
@require_POST
def recall(request: OfficerRequest, pk: int) -> HttpResponse:
    ticket = ticket_of(request, pk)
    actions.recall(ticket, counter=_my_counter(request), by=request.user, now=localtime())
    return redirect("hall:panel")


@officer
@require_POST
def redirect_ticket(request: OfficerRequest, pk: int) -> HttpResponse:
    """“quay-3” or a zone, with the reason."""
    ticket, to = ticket_of(request, pk), request.POST.get("to", "")
    if ticket.status in AT_COUNTER:
        _need_mine(request, ticket)
    counter = Counter.objects.filter(agency=request.commune, is_used=True, pk=_number(to)).first()
    zone = to if to in Zone.values else ""
    destination = Destination(counter, zone, request.POST.get("reason", ""))
    actions.redirect(ticket, destination=destination, by=request.user, now=localtime())
    messages.success(request, f"Đã chuyển số {ticket.said}. Thời gian đã chờ vẫn được tính.")
    return redirect("hall:panel")


def _number(to: str) -> int:
    digits = to.removeprefix("quay-")
    return int(digits) if to.startswith("quay-") and digits.isdecimal() else 0


@officer
@require_POST
def finish_matter(request: OfficerRequest, pk: int) -> HttpResponse:
    need_to_serve(request)
    of_commune = Matter.objects.filter(ticket__agency=request.commune).select_related("ticket")
    matter = get_object_or_404(of_commune, pk=pk)
    _need_mine(request, matter.ticket)
    actions.finish_matter(matter, by=request.user, now=localtime())
    return redirect("hall:panel")
