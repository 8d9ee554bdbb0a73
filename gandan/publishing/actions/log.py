"""The log of what was shown, and the judgement of each open hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from gandan.journal.actions import record
from gandan.places.calendar import vietnam_moment

from ..events import HoursClosed, PlaysNoted
from ..models import Clip, Play, Screen, ShownHour
from ..rules import rule_of
from ..schedule import HOUR, HourCount, Shown, hours_shown

OLDEST = timedelta(days=7)
AHEAD = timedelta(minutes=2)
"""A player's clock may be wrong by so much."""
MOST = 500


@dataclass(frozen=True)
class Reported:
    """One line as the player tells it."""

    clip_id: int
    started_at: datetime
    seconds: int


@transaction.atomic
def note_plays(screen: Screen, *, plays: Sequence[Reported], now: datetime) -> int:
    """Keep what the player reports, each moment once; returns how many lines were new. What cannot be is passed over:
    clips of others, the future, more than a week ago, longer than the clip."""
    clips = {clip.pk: clip for clip in Clip.objects.filter(agency=screen.agency_id)}
    likely = [one for one in plays[:MOST] if _is_likely(one, clips, now)]
    rows = [
        Play(screen=screen, clip_id=one.clip_id, started_at=one.started_at, seconds=one.seconds, noted_at=now)
        for one in likely
    ]
    before = Play.objects.filter(screen=screen).count()
    Play.objects.bulk_create(rows, ignore_conflicts=True)
    kept = Play.objects.filter(screen=screen).count() - before
    Screen.objects.filter(pk=screen.pk).update(seen_at=now)
    if kept:
        record(PlaysNoted(screen_id=screen.pk, plays=kept), about=screen, at=now)
        _judge(screen, {localdate(one.started_at) for one in likely}, now)
    return kept


def _is_likely(one: Reported, clips: dict[int, Clip], now: datetime) -> bool:
    clip = clips.get(one.clip_id)
    if clip is None or not now - OLDEST <= one.started_at <= now + AHEAD:
        return False
    longest = clip.seconds + 10
    return 1 <= one.seconds <= longest


@transaction.atomic
def close_hours(screen: Screen, *, day: date, now: datetime) -> int:
    """Judge the open hours of a day that are over, also those in which nothing was reported; returns how many fell short."""
    counts = _judge(screen, {day}, now)
    short = sum(not one.is_met for one in counts)
    if counts:
        record(HoursClosed(screen_id=screen.pk, hours=len(counts), short=short), about=screen, at=now)
    return short


def _judge(screen: Screen, days: set[date], now: datetime) -> list[HourCount]:
    """Hours that are over, where a programme asks."""
    found: list[HourCount] = []
    for day in days:
        rule = rule_of(screen, day)
        if rule.programme_id is None:
            continue
        over = [hour for hour in rule.hours if vietnam_moment(day, time(hour)) + HOUR <= now]
        counts = hours_shown(day, _shown(screen, day), over, rule.minutes)
        rows = [
            ShownHour(
                screen=screen, begun_at=vietnam_moment(day, time(one.hour)), seconds=one.seconds, needed=one.needed,
                programme_id=rule.programme_id,
            )
            for one in counts
        ]  # fmt: skip
        ShownHour.objects.bulk_create(
            rows, update_conflicts=True, update_fields=["seconds", "needed", "programme_id"],
            unique_fields=["screen", "begun_at"],
        )  # fmt: skip
        found += counts
    return found


def _shown(screen: Screen, day: date) -> list[Shown]:
    begin = vietnam_moment(day, time()) - timedelta(minutes=15)
    rows = Play.objects.filter(screen=screen, started_at__gte=begin, started_at__lt=begin + timedelta(hours=25))
    return [Shown(row.started_at, row.seconds) for row in rows]
