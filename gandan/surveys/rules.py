"""What a commune promises of its after-result survey on a day: programmes of the kind `after_result_survey`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from gandan.places.models import Agency
from gandan.programmes.running import running

from .models import LEAST

KIND = "after_result_survey"
DAYS = 30


@dataclass(frozen=True)
class Rules:
    """`days`: how long an invitation may be answered; `least`: replies below which no share is shown."""

    is_running: bool = False
    days: int = DAYS
    least: int = LEAST


def rules_of(agency: Agency, day: date) -> Rules:
    """The most careful of what runs. No SQL while the terms are in memory."""
    found = [one.values for one in running(KIND, agency, day)]
    if not found:
        return Rules()
    return Rules(
        is_running=True,
        days=max(values["days"] for values in found),
        least=max(values["least"] for values in found),
    )
