"""The weekly round: when the sources that have not answered are reminded (TC1.3.4)."""

from __future__ import annotations

from datetime import datetime, time

from django.utils.timezone import localtime

from gandan.places.models import Agency
from gandan.programmes.running import in_term

KIND = "weekly_opinions"
FRIDAY, REMIND_AT = 4, time(14)


def is_reminding_time(agency: Agency, now: datetime) -> bool:
    """Friday afternoon, unless the commune's programme says another day or hour."""
    here = localtime(now)
    rules = [one.values for one in in_term(KIND, agency, here.date())]
    days = rules[0]["weekdays"] if rules else [FRIDAY]
    return here.weekday() in days and here.time() >= (rules[0]["at"] if rules else REMIND_AT)
