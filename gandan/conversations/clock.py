"""When an answer is due. Pure."""

from __future__ import annotations

from datetime import datetime

from gandan.places.calendar import Calendar
from gandan.places.deadlines import Unit, due


def answer_by(asked_at: datetime, hours: int, calendar: Calendar) -> datetime:
    """`hours` working hours after the question; asked at night, they run from the opening."""
    return due(asked_at, hours, Unit.WORKING_HOUR, calendar).at


def minutes_taken(asked_at: datetime, answered_at: datetime, calendar: Calendar) -> int:
    """Office minutes from question to answer; answered outside office hours costs none."""
    return calendar.working_minutes_between(asked_at, answered_at)
