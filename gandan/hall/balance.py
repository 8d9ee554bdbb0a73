"""The day of a hall in figures, read: by zone with every switch, by counter with the balance between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Avg, Count, F, Q, QuerySet, Sum

from gandan.places.models import Agency

from .models import Counter, Ticket, Zone
from .workflow import Status


@dataclass(frozen=True)
class ZoneDay:
    """One zone on one day: proposed by age, switched in and out, served; mean wait in minutes."""

    label: str
    proposed: int
    switched_in: int
    switched_out: int
    served: int
    mean_wait: int | None


@dataclass(frozen=True)
class CounterDay:
    """One counter on one day; minutes of serving."""

    counter: Counter
    served: int
    minutes: int
    mean_minutes: int | None


def zones_on(agency: Agency, day: date) -> list[ZoneDay]:
    return [_zone(Ticket.objects.of(agency, day), zone) for zone in Zone]


def _zone(tickets: QuerySet[Ticket], zone: Zone) -> ZoneDay:
    switched = ~Q(zone=F("first_zone"))
    facts = tickets.aggregate(
        proposed=Count("pk", filter=Q(first_zone=zone)),
        came=Count("pk", filter=switched & Q(zone=zone)),
        went=Count("pk", filter=switched & Q(first_zone=zone)),
        served=Count("pk", filter=Q(zone=zone, status=Status.DONE)),
        wait=Avg("waited_seconds", filter=Q(zone=zone, called_at__isnull=False)),
    )
    wait = None if facts["wait"] is None else round(float(facts["wait"]) / 60)
    return ZoneDay(zone.label, facts["proposed"], facts["came"], facts["went"], facts["served"], wait)


def reasons_on(agency: Agency, day: date) -> list[tuple[str, int]]:
    """Why people switched, most often first."""
    switched = Ticket.objects.of(agency, day).exclude(zone=F("first_zone")).exclude(zone_reason="")
    rows = switched.values_list("zone_reason").annotate(count=Count("pk")).order_by("-count", "zone_reason")
    return [(str(reason), int(count)) for reason, count in rows]


def counters_on(agency: Agency, day: date) -> list[CounterDay]:
    """Counters that served, by number."""
    done = Ticket.objects.of(agency, day).filter(status=Status.DONE, counter__isnull=False)
    rows = done.values_list("counter").annotate(served=Count("pk"), seconds=Sum("served_seconds"))
    facts = {pk: (served, seconds or 0) for pk, served, seconds in rows}
    used = Counter.objects.filter(agency=agency, pk__in=facts)
    return [_counter(one, *facts[one.pk]) for one in used]


def _counter(counter: Counter, served: int, seconds: int) -> CounterDay:
    return CounterDay(counter, served, round(seconds / 60), round(seconds / served / 60) if served else None)


def spread(days: list[CounterDay]) -> int | None:
    """Most served at a counter minus least; None with fewer than two counters."""
    served = [one.served for one in days]
    return max(served) - min(served) if len(served) > 1 else None


def moved_on(agency: Agency, day: date) -> tuple[int, int]:
    """Tickets sent on, and times they were sent."""
    facts = Ticket.objects.of(agency, day).aggregate(tickets=Count("pk", filter=Q(moves__gt=0)), moves=Sum("moves"))
    return int(facts["tickets"]), int(facts["moves"] or 0)
