"""Deadlines of directives and tasks, pure: the last valid moment, and when to remind.

“Trước ngày 25/5” is strict: the last valid moment is 24/5, 23:59 (requirements, A33). “Đến ngày”, “hạn” and “hết quý” count
the day itself.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from gandan.measures.scope import VIETNAM

LAST_MINUTE = time(23, 59)
REMINDERS = (1, 3, 7)
"""Days before the deadline on which a unit is reminded (requirements 4.2, rule 2)."""
OVERDUE = -1
"""The stage of the reminder on the day after the deadline."""
ACKNOWLEDGE_WITHIN = timedelta(days=3)
"""A task nobody took in three days stands on the leader's list (công văn 500, câu cuối)."""


def until_end_of(day: date) -> datetime:
    """The last valid moment of “đến hết ngày”."""
    return datetime.combine(day, LAST_MINUTE, VIETNAM)


def strictly_before(day: date) -> datetime:
    """The last valid moment of “trước ngày”: the evening before."""
    return until_end_of(day - timedelta(days=1))


def last_valid(day: date, *, is_strict: bool) -> datetime:
    return strictly_before(day) if is_strict else until_end_of(day)


def days_left(due_at: datetime, now: datetime) -> int:
    """Whole calendar days until the day of the deadline; negative after it."""
    return (due_at.astimezone(VIETNAM).date() - now.astimezone(VIETNAM).date()).days


def reminder_stage(due_at: datetime, now: datetime) -> int | None:
    """7, 3 or 1 within so many days of the deadline, `OVERDUE` after it, None earlier."""
    if now > due_at:
        return OVERDUE
    return next((days for days in REMINDERS if days_left(due_at, now) <= days), None)


def lateness_words(due_at: datetime, now: datetime) -> str:
    """“còn 3 ngày”, “hết hạn hôm nay”, “quá 2 ngày”."""
    left = days_left(due_at, now)
    if now > due_at:
        return f"quá {max(1, -left)} ngày"
    return f"còn {left} ngày" if left else "hết hạn hôm nay"
