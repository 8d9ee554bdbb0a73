"""After the issue: acknowledge, read, urge; and a designation that begins to run."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.journal.actions import record
from gandan.people.models import Role, User
from gandan.places.models import Agency

from .. import workflow
from ..events import DesignationStarted, DirectiveRead, DirectiveReceived, UnitUrged
from ..models import Designation, Directive, ReadMark, Receipt, Urging
from .drafting import ISSUERS, check_role


@transaction.atomic
def acknowledge(receipt: Receipt, *, by: User, now: datetime) -> None:
    """A unit says the directive arrived. Again changes nothing."""
    roles = by.roles_in(receipt.agency, today=localdate(now))
    if by.agency_id != receipt.agency_id and roles.isdisjoint({str(Role.LEADER), str(Role.CLERK)}):
        raise NotThisOffice("Văn bản này gửi cho đơn vị khác.")
    waiting = Receipt.objects.filter(pk=receipt.pk, acknowledged_at__isnull=True)
    if not waiting.update(acknowledged_at=now, acknowledged_by=by):
        return
    receipt.acknowledged_at, receipt.acknowledged_by = now, by
    event = DirectiveReceived(directive_id=receipt.directive_id, agency_id=receipt.agency_id)
    record(event, about=receipt.directive, by=by, at=now)


@transaction.atomic
def read_directive(directive: Directive, *, by: User, now: datetime) -> None:
    """A member of staff says: I have read it. Again changes nothing."""
    if directive.is_draft:
        raise RuleBroken(f"{directive} chưa ban hành.")
    _, is_new = ReadMark.objects.get_or_create(directive=directive, user=by, defaults={"at": now})
    if is_new:
        Directive.objects.select_for_update().get(pk=directive.pk)
        record(DirectiveRead(directive_id=directive.pk), about=directive, by=by, at=now)


@transaction.atomic
def urge(directive: Directive, *, agency: Agency, text: str, by: User, now: datetime) -> Urging:
    """The issuer asks a unit how it goes; once a day is enough."""
    check_role(directive.issuer, by, now, ISSUERS)
    if not directive.receipts.filter(agency=agency).exists():
        raise RuleBroken(f"{directive} không gửi cho {agency.name_within}.")
    if directive.urgings.filter(agency=agency, at__date=localdate(now)).exists():
        raise RuleBroken(f"Hôm nay đã nhắc {agency.name_within} rồi.")
    made = Urging.objects.create(directive=directive, agency=agency, text=text.strip()[:400], by=by, at=now)
    record(UnitUrged(directive_id=directive.pk, agency_id=agency.pk), about=directive, by=by, at=now)
    return made


@transaction.atomic
def start_designation(designation: Designation, *, by: User | None, now: datetime) -> bool:
    """The first unit runs the model; tells whether this was the first."""
    if designation.status not in workflow.START_DESIGNATION.start:
        return False
    designation.take(workflow.START_DESIGNATION)
    event = DesignationStarted(directive_id=designation.directive_id, designation_id=designation.pk)
    record(event, about=designation.directive, by=by, at=now)
    return True
