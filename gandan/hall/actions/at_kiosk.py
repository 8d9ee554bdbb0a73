"""At the ticket machine: one number a touch, and changing the zone afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import IntegrityError, transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from .. import workflow
from ..events import TicketRedirected
from ..models import Ticket, Zone
from ..workflow import Status
from .drawing import Wish, draw


@transaction.atomic
def draw_once(agency: Agency, wish: Wish, *, token: str, by: User | None, now: datetime) -> Ticket:
    """As `draw`; the same token, touched twice or sent again, gives the same number. The token becomes the ticket's key."""
    known = Ticket.objects.filter(agency=agency, key=token).first()
    if known is not None:
        return known
    try:
        with transaction.atomic():
            return draw(agency, replace(wish, key=token), by=by, now=now)
    except IntegrityError:
        return Ticket.objects.get(agency=agency, key=token)


@transaction.atomic
def choose_zone(ticket: Ticket, *, zone: str, by: User | None, now: datetime) -> None:
    """The person goes to the other zone while waiting: always allowed, and the turn is kept (S0.18)."""
    if zone not in Zone.values:
        raise RuleBroken("Khu này không có trong danh sách.")
    if ticket.status != Status.WAITING:
        raise RuleBroken(f"Số {ticket.said} đã được gọi. Xin đến quầy, cán bộ chuyển khu giúp.")
    if ticket.zone == zone:
        return
    ticket.take(workflow.REDIRECT)
    ticket.zone, ticket.only_counter = zone, None
    ticket.zone_reason = "" if zone == ticket.first_zone else "Người dân chọn"
    ticket.save(update_fields=["zone", "only_counter", "zone_reason"])
    event = TicketRedirected(
        ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number, counter_id=None, zone=zone
    )
    record(event, about=ticket, by=by, at=now)
