"""When an adoption is late, and when its unit is reminded: pure (requirements 4.2, rules 2, 3, 5; A33)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from gandan.measures.scope import VIETNAM

REMIND_ON = (7, 3, 1, 0, -1, -7)
"""Days left: three reminders, the note to the head on the day, overdue the next day, on the list of Nội vụ after a week."""
QUARTERS = ("I", "II", "III", "IV")
TRIAL_DAYS = 30
"""A model is judged after so many days of running, and again so many days after a ruling (rule 4)."""
STILL_DAYS = 14
"""Nothing moved for so long: the unit is asked how it goes (S3.44)."""


def days_left(due_at: datetime, today: date) -> int:
    """Calendar days from today to the day of the deadline; negative once it is past."""
    return (due_at.astimezone(VIETNAM).date() - today).days


def is_overdue(due_at: datetime | None, now: datetime) -> bool:
    """`due_at` is the last valid moment."""
    return due_at is not None and now > due_at


def say_overdue(due_at: datetime) -> str:
    """“quá hạn quý IV/2025” where the deadline is the last day of a quarter, else “quá hạn từ 10/05/2026”."""
    day = due_at.astimezone(VIETNAM).date()
    if (day + timedelta(days=1)).day == 1 and day.month % 3 == 0:
        return f"quá hạn quý {QUARTERS[day.month // 3 - 1]}/{day.year}"
    return f"quá hạn từ {day:%d/%m/%Y}"


def say_left(due_at: datetime, now: datetime) -> str:
    """“còn 3 ngày”, “hạn hôm nay”, or how it is overdue."""
    if is_overdue(due_at, now):
        return say_overdue(due_at)
    left = days_left(due_at, now.astimezone(VIETNAM).date())
    return f"còn {left} ngày" if left else "hạn hôm nay"
