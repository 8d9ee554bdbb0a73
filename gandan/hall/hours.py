"""Is the Centre open now, and when does it open next? Office hours, and hours that other apps open the door in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localtime

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import say_day, say_hour
from gandan.places.calendar import vietnam_moment
from gandan.places.calendars import calendar_of
from gandan.places.models import Agency

LOOK_AHEAD = 21


@dataclass(frozen=True)
class Span:
    """Hours of a day in which people are received; `matters` empty: everything. The end is not counted."""

    starts_at: datetime
    ends_at: datetime
    programme_id: int | None = None
    matters: tuple[str, ...] = ()

    @property
    def is_extra(self) -> bool:
        return self.programme_id is not None


@dataclass(frozen=True)
class Opening:
    """The hours of this moment (None: closed) and the next ones."""

    now: Span | None
    following: Span | None

    @property
    def is_open(self) -> bool:
        return self.now is not None

    def said(self, today: date) -> str:
        """For a kiosk or a telephone, in one or two sentences."""
        if self.now is not None:
            only = f", nhận {', '.join(self.now.matters)}" if self.now.matters else ""
            return f"Trung tâm mở đến {say_hour(localtime(self.now.ends_at))}{only}."
        if self.following is None:
            return "Trung tâm đang đóng cửa, chưa có lịch mở lại. Xin gọi điện để hỏi."
        at = localtime(self.following.starts_at)
        only = f", nhận {', '.join(self.following.matters)}" if self.following.matters else ""
        return f"Trung tâm đang đóng cửa. Mở lại lúc {say_hour(at)}, {say_day(at.date(), today=today)}{only}."


MoreHours = Callable[[Agency, date], Iterable[Span]]
_more: list[MoreHours] = []


def also_open(hours: MoreHours) -> None:
    """An app above tells in which further hours the door opens without an appointment."""
    _more.append(hours)


def spans_on(agency: Agency, day: date) -> list[Span]:
    """Office sessions and further hours of a day, by the clock. No SQL while calendars and terms are kept."""
    calendar = calendar_of(agency, on=day)
    spans = [Span(vietnam_moment(day, one.start), vietnam_moment(day, one.end)) for one in calendar.sessions_on(day)]
    if day not in calendar.days_off:
        spans += [one for hours in _more for one in hours(agency, day)]
    return sorted(spans, key=lambda one: (one.starts_at, one.is_extra))


def open_now(agency: Agency, now: datetime) -> Opening:
    """What a ticket machine or a telephone asks before it gives a number (S3.36)."""
    today = localtime(now).date()
    current: Span | None = None
    for ahead in range(LOOK_AHEAD):
        for one in spans_on(agency, today + timedelta(days=ahead)):
            if one.starts_at <= now < one.ends_at and current is None:
                current = one
            elif one.starts_at > now:
                return Opening(current, one)
    return Opening(current, None)


def refuse_when_closed(agency: Agency, now: datetime) -> Opening:
    """The opening, or RuleBroken with the next one."""
    opening = open_now(agency, now)
    if not opening.is_open:
        raise RuleBroken(opening.said(localtime(now).date()))
    return opening


def is_out_of_hours(agency: Agency, at: datetime) -> bool:
    """Outside the office sessions of its day."""
    clock = localtime(at)
    sessions = calendar_of(agency, on=clock.date()).sessions_on(clock.date())
    return not any(one.start <= clock.time() < one.end for one in sessions)
