"""At the counter: the person has arrived, is served, done, or fetches something and comes back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from gandan.journal.actions import record
from gandan.people.models import User

from .. import workflow
from ..events import MatterFinished, TicketFinished, TicketHeld, TicketServed
from ..models import Matter, Ticket
from .calling import end_call


@transaction.atomic
def start_serving(ticket: Ticket, *, by: User, now: datetime) -> None:
    """The person stands at the counter: walking ends, serving begins."""
    counter_id = ticket.counter_id
    assert counter_id is not None
    ticket.take(workflow.START)
    _arrive(ticket, now)
    ticket.save(update_fields=["served_at", "walked_seconds"])
    event = TicketServed(
        ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number, counter_id=counter_id,
        waited_seconds=ticket.waited_seconds, walked_seconds=ticket.walked_seconds,
    )  # fmt: skip
    record(event, about=ticket, by=by, at=now)


def _arrive(ticket: Ticket, now: datetime) -> None:
    ticket.served_at = now
    if ticket.called_at is not None:
        ticket.walked_seconds += max(0, int((now - ticket.called_at).total_seconds()))


@transaction.atomic
def finish(ticket: Ticket, *, by: User, now: datetime) -> None:
    """All matters of the visit are done."""
    if ticket.served_at is None:
        _arrive(ticket, now)
    ticket.take(workflow.FINISH)
    _stop(ticket, now)
    ticket.ended_at, ticket.phone_token = now, ""
    ticket.save(update_fields=["served_at", "walked_seconds", "served_seconds", "ended_at", "phone_token"])
    ticket.matters.filter(done_at__isnull=True).update(done_at=now)
    end_call(ticket, now)
    event = TicketFinished(
        ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number, served_seconds=ticket.served_seconds
    )
    record(event, about=ticket, by=by, at=now)


@transaction.atomic
def finish_matter(matter: Matter, *, by: User, now: datetime) -> None:
    """One of several matters is done, the visit goes on."""
    if not Matter.objects.filter(pk=matter.pk, done_at__isnull=True).update(done_at=now):
        return
    matter.done_at, ticket = now, matter.ticket
    event = MatterFinished(ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number, matter_id=matter.pk)
    record(event, about=ticket, by=by, at=now)


def _stop(ticket: Ticket, now: datetime) -> None:
    if ticket.served_at is not None:
        ticket.served_seconds += max(0, int((now - ticket.served_at).total_seconds()))


@transaction.atomic
def hold(ticket: Ticket, *, by: User, now: datetime) -> None:
    """The person fetches a paper or pays; the counter is free meanwhile."""
    ticket.take(workflow.HOLD)
    _stop(ticket, now)
    ticket.served_at = None
    ticket.save(update_fields=["served_seconds", "served_at"])
    end_call(ticket, now)
    record(
        TicketHeld(ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number), about=ticket, by=by, at=now
    )
