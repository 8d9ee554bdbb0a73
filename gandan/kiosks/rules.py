"""What the machines of a commune do on a day: switched on by a programme of the kind `self_service_machine`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency
from gandan.programmes.running import running

KIND = "self_service_machine"
HOLD_DAYS = 5


@dataclass(frozen=True)
class Rules:
    """`is_filing`: dossiers are filed here; without it machines still look up, give numbers and return what they hold."""

    is_filing: bool = False
    codes: frozenset[str] = frozenset()
    """Procedures that may be filed; empty: every procedure that is filed online."""
    hold_days: int = HOLD_DAYS
    takes_payment: bool = True

    def files(self, code: str) -> bool:
        return self.is_filing and (not self.codes or code in self.codes)


def rules_of(agency: Agency, day: date) -> Rules:
    """No SQL while the terms are in memory."""
    rule = next(iter(running(KIND, agency, day)), None)
    if rule is None:
        return Rules()
    values = rule.values
    return Rules(
        is_filing=True,
        codes=frozenset(values["procedures"]),
        hold_days=values["hold_days"],
        takes_payment=values["takes_payment"],
    )


def expires_at(placed: datetime, days: int) -> datetime:
    """The end of the last day on which the result waits in its compartment; the day it was put in does not count."""
    return vietnam_moment(placed.date() + timedelta(days=days), time(23, 59))
