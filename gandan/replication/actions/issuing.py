"""A directive begins to bind: receipts, adoptions and tasks of every unit at once, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency
from gandan.reforms.actions import Assignment, assign_all
from gandan.reforms.models import Adoption, Obligation
from gandan.tasks.actions import Order, assign_task

from .. import workflow
from ..events import DirectiveClosed, DirectiveDrafted, DirectiveIssued
from ..models import Clause, ClauseTarget, Designation, DesignationTarget, Directive, Receipt
from ..readiness import problems
from ..recipients import expand
from .drafting import DRAFTERS, ISSUERS, Letter, check_role, write

STRENGTH = tuple(str(one) for one in Obligation)


@transaction.atomic
def issue(directive: Directive, *, by: User, now: datetime) -> None:
    """Expand the groups over the tree of today; deliver; assign every model and every clause. All or nothing."""
    check_role(directive.issuer, by, now, ISSUERS)
    if directive.is_draft and (found := problems(directive, now)):
        raise RuleBroken(" ".join(found))
    directive.take(workflow.ISSUE)
    directive.issued_at = now
    directive.save(update_fields=["issued_at"])
    units = {one.pk: one for one in expand(directive.issuer, directive.groups, directive.agencies.all())}
    adoptions = [_follow(one, units, by, now) for one in directive.designations.select_related("reform__owner")]
    tasks = [_give(clause, units, by, now) for clause in directive.clauses.all()]
    Receipt.objects.bulk_create(
        Receipt(directive=directive, agency=agency, delivered_at=now) for agency in units.values()
    )
    event = DirectiveIssued(
        directive_id=directive.pk, units=len(units), adoptions=sum(adoptions), tasks=sum(tasks)
    )  # fmt: skip
    record(event, about=directive, by=by, at=now)


def _follow(designation: Designation, units: dict[int, Agency], by: User, now: datetime) -> int:
    """One adoption for each unit; returns how many."""
    designation.take(workflow.ISSUE_DESIGNATION)
    targets = expand(designation.directive.issuer, designation.groups, designation.agencies.all())
    for agency in targets:
        units.setdefault(agency.pk, agency)
    owner = designation.reform.owner_id
    DesignationTarget.objects.bulk_create(
        DesignationTarget(designation=designation, agency=agency, adoption=adoption, is_owner=agency.pk == owner)
        for agency, adoption in zip(targets, _adopted(designation, targets, by, now), strict=True)
    )
    return len(targets)


def _adopted(designation: Designation, targets: Sequence[Agency], by: User, now: datetime) -> list[Adoption]:
    """Each unit's adoption: that of the document above where this one asks no more, else assigned now."""
    known = _known_from_above(designation, targets)
    asked = [one for one in targets if one.pk not in known or _asks_more(designation, known[one.pk])]
    try:
        assigned = assign_all([_assignment(designation, one) for one in asked], by=by, now=now)
    except RuleBroken as refused:
        raise RuleBroken(f"“{designation.reform}”: {refused}") from None
    known |= {one.agency_id: one for one in assigned}
    return [known[one.pk] for one in targets]


def _assignment(designation: Designation, agency: Agency) -> Assignment:
    is_owner = agency.pk == designation.reform.owner_id
    return Assignment(
        reform=designation.reform, agency=agency, obligation=Obligation.OWN if is_owner else designation.obligation,
        directive_no=designation.directive.number, due_at=designation.due_at,
        thresholds=tuple(designation.thresholds),
    )  # fmt: skip


def _known_from_above(designation: Designation, targets: Sequence[Agency]) -> dict[int, Adoption]:
    """By unit."""
    parent = designation.directive.parent_id
    if parent is None:
        return {}
    rows = DesignationTarget.objects.filter(designation__directive=parent, designation__reform=designation.reform)
    return {one.agency_id: one.adoption for one in rows.filter(agency__in=targets).select_related("adoption")}


