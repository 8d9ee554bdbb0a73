"""The line of people, read: who waits where, in the order of the calls, how long already and how long still."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.cache import cache
from django.db.models import Avg, Count, QuerySet
from django.utils.timezone import localdate

from gandan.places.models import Agency

from .forecast import Pace, Span, wait_of
from .models import Counter, PeerMember, Sitting, Ticket, Zone, waited_until
from .ordering import Waiting, order, prepared_first, with_overtakes
from .rules import Rules
from .workflow import AT_COUNTER, Status

MEASURED = timedelta(days=30)
PACE_SECONDS = 300


def servable(counter: Counter, rules: Rules, now: datetime) -> list[Ticket]:
    """Those who wait for this counter: in its zone when the hall has zones, of its fields unless every counter serves all."""
    waiting = Ticket.objects.of(counter.agency, localdate(now)).waiting().select_related("procedure", "counter")
    return [one for one in waiting if is_for(one, counter, rules)]


def is_for(ticket: Ticket, counter: Counter, rules: Rules) -> bool:
    if ticket.only_counter_id is not None:
        return ticket.only_counter_id == counter.pk
    if rules.is_zoned and ticket.zone != counter.zone:
        return False
    is_open_to_all = rules.is_universal and counter.number not in rules.specialists
    return is_open_to_all or counter.serves(ticket.procedure.field if ticket.procedure else "")


def _called(agency: Agency, rules: Rules, zone: str, now: datetime) -> list[Waiting]:
    """Whoever was called today where those of the zone are called."""
    called = Ticket.objects.of(agency, localdate(now)).filter(called_at__isnull=False)
    if rules.is_zoned:
        called = called.filter(zone=zone)
    return [one.as_waiting() for one in called.only("drawn_at", "booked_for", "priority")]


def for_counter(counter: Counter, rules: Rules, now: datetime) -> list[Ticket]:
    """Everybody whom this counter may call, the next one first."""
    waiting = servable(counter, rules, now)
    ordered = _ordered(waiting, _called(counter.agency, rules, counter.zone, now), rules, now)
    if rules.assisted_codes is not None and (not rules.stamp_counters or counter.number in rules.stamp_counters):
        prepared = {one.pk for one in waiting if one.prepared_at is not None}
        ordered = prepared_first(ordered, prepared, now, rules.bounds)
    return _back(ordered, waiting)


def of_hall(agency: Agency, rules: Rules, now: datetime) -> list[Ticket]:
    """Everybody who waits, in the order of the zones' calls; zones one after the other."""
    waiting = list(Ticket.objects.of(agency, localdate(now)).waiting().select_related("procedure", "only_counter"))
    if not rules.is_zoned:
        return _back(_ordered(waiting, _called(agency, rules, "", now), rules, now), waiting)
    found: list[Ticket] = []
    for zone in sorted({one.zone for one in waiting}):
        here = [one for one in waiting if one.zone == zone]
        found += _back(_ordered(here, _called(agency, rules, zone, now), rules, now), here)
    return found


def _ordered(waiting: Iterable[Ticket], called: Iterable[Waiting], rules: Rules, now: datetime) -> list[Waiting]:
    return order(with_overtakes((one.as_waiting() for one in waiting), called), now, rules.bounds)


def _back(ordered: Iterable[Waiting], waiting: Iterable[Ticket]) -> list[Ticket]:
    tickets = {one.pk: one for one in waiting}
    return [tickets[one.id] for one in ordered]


@dataclass(frozen=True)
class Place:
    """One who waits: how many minutes already, how many people are called before, and the likely rest."""

    ticket: Ticket
    minutes: int
    ahead: int
    likely: Span | None


def placed(tickets: Sequence[Ticket], counters: Sequence[Counter], rules: Rules, now: datetime) -> list[Place]:
    """The places of `tickets` (in the order of the calls), for `counters` that are open and call."""
    return [_place(index, tickets, counters, rules, now) for index in range(len(tickets))]


