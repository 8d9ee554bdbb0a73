"""What happens at the machines. Ids and status words only."""

from dataclasses import dataclass
from datetime import datetime

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class MachineEvent(Event):
    machine_id: int


@dataclass(frozen=True, kw_only=True)
class MachineRegistered(MachineEvent):
    """A machine stands somewhere from now on."""


@dataclass(frozen=True, kw_only=True)
class MachineChanged(MachineEvent):
    is_used: bool


@dataclass(frozen=True, kw_only=True)
class PrinterNeedsPaper(MachineEvent):
    """Out of paper, or not printing: receipts are shown on the screen until somebody comes."""

    paper: str


@dataclass(frozen=True, kw_only=True)
class PrinterReady(MachineEvent):
    """It prints again."""


@dataclass(frozen=True, kw_only=True)
class MachineSilent(MachineEvent):
    """Not heard of for too long."""

    last_seen_at: datetime


@dataclass(frozen=True, kw_only=True)
class VisitBegun(MachineEvent):
    visit_id: int


@dataclass(frozen=True, kw_only=True)
class VisitEnded(MachineEvent):
    visit_id: int
    outcome: str
    errors: int


@dataclass(frozen=True, kw_only=True)
class KioskFiled(MachineEvent):
    """A dossier was filed at a machine."""

    dossier_id: int
    errors: int
    is_handwritten: bool


@dataclass(frozen=True, kw_only=True)
class PlacementEvent(Event):
    placement_id: int
    dossier_id: int


@dataclass(frozen=True, kw_only=True)
class CompartmentReserved(PlacementEvent):
    compartment_id: int


@dataclass(frozen=True, kw_only=True)
class ResultPlaced(PlacementEvent):
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class PickupCodeSent(PlacementEvent):
    """The channel has taken the message with the code."""


@dataclass(frozen=True, kw_only=True)
class PickupCodeRenewed(PlacementEvent):
    """The former code opens nothing any more."""


@dataclass(frozen=True, kw_only=True)
class CompartmentOpening(PlacementEvent):
    """The right code was given; the lock is about to be asked."""

    machine_id: int


@dataclass(frozen=True, kw_only=True)
class ResultFetched(PlacementEvent):
    machine_id: int | None


@dataclass(frozen=True, kw_only=True)
class CompartmentStayedShut(PlacementEvent):
    """It did not open, or the result is still inside."""


@dataclass(frozen=True, kw_only=True)
class PlacementOverdue(PlacementEvent):
    """Nobody came in time."""

    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class ResultTakenBack(PlacementEvent):
    """The officer has it again; it is returned at the counter."""

    status_before: str
