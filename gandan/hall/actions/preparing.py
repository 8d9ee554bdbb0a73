"""Before the counter: somebody types in for a person who waits; whoever's turn is near is told."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import TicketAssisted, TicketNear, TicketPrepared
from ..line import of_hall
from ..models import Ticket
from ..rules import rules_of
from ..workflow import IN_THE_HALL, Status

NEAR = 3
"""So many people at most are called before somebody who is near."""


@transaction.atomic
def prepare(ticket: Ticket, *, by: User, now: datetime) -> None:
    """Typed in and printed (S3.30): the stamp desk calls it before those not prepared."""
    if ticket.status not in (Status.WAITING, Status.HELD):
        raise RuleBroken(f"{ticket} đang ở bước “{ticket.status_label()}”, không nhập liệu trước được nữa.")
    rules = rules_of(ticket.agency, ticket.day)
    code = ticket.procedure.code if ticket.procedure else ""
    if rules.assisted_codes is None:
        raise RuleBroken("Chưa bật “Bàn nhập liệu trước quầy”. Lãnh đạo bật ở mục Chương trình.")
    if rules.assisted_codes and code not in rules.assisted_codes:
        raise RuleBroken("Thủ tục này không nằm trong danh sách nhập liệu trước.")
    changed = Ticket.objects.filter(pk=ticket.pk, prepared_at__isnull=True)
    if not changed.update(prepared_at=now, assisted_by=by):
        raise RuleBroken(f"{ticket} đã nhập liệu xong rồi.")
    ticket.prepared_at, ticket.assisted_by = now, by
    event = TicketPrepared(ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number, helper_id=by.pk)
    record(event, about=ticket, by=by, at=now)


@transaction.atomic
def write_for(ticket: Ticket, *, by: User, now: datetime) -> None:
    """An officer writes for the person (“Ngày không viết”, S4.7): counted once a ticket, with who helped."""
    if ticket.status not in IN_THE_HALL:
        raise RuleBroken(f"{ticket} đã xong, không ghi thêm được.")
    if not Ticket.objects.filter(pk=ticket.pk, assisted_by__isnull=True).update(assisted_by=by):
        return
    ticket.assisted_by = by
    event = TicketAssisted(ticket_id=ticket.pk, agency_id=ticket.agency_id, number=ticket.number, helper_id=by.pk)
    record(event, about=ticket, by=by, at=now)


@transaction.atomic
def tell_near(agency: Agency, *, now: datetime) -> int:
    """Whoever has at most `NEAR` people before the call, told once; how many were told now."""
    rules = rules_of(agency, localdate(now))
    told = 0
    ahead: dict[str, int] = {}
    for ticket in of_hall(agency, rules, now):
        zone = ticket.zone if rules.is_zoned else ""
        before = ahead.setdefault(zone, 0)
        ahead[zone] = before + 1
        if before > NEAR or ticket.near_at is not None:
            continue
        if Ticket.objects.filter(pk=ticket.pk, status=Status.WAITING, near_at__isnull=True).update(near_at=now):
            event = TicketNear(ticket_id=ticket.pk, agency_id=agency.pk, number=ticket.number, ahead=before)
            record(event, about=ticket, at=now)
            told += 1
    return told