def _asks_more(designation: Designation, known: Adoption) -> bool:
    if STRENGTH.index(designation.obligation) > STRENGTH.index(known.obligation):
        return True
    return designation.due_at is not None and (known.due_at is None or designation.due_at < known.due_at)


def _give(clause: Clause, units: dict[int, Agency], by: User, now: datetime) -> int:
    """One task for each unit; returns how many."""
    directive = clause.directive
    targets = expand(directive.issuer, clause.groups, clause.agencies.all())
    assert clause.due_at is not None
    order = Order(
        agency=directive.issuer, given_by=directive.issuer, title=clause.title, body=clause.text, due_at=clause.due_at,
        source=f"{directive.number}, mục {clause.number}",
        source_path=reverse("replication:directive", args=[directive.pk]),
    )  # fmt: skip
    for agency in targets:
        units.setdefault(agency.pk, agency)
        task = assign_task(replace(order, agency=agency), by=by, now=now)
        ClauseTarget.objects.create(clause=clause, agency=agency, task=task)
    return len(targets)


@transaction.atomic
def derive(directive: Directive, *, letter: Letter, commune: Agency, by: User, now: datetime) -> Directive:
    """A commune's own letter as a draft: clauses and models copied, its units still to be chosen, lineage kept."""
    check_role(commune, by, now, DRAFTERS)
    if not directive.receipts.filter(agency__commune=commune).exists():
        raise RuleBroken(f"{directive} không gửi cho {commune.name_within} nên không lập văn bản triển khai được.")
    earlier = directive.derived.filter(issuer=commune).exclude(status=workflow.Status.CLOSED).first()
    if earlier is not None:
        raise RuleBroken(f"{commune.name} đã lập {earlier} từ văn bản này. Mở văn bản đó để làm tiếp.")
    if letter.issued_on < directive.issued_on:
        raise RuleBroken(f"Ngày văn bản không thể trước {directive.issued_on:%d/%m/%Y}, ngày của {directive.number}.")
    above = {
        "number": directive.number, "on": directive.issued_on.isoformat(), "issuer": directive.issuer_name,
        "subject": directive.subject,
    }  # fmt: skip
    letter = replace(letter, basis=(above, *letter.basis))
    made = write(letter, commune, by, now, parent=directive)
    _copy_clauses(directive.clauses.all(), made)
    _copy_designations(directive, made, commune)
    record(DirectiveDrafted(directive_id=made.pk, parent_id=directive.pk), about=made, by=by, at=now, is_first=True)
    return made


def _copy_clauses(clauses: Iterable[Clause], made: Directive) -> None:
    for clause in clauses:
        Clause.objects.create(
            directive=made, number=clause.number, place=clause.place, title=clause.title, text=clause.text,
            due_on=clause.due_on, is_strict=clause.is_strict,
        )  # fmt: skip


def _copy_designations(directive: Directive, made: Directive, commune: Agency) -> None:
    """Models that were asked of this commune; the commune itself is their unit."""
    asked = directive.designations.filter(targets__agency__commune=commune).distinct()
    for one in asked.select_related("reform"):
        copied = Designation.objects.create(
            directive=made, reform=one.reform, obligation=one.obligation, due_on=one.due_on, is_strict=one.is_strict,
            report_due_on=one.report_due_on, thresholds=one.thresholds, note=one.note,
        )  # fmt: skip
        copied.agencies.set([commune])


@transaction.atomic
def close_directive(directive: Directive, *, by: User, now: datetime) -> None:
    """Nothing more is followed under it; adoptions go on as they are."""
    check_role(directive.issuer, by, now, ISSUERS)
    directive.take(workflow.CLOSE)
    directive.closed_at = now
    directive.save(update_fields=["closed_at"])
    for one in directive.designations.all():
        if one.status in workflow.CLOSE_DESIGNATION.start:
            one.take(workflow.CLOSE_DESIGNATION)
    record(DirectiveClosed(directive_id=directive.pk), about=directive, by=by, at=now)
