"""One person at the machine: begin, fill in, file, end. Ended, nothing of the person is left on the machine."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from gandan.catalog.models import ProcedureVersion
from gandan.core.errors import RuleBroken
from gandan.dossiers import actions as dossiers
from gandan.dossiers.models import Channel, Dossier, Draft
from gandan.journal.actions import record

from ..events import KioskFiled, VisitBegun, VisitEnded
from ..models import KioskFiling, Machine, Outcome, Visit
from ..rules import rules_of

OVER = "Lượt dùng máy này đã kết thúc. Xin bắt đầu lại."


@transaction.atomic
def begin_visit(machine: Machine, *, now: datetime) -> Visit:
    """A new person. A visit that was left open ends first, so that nobody sees what the former person typed."""
    locked = Machine.objects.select_for_update().get(pk=machine.pk)
    if not locked.is_used:
        raise RuleBroken("Máy đang tạm ngừng. Xin đến quầy của Trung tâm.")
    for left in Visit.objects.filter(machine=locked, ended_at__isnull=True):
        end_visit(left, now=now)
    visit = Visit.objects.create(machine=locked, started_at=now, last_at=now)
    record(VisitBegun(machine_id=locked.pk, visit_id=visit.pk), about=locked, at=now)
    return visit


@transaction.atomic
def note_visit(
    visit: Visit, *, now: datetime, errors: int = 0, outcome: str = "", dossier: Dossier | None = None
) -> None:
    """A page was sent: count it and the errors its check has caught; what it came to, what is shown from now on."""
    locked = _open(visit)
    locked.steps += 1
    locked.errors += errors
    locked.last_at = now
    locked.outcome = outcome or locked.outcome
    locked.dossier = dossier or locked.dossier
    locked.save()
    _follow(visit, locked)


@transaction.atomic
def start_filing(visit: Visit, *, version: ProcedureVersion, now: datetime) -> Draft:
    """Begin a dossier at the machine; one begun before in the same visit is thrown away."""
    locked = _open(visit)
    machine = locked.machine
    rules = rules_of(machine.agency, localdate(now))
    if Channel.ONLINE not in version.channels or not rules.files(version.procedure.code):
        raise RuleBroken("Thủ tục này chưa nộp được tại máy. Xin lấy số để nộp ở quầy.")
    _discard(locked)
    locked.draft = dossiers.start_draft(version, commune=machine.agency, owner=None)
    locked.last_at = now
    locked.save(update_fields=["draft", "last_at"])
    _follow(visit, locked)
    return locked.draft


@transaction.atomic
def file_visit(visit: Visit, *, is_handwritten: bool, now: datetime) -> KioskFiling:
    """File what was filled in. Two touches, or a retry after a lost connection: one dossier, one filing."""
    locked = _open(visit)
    if locked.draft is None:
        raise RuleBroken(OVER)
    dossier = dossiers.submit(locked.draft, by=None, now=now)
    found = KioskFiling.objects.filter(dossier=dossier).first()
    if found is not None:
        return found
    filing = KioskFiling.objects.create(
        dossier=dossier, machine=locked.machine, visit=locked, filed_at=now, errors=locked.errors,
        is_handwritten=is_handwritten,
    )  # fmt: skip
    _offer_fee(dossier, locked.machine, now)
    locked.dossier, locked.outcome, locked.last_at = dossier, Outcome.FILED, now
    locked.save(update_fields=["dossier", "outcome", "last_at"])
    _follow(visit, locked)
    event = KioskFiled(
        machine_id=locked.machine_id, dossier_id=dossier.pk, errors=filing.errors, is_handwritten=is_handwritten
    )
    record(event, about=locked.machine, at=now)
    return filing


def _offer_fee(dossier: Dossier, machine: Machine, now: datetime) -> None:
    if dossier.fee_amount and rules_of(machine.agency, localdate(now)).takes_payment:
        demand = dossiers.Demand(dossier.fee_amount, f"Lệ phí {dossier.procedure.short_name}"[:200])
        dossiers.offer_payment(dossier, demand=demand, by=None, now=now)


@transaction.atomic
def note_printed(filing: KioskFiling, *, now: datetime) -> bool:
    """True for the first who asks: a receipt is printed once, however often the button is touched."""
    is_first = bool(KioskFiling.objects.filter(pk=filing.pk, printed_at__isnull=True).update(printed_at=now))
    if is_first:
        filing.printed_at = now
    return is_first


@transaction.atomic
def end_visit(visit: Visit, *, now: datetime) -> None:
    """“Kết thúc”, or nobody touched the screen: an unfiled draft is thrown away, nothing leads to a person any more."""
    locked = Visit.objects.select_for_update().get(pk=visit.pk)
    if locked.ended_at is not None:
        return
    was_left = _discard(locked)
    locked.outcome = locked.outcome or (Outcome.ABANDONED if was_left else Outcome.ENDED)
    locked.draft = locked.dossier = None
    locked.ended_at = locked.last_at = now
    locked.save(update_fields=["outcome", "draft", "dossier", "ended_at", "last_at"])
    event = VisitEnded(machine_id=locked.machine_id, visit_id=locked.pk, outcome=locked.outcome, errors=locked.errors)
    record(event, about=locked.machine, at=now)
    _follow(visit, locked)


def _open(visit: Visit) -> Visit:
    """The row, held until the end of the transaction, unless the visit is over."""
    related = ("machine__agency__province", "draft")
    found = Visit.objects.select_for_update(of=("self",)).select_related(*related).get(pk=visit.pk)
    if found.ended_at is not None:
        raise RuleBroken(OVER)
    if not found.machine.is_used:
        raise RuleBroken("Máy đang tạm ngừng. Xin đến quầy của Trung tâm.")
    return found


def _discard(visit: Visit) -> bool:
    """Throw away a draft that was not filed; true where there was one."""
    draft = visit.draft
    if draft is None or Dossier.objects.filter(draft=draft).exists():
        return False
    dossiers.discard_draft(draft)
    visit.draft = None
    return True


def _follow(visit: Visit, row: Visit) -> None:
    """What the caller holds is as the row is now."""
    for field in ("steps", "errors", "last_at", "ended_at", "outcome", "draft", "dossier"):
        setattr(visit, field, getattr(row, field))
