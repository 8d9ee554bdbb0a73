"""What a commune promises of receptions and dialogues on a day: the programme `citizen_reception`, or the usual numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.places.models import Agency
from gandan.programmes.running import running

KIND = "citizen_reception"


@dataclass(frozen=True)
class Rules:
    """`heads`: seats that receive monthly; `warn_day`: of the month, for the calendar of the next; days as the names say.

    `since`: first day of the programme, None where none runs: then nothing is a duty, only the limits of law hold.
    """

    heads: tuple[str, ...] = ("party", "chair")
    warn_day: int = 25
    opinion_days: int = 15
    request_days: int = 15
    sudden_days: int = 3
    is_remote: bool = False
    since: date | None = None

    @property
    def is_promised(self) -> bool:
        return self.since is not None


DEFAULTS = Rules()


def rules_of(agency: Agency, day: date) -> Rules:
    """No SQL while the terms are in memory."""
    found = running(KIND, agency, day)
    return Rules(**found[0].values, since=found[0].since) if found else DEFAULTS