def _place(index: int, tickets: Sequence[Ticket], counters: Sequence[Counter], rules: Rules, now: datetime) -> Place:
    ticket = tickets[index]
    mine = [one for one in counters if is_for(ticket, one, rules)]
    ahead = [one.procedure_id for one in tickets[:index] if _competes(one, mine, rules)]
    busy = busy_counters(ticket.agency_id, now) & {one.pk for one in mine}
    likely = wait_of(ahead, counters=len(mine), busy=len(busy), pace=pace_of(ticket.agency_id, now))
    return Place(ticket, waited_until(ticket, now) // 60, len(ahead), likely)


def _competes(other: Ticket, counters: Sequence[Counter], rules: Rules) -> bool:
    """Is somebody before me called at my counters?"""
    return not counters or any(is_for(other, one, rules) for one in counters)


def place_of(ticket: Ticket, rules: Rules, now: datetime) -> Place | None:
    """Where this ticket stands; None when it does not wait."""
    tickets = of_hall(ticket.agency, rules, now)
    index = next((index for index, one in enumerate(tickets) if one.pk == ticket.pk), None)
    return None if index is None else _place(index, tickets, calling_counters(ticket.agency), rules, now)


def calling_counters(agency: Agency) -> list[Counter]:
    """Counters where somebody sits and has no break."""
    seats = Sitting.objects.filter(counter__agency=agency, until__isnull=True, paused_at__isnull=True)
    return [one.counter for one in seats.select_related("counter").order_by("counter__number")]


def stranded(agency: Agency, rules: Rules, now: datetime) -> list[tuple[str, int]]:
    """Zones where people wait and no counter calls: the name of the zone, how many wait. No SQL where there are no zones."""
    if not rules.is_zoned:
        return []
    waiting = Ticket.objects.of(agency, localdate(now)).waiting().filter(only_counter__isnull=True)
    counts = waiting.order_by("zone").values_list("zone").annotate(Count("pk"))
    calling = {one.zone for one in calling_counters(agency)}
    return [(Zone(zone).label, count) for zone, count in counts if zone not in calling]


def busy_counters(agency_id: int, now: datetime) -> set[int]:
    """Counters with a number; asked once a second at most."""
    key = f"hall.busy.{agency_id}"
    kept: set[int] | None = cache.get(key)
    if kept is None:
        at_counter = Ticket.objects.filter(agency=agency_id, day=localdate(now), status__in=AT_COUNTER)
        kept = {one for one in at_counter.values_list("counter_id", flat=True) if one}
        cache.set(key, kept, 1)
    return kept


def pace_of(agency_id: int, now: datetime) -> Pace:
    """Services of the last 30 days by procedure, one matter each; kept for some minutes."""
    key = f"hall.pace.{agency_id}"
    kept: Pace | None = cache.get(key)
    if kept is None:
        kept = _measure_pace(agency_id, now)
        cache.set(key, kept, PACE_SECONDS)
    return kept


def _measure_pace(agency_id: int, now: datetime) -> Pace:
    served = single_services(agency_id, now)
    rows = list(served.values_list("procedure").annotate(mean=Avg("served_seconds"), count=Count("pk")))
    count = sum(row[2] for row in rows)
    by_procedure: dict[int | None, tuple[float, int]] = {row[0]: (float(row[1]), row[2]) for row in rows if row[0]}
    if count:
        by_procedure[None] = (sum(float(row[1]) * row[2] for row in rows) / count, count)
    return Pace(by_procedure)


def single_services(agency_id: int, now: datetime) -> QuerySet[Ticket]:
    """Tickets served one person at a time in the last 30 days: not in a group, and really timed."""
    since = localdate(now) - MEASURED
    served = Ticket.objects.filter(agency=agency_id, day__gte=since, status=Status.DONE, served_seconds__gt=0)
    return served.exclude(pk__in=PeerMember.objects.filter(left_at__isnull=True).values("ticket"))
