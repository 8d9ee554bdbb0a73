"""What happens to the premises. Ids, days and status words only."""

from dataclasses import dataclass
from datetime import date

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class AmenitiesSetUp(Event):
    """The shipped list was taken over."""

    added: int


@dataclass(frozen=True, kw_only=True)
class ChecklistSetUp(Event):
    added: int


@dataclass(frozen=True, kw_only=True)
class AmenityKept(Event):
    """Added or changed."""

    amenity_id: int
    is_used: bool


@dataclass(frozen=True, kw_only=True)
class AmenityChecked(Event):
    amenity_id: int
    day: date
    is_ok: bool
    bad_days: int
    """Checks in a row that found it out of order, this one counted."""


@dataclass(frozen=True, kw_only=True)
class AmenityUsed(Event):
    amenity_id: int
    day: date


@dataclass(frozen=True, kw_only=True)
class DayOpened(Event):
    """Every promised amenity was looked at."""

    day: date
    total: int
    working: int


@dataclass(frozen=True, kw_only=True)
class AmenitiesUnchecked(Event):
    """The hour of the morning round has passed."""

    day: date
    missing: int


@dataclass(frozen=True, kw_only=True)
class ItemKept(Event):
    item_id: int
    is_used: bool


@dataclass(frozen=True, kw_only=True)
class ItemInspected(Event):
    item_id: int
    is_ok: bool


@dataclass(frozen=True, kw_only=True)
class ItemRenewed(Event):
    item_id: int
    expires_on: date


@dataclass(frozen=True, kw_only=True)
class ItemExpiring(Event):
    """Its day is near or past; a defect asks for a new one."""

    item_id: int
    expires_on: date


@dataclass(frozen=True, kw_only=True)
class DefectEvent(Event):
    defect_id: int


@dataclass(frozen=True, kw_only=True)
class DefectReported(DefectEvent):
    """First told, or told again while still open."""

    source: str
    is_first: bool


@dataclass(frozen=True, kw_only=True)
class DefectAssigned(DefectEvent):
    responsible_id: int
    due_on: date


@dataclass(frozen=True, kw_only=True)
class DefectFixed(DefectEvent):
    """Mended; waits for another person's eyes."""


@dataclass(frozen=True, kw_only=True)
class DefectVerified(DefectEvent):
    days: int


@dataclass(frozen=True, kw_only=True)
class DefectReopened(DefectEvent):
    """Not mended after all."""


@dataclass(frozen=True, kw_only=True)
class DefectDismissed(DefectEvent):
    """Looked at: nothing is wrong."""
