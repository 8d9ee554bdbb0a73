"""Calling to a counter. Who is next is decided by the pure order; the row lock sees that no two counters get the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.core.workflow import Step
from gandan.journal.actions import record
from gandan.people.models import User

from .. import workflow
from ..events import TicketCalled, TicketMissed, TicketPutBack, TicketRedirected
from ..line import for_counter
from ..models import Call, Counter, Sitting, Ticket, Zone
from ..rules import rules_of
from ..workflow import AT_COUNTER, Status

FIRST_FREE = """
SELECT id FROM hall_ticket WHERE id = ANY(%(ids)s) AND status = 'waiting'
ORDER BY array_position(%(ids)s, id) LIMIT 1 FOR UPDATE SKIP LOCKED
"""


@transaction.atomic
def call_next(counter: Counter, *, by: User, now: datetime) -> Ticket | None:
    """The next number for this counter, or None when nobody waits for it. A number at the counter must be ended first.

    Two counters at once read the same order; each locks the first row nobody else holds, so they get the first two.
    """
    _may_call(counter, by)
    return call_first(counter, by=by, now=now)


def call_first(counter: Counter, *, by: User, now: datetime) -> Ticket | None:
    """Call the first whom this counter may call and nobody else has locked."""
    waiting = for_counter(counter, rules_of(counter.agency, localdate(now)), now)
    chosen = _lock_first([one.pk for one in waiting])
    if chosen is None:
        return None
    ticket = next(one for one in waiting if one.pk == chosen)
    _call(ticket, counter, by=by, now=now, step=workflow.CALL)
    return ticket


def _may_call(counter: Counter, by: User) -> None:
    sitting = Sitting.objects.select_for_update().filter(counter=counter, until__isnull=True).first()
    if sitting is None:
        raise RuleBroken(f"{counter} chưa mở. Hãy mở quầy trước khi gọi số.")
    if sitting.officer_id != by.pk:
        raise RuleBroken(f"{counter} do {sitting.officer} mở. Xin gọi số ở quầy của mình.")
    if sitting.paused_at is not None:
        raise RuleBroken(f"{counter} đang tạm nghỉ. Bấm “Tiếp tục” rồi gọi số.")
    busy = Ticket.objects.filter(counter=counter, status__in=AT_COUNTER).first()
    if busy is not None:
        raise RuleBroken(f"Quầy còn số {busy.said}. Ghi xong, tạm giữ hoặc chuyển số này rồi gọi tiếp.")


def _lock_first(ids: Sequence[int]) -> int | None:
    if not ids:
        return None
    with connection.cursor() as cursor:
        cursor.execute(FIRST_FREE, {"ids": list(ids)})
        row = cursor.fetchone()
    return int(row[0]) if row else None


def _call(ticket: Ticket, counter: Counter, *, by: User, now: datetime, step: Step) -> None:
    is_again = ticket.calls > 0
    ticket.take(step)
    if ticket.called_at is None:
        ticket.waited_seconds = max(0, int((now - ticket.as_waiting().turn).total_seconds()))
    ticket.counter, ticket.officer, ticket.called_at, ticket.calls = counter, by, now, ticket.calls + 1
    ticket.save(update_fields=["counter", "officer", "called_at", "calls", "waited_seconds"])
    Call.objects.filter(ticket=ticket, ended_at__isnull=True).update(ended_at=now)
    Call.objects.create(ticket=ticket, counter=counter, officer=by, at=now, is_again=is_again)
    event = TicketCalled(
        ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number, counter_id=counter.pk, is_again=is_again
    )
    record(event, about=ticket, by=by, at=now)


@transaction.atomic
def recall(ticket: Ticket, *, counter: Counter, by: User, now: datetime) -> None:
    """Call the same number again: it did not hear, came back late, or fetched a paper."""
    if ticket.counter_id != counter.pk or ticket.status != Status.CALLED:
        _may_call(counter, by)
    _call(ticket, counter, by=by, now=now, step=workflow.RECALL)


def end_call(ticket: Ticket, now: datetime) -> None:
    """No longer called: the board forgets it."""
    Call.objects.filter(ticket=ticket, ended_at__isnull=True).update(ended_at=now)


@transaction.atomic
def miss(ticket: Ticket, *, by: User, now: datetime) -> None:
    """Called and not there. The number stays good: it can be called again or put back."""
    counter_id = ticket.counter_id
    assert counter_id is not None
    ticket.take(workflow.MISS)
    end_call(ticket, now)
    event = TicketMissed(ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number, counter_id=counter_id)
    record(event, about=ticket, by=by, at=now)


@transaction.atomic
def put_back(ticket: Ticket, *, by: User | None, now: datetime) -> None:
    """Back among those who wait, with the old turn."""
    ticket.take(workflow.PUT_BACK)
    end_call(ticket, now)
    ticket.counter = None
    ticket.save(update_fields=["counter"])
    record(
        TicketPutBack(ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number),
        about=ticket,
        by=by,
        at=now,
    )


@dataclass(frozen=True)
class Destination:
    """Where a number is sent: a counter, or a zone with the reason."""

    counter: Counter | None = None
    zone: str = ""
    reason: str = ""


@transaction.atomic
def redirect(ticket: Ticket, *, destination: Destination, by: User, now: datetime) -> None:
    """To another counter or zone. The waiting time is kept: whoever is sent on is not sent to the end."""
    to, zone, reason = destination.counter, destination.zone, destination.reason
    if to is None and zone not in Zone.values:
        raise RuleBroken("Chọn quầy hoặc khu để chuyển số đến.")
    if to is not None and to.agency_id != ticket.agency_id:
        raise RuleBroken("Quầy này của đơn vị khác.")
    ticket.take(workflow.REDIRECT)
    end_call(ticket, now)
    ticket.counter, ticket.only_counter, ticket.moves = None, to, ticket.moves + 1
    if zone and zone != ticket.zone:
        ticket.zone, ticket.zone_reason = zone, reason.strip()[:160] or "Cán bộ chuyển khu"
    ticket.save(update_fields=["counter", "only_counter", "moves", "zone", "zone_reason"])
    event = TicketRedirected(
        ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number, counter_id=to.pk if to else None,
        zone=ticket.zone,
    )  # fmt: skip
    record(event, about=ticket, by=by, at=now)
