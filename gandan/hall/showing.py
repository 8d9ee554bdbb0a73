"""What a board of the hall shows: the last calls, who is next, how many wait. Numbers only, never a person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate, localtime

from gandan.core.vietnamese import sort_key
from gandan.places.models import Agency
from gandan.programmes.kinds import Running, kind_named
from gandan.programmes.running import on_day, terms_of

from .forecast import wait_of
from .line import busy_counters, calling_counters, of_hall, pace_of
from .models import Call, Counter, Ticket, Zone
from .rules import rules_of
from .spoken import call_words
from .workflow import AT_COUNTER

CALLS, NEXT = 8, 3
"""The page shows four; a burst of more calls is still spoken whole."""
EVERYBODY = "Đang chờ"
ZONE_WORDS = {Zone.ASSISTED: "Khu có cán bộ hướng dẫn", Zone.SELF_SERVICE: "Khu tự nộp trên máy"}


@dataclass(frozen=True)
class Called:
    """One line of the board. `id` tells the page which calls it has spoken already; `is_fresh` marks the newest."""

    id: int
    number: str
    counter: str
    counter_number: int
    words: str
    """As it is spoken."""
    is_fresh: bool = False


@dataclass(frozen=True)
class Queue:
    """Those who wait for one zone (or for the whole hall): the next numbers, and how many there are."""

    label: str
    next: tuple[str, ...]
    waiting: int
    likely: str = ""
    """The wait of somebody who draws a number now, as a range; "" where nobody can know."""


@dataclass(frozen=True)
class Board:
    calls: tuple[Called, ...]
    queues: tuple[Queue, ...]
    at: datetime
    notice: tuple[str, str] | None = None

    def plain(self) -> dict[str, Any]:
        """JSON of the stream; `at` in milliseconds, so that every board shows the clock of the server."""
        return {**asdict(self), "at": int(self.at.timestamp() * 1000), "clock": f"{localtime(self.at):%-H:%M}"}


def board_of(agency: Agency, now: datetime) -> Board:
    """The board of a commune at this moment."""
    return Board(_calls(agency, now), _queues(agency, now), now, _notice(agency, now))


def _calls(agency: Agency, now: datetime) -> tuple[Called, ...]:
    """The newest call of each number still called or being served, newest first."""
    called = Call.objects.filter(
        ticket__agency=agency, ticket__day=localdate(now), ended_at__isnull=True, ticket__status__in=AT_COUNTER
    )
    rows = called.select_related("ticket", "counter").order_by("-at", "-pk")[:CALLS]
    return tuple(
        Called(
            row.pk,
            row.ticket.said,
            str(row.counter),
            row.counter.number,
            call_words(row.ticket.number, row.counter.number),
            is_fresh=place == 0,
        )
        for place, row in enumerate(rows)
    )


def _queues(agency: Agency, now: datetime) -> tuple[Queue, ...]:
    rules = rules_of(agency, localdate(now))
    waiting, counters = of_hall(agency, rules, now), calling_counters(agency)
    if not rules.is_zoned:
        return (_queue(EVERYBODY, waiting, counters, now),)
    return tuple(
        _queue(
            words,
            [one for one in waiting if one.zone == zone],
            [one for one in counters if one.zone == zone],
            now,
        )
        for zone, words in ZONE_WORDS.items()
    )


def _queue(label: str, waiting: Sequence[Ticket], counters: Sequence[Counter], now: datetime) -> Queue:
    """`waiting` in the order of the calls. The wait is that of somebody who draws a number now."""
    likely = None
    if counters:
        agency = counters[0].agency_id
        busy = busy_counters(agency, now) & {one.pk for one in counters}
        ahead = [one.procedure_id for one in waiting]
        likely = wait_of(ahead, counters=len(counters), busy=len(busy), pace=pace_of(agency, now))
    return Queue(label, tuple(one.said for one in waiting[:NEXT]), len(waiting), f"Chờ {likely}" if likely else "")


def _notice(agency: Agency, now: datetime) -> tuple[str, str] | None:
    """One programme of today after the other, a minute each."""
    told = programmes_of(agency, localdate(now))
    return told[localtime(now).minute % len(told)] if told else None


def programmes_of(agency: Agency, day: date) -> list[tuple[str, str]]:
    """What runs on a day and gives citizens something: its name, and what it gives them."""
    return _told(on_day(agency, day))


def programmes_of_other_days(agency: Agency, day: date) -> list[tuple[str, str]]:
    """As `programmes_of`, of programmes in term on `day` whose own days are others of the week."""
    of_today = {one.term_id for one in on_day(agency, day)}
    others = [one for one in terms_of(agency) if one.covers(day) and one.term_id not in of_today]
    return _told(sorted(others, key=lambda one: sort_key(one.name)))


def _told(programmes: Iterable[Running]) -> list[tuple[str, str]]:
    told = ((one.name, kind_named(one.kind).announce(one.values)) for one in programmes)
    return [(name, words) for name, words in told if words]
