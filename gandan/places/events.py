"""What happens in places: units, offices, hamlets, the legal calendar."""

from dataclasses import dataclass
from datetime import date

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class UnitsImported(Event):
    """Communes of one province were added or corrected from the list of units."""

    province_id: int
    added: int
    changed: int


@dataclass(frozen=True, kw_only=True)
class CommuneOpened(Event):
    commune_id: int


@dataclass(frozen=True, kw_only=True)
class AgencyEdited(Event):
    """`fields` are the names of the columns that changed."""

    agency_id: int
    fields: list[str]


@dataclass(frozen=True, kw_only=True)
class OfficeSessionsSet(Event):
    agency_id: int
    valid_from: date
    weekdays: list[int]


@dataclass(frozen=True, kw_only=True)
class HamletAdded(Event):
    hamlet_id: int
    commune_id: int


@dataclass(frozen=True, kw_only=True)
class HamletEdited(Event):
    hamlet_id: int
    commune_id: int
    fields: list[str]


@dataclass(frozen=True, kw_only=True)
class HamletRemoved(Event):
    hamlet_id: int
    commune_id: int


@dataclass(frozen=True, kw_only=True)
class CalendarDaySet(Event):
    """`was` is the kind of the day before, "" for a day that was ordinary."""

    day: date
    kind: str
    was: str
    basis: str


@dataclass(frozen=True, kw_only=True)
class CalendarDayRemoved(Event):
    day: date
    was: str


@dataclass(frozen=True, kw_only=True)
class CalendarYearConfirmed(Event):
    year: int
    basis: str


@dataclass(frozen=True, kw_only=True)
class CalendarYearUnconfirmed(Event):
    year: int
