"""Ticket and dossier on one time line: filed with a number of the hall, or a number drawn from the receipt."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.hall import actions as hall
from gandan.hall.actions.drawing import Wish
from gandan.hall.models import Matter, Source, Ticket
from gandan.hall.workflow import ENDED
from gandan.journal.actions import record
from gandan.people.models import User

from ..events import DossierVisited
from ..models import Dossier, DossierTicket
from ..workflow import Status


@transaction.atomic
def link_ticket(
    dossier: Dossier, ticket: Ticket, *, by: User | None, now: datetime, matter: Matter | None = None
) -> DossierTicket:
    """The dossier came of this number. Linked again it stays as it was."""
    if ticket.agency_id != dossier.commune_id and ticket.agency_id != dossier.receiving_agency_id:
        raise RuleBroken("Số này của Trung tâm khác.")
    link, is_new = DossierTicket.objects.get_or_create(
        dossier=dossier, ticket=ticket, defaults={"matter": matter, "at": now}
    )
    if is_new:
        event = DossierVisited(dossier_id=dossier.pk, ticket_id=ticket.pk, number=ticket.number)
        record(event, about=dossier, by=by, at=now)
    return link


@transaction.atomic
def draw_for_result(dossier: Dossier, *, by: User | None, now: datetime, priority: str = "") -> Ticket:
    """A number from home to fetch the result, while the Centre is open; one number a day is enough."""
    Dossier.objects.select_for_update(no_key=True).get(pk=dossier.pk)
    today = localdate(now)
    held = Ticket.objects.filter(dossiers__dossier=dossier, day=today, source=Source.RECEIPT).exclude(status__in=ENDED)
    known = held.first()
    if known is not None:
        return known
    if dossier.status != Status.SETTLED:
        raise RuleBroken("Hồ sơ chưa có kết quả. Trung tâm báo ông/bà khi có.")
    reason = "Người dân tự khai khi lấy số từ nhà" if priority else ""
    wish = Wish(
        source=Source.RECEIPT,
        procedures=[dossier.procedure],
        priority=priority,
        priority_reason=reason,
        has_papers=True,
    )
    ticket = hall.draw(dossier.commune, wish, by=by, now=now)
    link_ticket(dossier, ticket, by=by, now=now, matter=ticket.matters.first())
    return ticket
