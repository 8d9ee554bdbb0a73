"""What a board of the hall shows: the last calls, who is next, how many wait. Numbers only, never a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.utils.timezone import localdate, localtime

from gandan.places.models import Agency

from .models import Call, Ticket, Zone
from .ordering import order, with_overtakes
from .rules import Rules, rules_of
from .workflow import AT_COUNTER

CALLS, NEXT = 4, 3
EVERYBODY = "Đang chờ"
ZONE_WORDS = {Zone.ASSISTED: "Khu có cán bộ hướng dẫn", Zone.SELF_SERVICE: "Khu tự nộp trên máy"}


@dataclass(frozen=True)
class Called:
    """One line of the board. `id` tells the page which calls it has spoken already; `is_fresh` marks the newest."""

    id: int
    number: str
    counter: str
    counter_number: int
    is_fresh: bool = False


@dataclass(frozen=True)
class Queue:
    """Those who wait for one zone (or for the whole hall): the next numbers, and how many there are."""

    label: str
    next: tuple[str, ...]
    waiting: int


@dataclass(frozen=True)
class Board:
    calls: tuple[Called, ...]
    queues: tuple[Queue, ...]
    at: datetime

    def plain(self) -> dict[str, Any]:
        """JSON of the stream; `at` in milliseconds, so that every board shows the clock of the server."""
        return {**asdict(self), "at": int(self.at.timestamp() * 1000), "clock": f"{localtime(self.at):%-H:%M}"}


def board_of(agency: Agency, now: datetime) -> Board:
    """The board of a commune at this moment. Four statements."""
    return Board(_calls(agency, now), _queues(agency, now), now)


def _calls(agency: Agency, now: datetime) -> tuple[Called, ...]:
    """The newest call of each number still called or being served, newest first."""
    called = Call.objects.filter(
        ticket__agency=agency, ticket__day=localdate(now), ended_at__isnull=True, ticket__status__in=AT_COUNTER
    )
    rows = called.select_related("ticket", "counter").order_by("-at", "-pk")[:CALLS]
    return tuple(
        Called(row.pk, row.ticket.said, str(row.counter), row.counter.number, is_fresh=place == 0)
        for place, row in enumerate(rows)
    )


def _queues(agency: Agency, now: datetime) -> tuple[Queue, ...]:
    rules = rules_of(agency, localdate(now))
    today = Ticket.objects.of(agency, localdate(now))
    waiting, called = list(today.waiting()), list(today.filter(called_at__isnull=False))
    if not rules.is_zoned:
        return (_queue(EVERYBODY, waiting, called, rules, now),)
    return tuple(
        _queue(words, _in_zone(waiting, zone), _in_zone(called, zone), rules, now) for zone, words in ZONE_WORDS.items()
    )


def _in_zone(tickets: Sequence[Ticket], zone: str) -> list[Ticket]:
    return [one for one in tickets if one.zone == zone]


def _queue(
    label: str, waiting: Sequence[Ticket], called: Sequence[Ticket], rules: Rules, now: datetime
) -> Queue:
    turns = with_overtakes((one.as_waiting() for one in waiting), (one.as_waiting() for one in called))
    said = {one.pk: one.said for one in waiting}
    first = order(turns, now, rules.bounds)[:NEXT]
    return Queue(label, tuple(said[one.id] for one in first), len(waiting))
