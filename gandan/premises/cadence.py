"""When a thing of the checklist is due again, pure."""

from datetime import date, timedelta

DAYS = {"daily": 1, "weekly": 7, "monthly": 30, "quarterly": 91, "yearly": 365}
"""Days between two inspections."""


def due_on(cadence: str, last: date | None) -> date | None:
    """The day of the next inspection; None: never inspected, so at once."""
    return None if last is None else last + timedelta(days=DAYS[cadence])


def is_due(cadence: str, last: date | None, today: date) -> bool:
    due = due_on(cadence, last)
    return due is None or due <= today
