"""Weeks and months in which something has to happen, pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from gandan.measures.periods import following_month

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Span:
    """Days from `start` to `end`, the last one counted."""

    start: date
    end: date


def week_of(day: date) -> Span:
    """Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + WEEK - timedelta(days=1))


def month_of(day: date) -> Span:
    first = day.replace(day=1)
    return Span(first, following_month(first) - timedelta(days=1))


def weeks(since: date, today: date) -> Iterator[Span]:
    """Whole weeks begun after `since` up to the running one; a week begun halfway is nobody's duty."""
    monday = week_of(since).start
    monday = monday if monday == since else monday + WEEK
    while monday <= today:
        yield week_of(monday)
        monday += WEEK


def months(since: date, today: date) -> Iterator[Span]:
    """Whole months begun after `since` up to the running one."""
    first = since if since.day == 1 else following_month(since.replace(day=1))
    while first <= today:
        yield month_of(first)
        first = following_month(first)
