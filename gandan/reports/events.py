"""What happened to reports."""

from dataclasses import dataclass
from datetime import date

from gandan.journal.events import Event


@dataclass(frozen=True, kw_only=True)
class ReportFrozen(Event):
    report: str
    agency_id: int
    start: date
    end: date
    sha256: str
