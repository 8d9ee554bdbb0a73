"""The machine itself: put up, changed, heard of, silent."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time

from django.db import IntegrityError, transaction

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.models import Agency

from ..events import MachineChanged, MachineRegistered, MachineSilent, PrinterNeedsPaper, PrinterReady
from ..models import Compartment, Locker, Machine, PaperState

MOST_COMPARTMENTS = 200
PRINTER = re.compile(r"file:/dev/[\w/.-]+|[\w.-]+(:\d{1,5})?")
LOCKER = re.compile(r"https?://[^\s/]+(/[^\s]*)?")
STOPPED = (PaperState.OUT, PaperState.BROKEN)


@dataclass(frozen=True)
class MachineFacts:
    """What is written down of a machine. `locker`: one that stands already; else `compartments` builds one."""

    name: str
    place: str
    printer_address: str = ""
    opens_at: time | None = None
    closes_at: time | None = None
    is_used: bool = True
    locker: Locker | None = None
    compartments: int = 0
    locker_address: str = ""


@transaction.atomic
def register_machine(agency: Agency, *, facts: MachineFacts, by: User, now: datetime) -> Machine:
    """A machine stands somewhere from now on, alone or before a locker."""
    machine = Machine(agency=agency)
    _write(machine, facts)
    record(MachineRegistered(machine_id=machine.pk), about=machine, by=by, at=now, is_first=True)
    return machine


@transaction.atomic
def change_machine(machine: Machine, *, facts: MachineFacts, by: User, now: datetime) -> None:
    """Another place, other hours, another printer; or out of use for a while."""
    Machine.objects.select_for_update().get(pk=machine.pk)
    _write(machine, facts)
    record(MachineChanged(machine_id=machine.pk, is_used=machine.is_used), about=machine, by=by, at=now)


def _write(machine: Machine, facts: MachineFacts) -> None:
    _check(facts)
    machine.name, machine.place, machine.is_used = facts.name.strip(), facts.place.strip(), facts.is_used
    machine.printer_address = facts.printer_address.strip()
    machine.opens_at, machine.closes_at = facts.opens_at, facts.closes_at
    try:
        with transaction.atomic():
            machine.locker = facts.locker or _built(machine, facts)
            machine.save()
    except IntegrityError:
        raise RuleBroken(f"Xã đã có máy hoặc tủ tên “{machine.name}”. Xin đặt tên khác.") from None


def _check(facts: MachineFacts) -> None:
    if not facts.name.strip() or not facts.place.strip():
        raise RuleBroken("Xin ghi tên máy và nơi đặt máy.")
    if (facts.opens_at is None) != (facts.closes_at is None) or (
        facts.opens_at is not None and facts.closes_at is not None and facts.opens_at >= facts.closes_at
    ):
        raise RuleBroken("Giờ mở phải trước giờ đóng. Bỏ trống cả hai nếu máy phục vụ cả ngày đêm.")
    if facts.printer_address and not PRINTER.fullmatch(facts.printer_address.strip()):
        raise RuleBroken("Địa chỉ máy in có dạng 10.0.0.5:9100 hoặc file:/dev/usb/lp0.")
    if facts.locker_address and not LOCKER.fullmatch(facts.locker_address.strip()):
        raise RuleBroken("Địa chỉ tủ có dạng http://10.0.0.6.")
    if not 0 <= facts.compartments <= MOST_COMPARTMENTS:
        raise RuleBroken(f"Một tủ có từ 1 đến {MOST_COMPARTMENTS} ngăn.")


def _built(machine: Machine, facts: MachineFacts) -> Locker | None:
    """The machine's own locker: built, enlarged (a compartment is never taken away), or none."""
    own = machine.locker
    if own is None and not facts.compartments:
        return None
    if own is None:
        own = Locker.objects.create(agency=machine.agency, name=f"Tủ {machine.name}"[:80])
    own.address = facts.locker_address.strip()
    own.save(update_fields=["address"])
    have = own.compartments.count()
    missing = range(have + 1, facts.compartments + 1)
    Compartment.objects.bulk_create([Compartment(locker=own, number=number) for number in missing])
    return own


@transaction.atomic
def report_health(machine: Machine, *, now: datetime, paper: str | None = None) -> None:
    """The machine is there. `paper` as the printer says, None when it was not asked; a change for the worse is told once."""
    locked = Machine.objects.select_for_update().get(pk=machine.pk)
    before = PaperState(locked.paper)
    after = PaperState(paper) if paper in PaperState.values else before
    changes = {"last_seen_at": now, "silence_told_at": None, "paper": after}
    Machine.objects.filter(pk=machine.pk).update(**changes)
    for name, value in changes.items():
        setattr(machine, name, value)
    if after in STOPPED and before not in STOPPED:
        record(PrinterNeedsPaper(machine_id=machine.pk, paper=str(after)), about=machine, at=now)
    if before in STOPPED and after not in STOPPED:
        record(PrinterReady(machine_id=machine.pk), about=machine, at=now)


@transaction.atomic
def note_silence(machine: Machine, *, now: datetime) -> None:
    """Not heard of for ten minutes: told once, until it is heard again."""
    locked = Machine.objects.select_for_update().get(pk=machine.pk)
    if locked.silence_told_at is not None or locked.last_seen_at is None or not locked.is_silent(now):
        raise RuleBroken(f"{locked} vẫn báo về đều.")
    Machine.objects.filter(pk=machine.pk).update(silence_told_at=now)
    record(MachineSilent(machine_id=machine.pk, last_seen_at=locked.last_seen_at), about=machine, at=now)
