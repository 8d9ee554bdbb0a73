"""What a commune promises of its amenities on a day: programmes of the kind `free_amenities`, several side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from gandan.places.models import Agency
from gandan.programmes.running import running

KIND = "free_amenities"
CHECKED_BY, FIX_DAYS, WARN_DAYS = time(8, 30), 2, 30


@dataclass(frozen=True)
class Rules:
    """`numbers`: amenities promised; `checked_by`: the morning round is done; `fix_days`: working days to mend a defect;
    `warn_days`: days before an expiry date at which a new one is asked for."""

    numbers: frozenset[int] = frozenset()
    checked_by: time = CHECKED_BY
    fix_days: int = FIX_DAYS
    warn_days: int = WARN_DAYS

    @property
    def is_promised(self) -> bool:
        return bool(self.numbers)


def rules_of(agency: Agency, day: date) -> Rules:
    """The union of what runs; the strictest hour and number of days. No SQL while the terms are in memory."""
    found = [one.values for one in running(KIND, agency, day)]
    if not found:
        return Rules()
    return Rules(
        numbers=frozenset(number for values in found for number in values["numbers"]),
        checked_by=min(values["checked_by"] for values in found),
        fix_days=min(values["fix_days"] for values in found),
        warn_days=max(values["warn_days"] for values in found),
    )
