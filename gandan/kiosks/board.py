"""What the officer's pages ask: how the machines are, what lies in the lockers, what a month brought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from gandan.measures.periods import month_of
from gandan.measures.registry import figures, measure_named, table
from gandan.measures.scope import Figure, Scope
from gandan.places.models import Agency

from .models import Compartment, Machine, Outcome, Placement, Visit

MEASURES = (
    "kiosk_filings", "kiosk_returns", "kiosk_errors_caught", "kiosk_supplement_share", "no_handwriting_share",
    "kiosk_satisfaction",
)  # fmt: skip


@dataclass(frozen=True)
class Health:
    """One machine now: one word, one look, what to do."""

    machine: Machine
    words: str
    look: str
    is_in_use: bool


def health_of(machine: Machine, now: datetime, *, is_in_use: bool) -> Health:
    if not machine.is_used:
        return Health(machine, "tạm ngừng", "", is_in_use)
    if machine.is_silent(now):
        return Health(machine, "không báo về", "late", is_in_use)
    if not machine.prints:
        return Health(machine, machine.get_paper_display(), "late", is_in_use)
    if machine.paper == "low":
        return Health(machine, "sắp hết giấy", "soon", is_in_use)
    return Health(machine, "đang dùng" if is_in_use else "sẵn sàng", "done", is_in_use)


def health(commune: Agency, now: datetime) -> list[Health]:
    machines = Machine.objects.of(commune).select_related("locker")
    used = set(Visit.objects.filter(machine__agency=commune, ended_at__isnull=True).values_list("machine", flat=True))
    return [health_of(one, now, is_in_use=one.pk in used) for one in machines]


@dataclass(frozen=True)
class Cell:
    """A compartment and what lies in it."""

    compartment: Compartment
    placement: Placement | None


def cells(machine: Machine) -> list[Cell]:
    if machine.locker is None:
        return []
    inside = Placement.objects.active().filter(compartment__locker=machine.locker).select_related("dossier__procedure")
    lying = {one.compartment_id: one for one in inside}
    return [Cell(one, lying.get(one.pk)) for one in machine.locker.compartments.all()]


def empty_of(machine: Machine) -> list[Compartment]:
    return [one.compartment for one in cells(machine) if one.placement is None and one.compartment.is_usable]


@dataclass(frozen=True)
class Month:
    """What a machine (None: all of the commune) brought in a month, beside the visits that came to nothing."""

    machine: Machine | None
    figures: dict[str, Figure]
    visits: int
    abandoned: int


def month_of_machines(commune: Agency, day: date, now: datetime) -> list[Month]:
    """The commune first, then each machine by name."""
    month = month_of(day)
    scope = Scope((commune.pk,), month.start, month.end, now)
    rows = {row.key: row.figures for row in table(scope, *MEASURES, by="machine")}
    within = Q(visits__started_at__gte=scope.since, visits__started_at__lt=scope.until)
    machines = Machine.objects.of(commune).annotate(
        visit_count=Count("visits", filter=within),
        abandoned_count=Count("visits", filter=within & Q(visits__outcome=Outcome.ABANDONED)),
    )
    empty = {name: measure_named(name).empty for name in MEASURES}
    each = [
        Month(one, rows.get(str(one.pk), empty), one.visit_count, one.abandoned_count)  # type: ignore[attr-defined]  # annotated
        for one in machines
    ]
    whole = Month(None, figures(scope, *MEASURES), sum(one.visits for one in each), sum(one.abandoned for one in each))
    return [whole, *each]
