"""How far a directive is carried out: units × models, receipts, answers, who is late. Reads, never writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from gandan.places.models import Agency
from gandan.reforms.models import Adoption
from gandan.reforms.workflow import OPERATING, AdoptionStatus
from gandan.tasks.models import Task

from .models import ClauseTarget, Designation, DesignationTarget, Directive, Receipt
from .recipients import Reading, readings
from .synthesis import group_of, is_unmet
from .workflow import Status


@dataclass(frozen=True)
class Cell:
    """One unit with one model: the words and the look of its state; empty where it was not asked."""

    words: str = ""
    look: str = ""
    adoption: int = 0
    is_owner: bool = False


@dataclass
class UnitLine:
    """A unit of the follow-up table."""

    agency: Agency
    receipt: Receipt
    cells: list[Cell] = field(default_factory=list)
    answered: int = 0
    asked: int = 0
    letter: Directive | None = None
    reading: Reading | None = None
    is_late: bool = False


def units(directive: Directive) -> QuerySet[Receipt]:
    """Its receipts, in Vietnamese order of the units."""
    return directive.receipts.select_related("agency").order_by("agency__kind", "agency__sort_name", "pk")


def matrix(directive: Directive, receipts: Iterable[Receipt], now: datetime) -> list[UnitLine]:
    """Lines of the receipts (one page of them), with a cell a designation in its order. Five statements."""
    listed = list(receipts)
    order = list(directive.designations.values_list("pk", flat=True))
    cells: dict[tuple[int, int], DesignationTarget] = {}
    targets = DesignationTarget.objects.filter(designation__in=order, agency__in=[one.agency_id for one in listed])
    for target in targets.select_related("adoption"):
        cells[target.agency_id, target.designation_id] = target
    letters = {one.issuer_id: one for one in directive.derived.exclude(status=Status.DRAFT).select_related("parent")}
    read = {one.agency.pk: one for one in readings(directive, listed)}
    return [
        _line(one, [cells.get((one.agency_id, number)) for number in order], letters.get(one.agency_id),
              read[one.agency_id], now)
        for one in listed
    ]  # fmt: skip


def _line(
    receipt: Receipt, targets: list[DesignationTarget | None], letter: Directive | None, reading: Reading, now: datetime
) -> UnitLine:
    known = [one.adoption for one in targets if one is not None]
    return UnitLine(
        receipt.agency, receipt, [_cell(one, now) for one in targets],
        sum(one.status != AdoptionStatus.ASSIGNED for one in known), len(known), letter, reading,
        any(is_unmet(one, now) for one in known),
    )  # fmt: skip


def _cell(target: DesignationTarget | None, now: datetime) -> Cell:
    if target is None:
        return Cell()
    adoption = target.adoption
    look = "late" if is_unmet(adoption, now) else adoption.look
    return Cell(adoption.status_label(), look, adoption.pk, target.is_owner)


def responses(directive: Directive) -> tuple[int, int]:
    """(units that answered for every model asked of them, units asked): applying, planning or declining with a reason."""
    rows = DesignationTarget.objects.filter(designation__directive=directive).values_list("agency", "adoption__status")
    waits: dict[int, bool] = {}
    for agency, status in rows:
        waits[agency] = waits.get(agency, False) or status == AdoptionStatus.ASSIGNED
    return sum(not one for one in waits.values()), len(waits)


@dataclass(frozen=True)
class ModelLine:
    """One model of a directive over all its units."""

    designation: Designation
    total: int
    running: int
    late: int
    is_met: bool | None


def by_model(directive: Directive, now: datetime) -> list[ModelLine]:
    """Two statements."""
    held: dict[int, list[Adoption]] = {}
    targets = DesignationTarget.objects.filter(designation__directive=directive).select_related("adoption")
    for target in targets:
        held.setdefault(target.designation_id, []).append(target.adoption)
    lines = []
    for one in directive.designations.select_related("reform__owner"):
        own = held.get(one.pk, [])
        running = sum(adoption.status in OPERATING for adoption in own)
        late = sum(group_of(adoption, now) == "not_deployed" for adoption in own)
        lines.append(ModelLine(one, len(own), running, late, one.is_met_by(running)))
    return lines


def late_tasks(directive: Directive, now: datetime) -> QuerySet[Task]:
    return Task.objects.overdue(now).filter(clause_target__clause__directive=directive).select_related("agency")


def clause_lines(directive: Directive, agencies: Iterable[Agency] | None = None) -> list[dict[str, Any]]:
    """Clauses with the tasks that came of them, of all units or of some."""
    rows = (
        ClauseTarget.objects.filter(clause__directive=directive)
        .select_related("agency", "task")
        .order_by("agency__sort_name")
    )
    if agencies is not None:
        rows = rows.filter(agency__in=[one.pk for one in agencies])
    held: dict[int, list[ClauseTarget]] = {}
    for row in rows:
        held.setdefault(row.clause_id, []).append(row)
    return [{"clause": one, "targets": held.get(one.pk, [])} for one in directive.clauses.prefetch_related("agencies")]
