"""Machines that need a hand, and results nobody fetched."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.kiosks import events
from gandan.kiosks.models import Machine, PaperState, Placement
from gandan.people.models import Role

from ..actions import tell
from ..staff import colleagues, holders


def _tell_keepers(machine_id: int, *, event: str, entry: Entry, roles: tuple[str, ...], **facts: Any) -> None:
    machine = Machine.objects.select_related("agency").get(pk=machine_id)
    link = reverse("kiosks:machine", args=[machine.pk])
    for to in colleagues(holders(machine.agency, *roles, today=localdate(entry.at)), machine.agency):
        tell(to, event=event, entry=entry, link=link, machine=machine, **facts)


@follows(events.PrinterNeedsPaper)
def tell_paper_is_out(event: events.PrinterNeedsPaper, entry: Entry) -> None:
    roles = (Role.RECEPTION, Role.ADMINISTRATOR)
    state = "không in được" if event.paper == PaperState.BROKEN else "hết giấy"
    _tell_keepers(event.machine_id, event="printer_needs_paper", entry=entry, roles=roles, state=state)


@follows(events.MachineSilent)
def tell_machine_is_silent(event: events.MachineSilent, entry: Entry) -> None:
    roles = (Role.ADMINISTRATOR,)
    _tell_keepers(event.machine_id, event="machine_silent", entry=entry, roles=roles, last_seen_at=event.last_seen_at)


@follows(events.PlacementOverdue)
def tell_result_lies_there(event: events.PlacementOverdue, entry: Entry) -> None:
    """Whoever laid it there takes it back to the counter."""
    related = ("placed_by", "compartment__locker__agency", "dossier")
    placement = Placement.objects.select_related(*related).get(pk=event.placement_id)
    link = reverse("kiosks:placement", args=[placement.pk])
    facts: dict[str, Any] = {"compartment": placement.compartment, "locker": placement.compartment.locker}
    for to in colleagues([placement.placed_by], placement.compartment.locker.agency):
        tell(to, event="placement_overdue", entry=entry, link=link, code=placement.dossier.code, **facts)
