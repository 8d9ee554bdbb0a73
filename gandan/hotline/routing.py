"""Whom a caller reaches at a moment: the line itself, the one that is kept day and night, or words. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import localdate

from gandan.people.models import User
from gandan.places.models import Agency

from .models import Channel, DutyShift, Hours, Line
from .programmes import keeping_of


@dataclass(frozen=True)
class Route:
    """`line`: where it rings; `forwarded_to`: another line instead, outside office hours; `words`: what is said then."""

    line: Line
    is_after_hours: bool = False
    forwarded_to: Line | None = None
    words: str = ""
    on_duty: User | None = None


def route_of(line: Line, moment: datetime) -> Route:
    if line.is_open_at(moment):
        return Route(line, on_duty=keeper_of(line, moment))
    keeping = keeping_of(line.commune, localdate(moment))
    other = _kept_always(line) if keeping.forwards else None
    on_duty = keeper_of(other, moment) if other else None
    return Route(line, is_after_hours=True, forwarded_to=other, words=keeping.after_hours, on_duty=on_duty)


def _kept_always(line: Line) -> Line | None:
    rows = Line.objects.of(line.commune).in_use().filter(channel=Channel.HOTLINE, hours=Hours.ALWAYS)
    return rows.exclude(pk=line.pk).select_related("commune").order_by("pk").first()


def keeper_of(line: Line, moment: datetime) -> User | None:
    """Who keeps it now, by the roster."""
    shift = DutyShift.objects.filter(line=line).at(moment).select_related("person").first()
    return shift.person if shift else None


def on_duty(commune: Agency, channel: str, moment: datetime) -> User | None:
    """Who keeps a channel of the commune now: for whoever routes its messages (S1.52)."""
    rows = DutyShift.objects.filter(line__commune=commune, line__channel=channel, line__is_active=True)
    shift = rows.at(moment).select_related("person").first()
    return shift.person if shift else None
