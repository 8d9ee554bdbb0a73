"""Who is on call at a moment, pure: a roster of days and one of nights, a night belonging to the day it begins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time

Roster = Mapping[int, tuple[str, ...]]


def on_duty(days: Roster, nights: Roster, *, night_from: time, night_to: time, at: datetime) -> tuple[str, ...]:
    """Usernames in the order of calling. `at` is on the wall clock of Việt Nam.

    Where nobody is named for the day, whoever has the night of that date stands in.
    """
    weekday, clock = at.weekday(), at.time()
    if clock < night_to:
        return nights.get((weekday - 1) % 7, ())
    if clock >= night_from:
        return nights.get(weekday, ())
    return days.get(weekday, ()) or nights.get(weekday, ())
