"""The plan of an hour of a screen, and what an hour's log amounts to. Pure (S4.8; A55: per hour in which the screen is open)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from gandan.places.calendar import vietnam_moment

HOUR = timedelta(hours=1)
SHORTEST_SECONDS = 4
"""Less than this nobody can read: the still before stands longer instead."""


@dataclass(frozen=True)
class Reel:
    """A clip as the plan sees it; a still (text, picture) may stand shorter or longer, a film plays whole."""

    id: int
    seconds: int
    is_still: bool = True


@dataclass(frozen=True)
class Spot:
    """From `at` seconds after the full hour, `seconds` long."""

    at: int
    clip: int
    seconds: int


def hour_plan(clips: Sequence[Reel], minutes_per_hour: int = 10, *, first: int = 0) -> list[Spot]:
    """Fill the minutes from the full hour on, in the order of the playlist beginning with the `first`-th.

    Stills are trimmed so that the plan ends on the minute; a film at the end plays whole, so the plan may be longer by
    less than one film. Without clips there is nothing to show.
    """
    plan: list[Spot] = []
    end, at, place = minutes_per_hour * 60, 0, first
    while clips and at < end:
        reel = clips[place % len(clips)]
        seconds = min(reel.seconds, end - at) if reel.is_still else reel.seconds
        if end - at < SHORTEST_SECONDS and plan:
            last = plan.pop()
            plan.append(Spot(last.at, last.clip, last.seconds + end - at))
            break
        plan.append(Spot(at, reel.id, seconds))
        at, place = at + seconds, place + 1
    return plan


def day_plan(clips: Sequence[Reel], hours: Iterable[int], minutes_per_hour: int = 10) -> dict[int, list[Spot]]:
    """The plan of each open hour; each goes on in the playlist where the one before stopped."""
    plans: dict[int, list[Spot]] = {}
    first = 0
    for hour in hours:
        plans[hour] = hour_plan(clips, minutes_per_hour, first=first)
        first = (first + len(plans[hour])) % len(clips) if clips else 0
    return plans


def open_hours(opens: time, closes: time) -> list[int]:
    """The full hours of the clock during which the screen is open: 06:00–22:00 gives 6 … 21. Past midnight is two screens."""
    first = opens.hour + (1 if opens.minute else 0)
    last = 24 if closes == time(0) else closes.hour
    return list(range(first, last))


@dataclass(frozen=True)
class Shown:
    """One line of the log."""

    started_at: datetime
    seconds: int


@dataclass(frozen=True)
class HourCount:
    hour: int
    seconds: int
    needed: int

    @property
    def is_met(self) -> bool:
        return self.seconds >= self.needed

    @property
    def minutes(self) -> float:
        return self.seconds / 60


def hours_shown(day: date, plays: Iterable[Shown], hours: Sequence[int], minutes_per_hour: int) -> list[HourCount]:
    """Seconds shown in each open hour of a day. A play over the full hour counts on both sides; plays that overlap count
    once; whatever was shown in hours when the screen is closed does not count."""
    spans = _without_overlap(plays)
    counts = []
    for hour in hours:
        begin = vietnam_moment(day, time(hour))
        seconds = sum(_overlap(span, begin, begin + HOUR) for span in spans)
        counts.append(HourCount(hour, round(seconds), minutes_per_hour * 60))
    return counts


Span = tuple[datetime, datetime]


def _without_overlap(plays: Iterable[Shown]) -> list[Span]:
    spans: list[Span] = []
    for play in sorted(plays, key=lambda one: one.started_at):
        begin, end = play.started_at, play.started_at + timedelta(seconds=play.seconds)
        if spans:
            begin = max(begin, spans[-1][1])
        if end > begin:
            spans.append((begin, end))
    return spans


def _overlap(span: Span, begin: datetime, end: datetime) -> float:
    return max(0.0, (min(span[1], end) - max(span[0], begin)).total_seconds())
