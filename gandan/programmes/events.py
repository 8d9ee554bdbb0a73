"""What happens to programmes."""

from dataclasses import dataclass
from datetime import date

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class ProgrammeEvent(Event):
    programme_id: int
    kind: str
    agency_id: int


@dataclass(frozen=True, kw_only=True)
class ProgrammeSwitchedOn(ProgrammeEvent):
    since: date
    until: date | None
    origin: str


@dataclass(frozen=True, kw_only=True)
class ProgrammeChanged(ProgrammeEvent):
    """New parameters from a day on."""

    since: date


@dataclass(frozen=True, kw_only=True)
class ProgrammeSwitchedOff(ProgrammeEvent):
    """`last_day` is the last on which it holds."""

    last_day: date


@dataclass(frozen=True, kw_only=True)
class ProgrammeCalledOff(ProgrammeEvent):
    """Switched off before it ever began."""
