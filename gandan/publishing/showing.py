"""What a screen shows today and what it has shown, read for the player and for the officer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.urls import reverse
from django.utils.timezone import localdate

from gandan.places.calendar import vietnam_moment

from .models import Clip, Interruption, Play, Screen, Subject
from .rules import Rule, rule_of
from .schedule import HourCount, Shown, day_plan, hours_shown


def programme_of(screen: Screen, now: datetime) -> dict[str, Any]:
    """What the player needs for a day without a network: clips with their addresses, the plan by hour, a message if any."""
    today = localdate(now)
    rule, clips = rule_of(screen, today), screen.clips_in_order()
    plans = day_plan([clip.as_reel() for clip in clips], rule.hours, rule.minutes)
    holding = Interruption.objects.holding(now).filter(agency=screen.agency_id).first()
    return {
        "day": today.isoformat(), "minutes": rule.minutes,
        "clips": {str(clip.pk): _clip(screen, clip) for clip in clips},
        "plan": {str(hour): [[one.at, one.clip, one.seconds] for one in spots] for hour, spots in plans.items()},
        "interruption": _message(holding) if holding else None,
        "at": int(now.timestamp() * 1000),
    }  # fmt: skip


def _clip(screen: Screen, clip: Clip) -> dict[str, Any]:
    address = reverse("publishing:clip_file", args=[screen.key, clip.pk]) if clip.file else ""
    return {"kind": clip.kind, "text": clip.text, "title": clip.title, "file": address}


def _message(holding: Interruption) -> dict[str, Any]:
    return {"words": holding.words, "until": int(holding.until.timestamp() * 1000)}


@dataclass(frozen=True)
class DayCount:
    """The hours of a screen on a day: what was needed, what was shown; `asked`: a programme asks for it."""

    day: date
    hours: tuple[HourCount, ...]
    rule: Rule

    @property
    def short(self) -> list[HourCount]:
        return [one for one in self.hours if not one.is_met]

    @property
    def minutes(self) -> float:
        return sum(one.seconds for one in self.hours) / 60

    @property
    def needed(self) -> int:
        return sum(one.needed for one in self.hours) // 60

    @property
    def asked(self) -> bool:
        return self.rule.programme_id is not None


def day_count(screen: Screen, day: date, now: datetime) -> DayCount:
    """Open hours that are over, judged from the log itself."""
    rule = rule_of(screen, day)
    over = [hour for hour in rule.hours if vietnam_moment(day, time(hour)) + timedelta(hours=1) <= now]
    begin = vietnam_moment(day, time())
    rows = Play.objects.filter(
        screen=screen, started_at__gte=begin - timedelta(minutes=15), started_at__lt=begin + timedelta(days=1)
    )
    plays = [Shown(row.started_at, row.seconds) for row in rows]
    return DayCount(day, tuple(hours_shown(day, plays, over, rule.minutes)), rule)


def planned_minutes(screen: Screen, day: date) -> float:
    """Minutes of the plan of a day."""
    rule = rule_of(screen, day)
    reels = [clip.as_reel() for clip in screen.clips_in_order()]
    plans = day_plan(reels, rule.hours, rule.minutes)
    return sum(spot.seconds for spots in plans.values() for spot in spots) / 60


def missing_subjects(screen: Screen) -> list[str]:
    """What the playlist lacks against the model: two slogans and a clip on online services (S4.8)."""
    subjects = [clip.subject for clip in screen.clips_in_order()]
    missing = []
    if subjects.count(Subject.SLOGAN) < 2:
        missing.append("hai khẩu hiệu cải cách hành chính")
    if Subject.ONLINE not in subjects:
        missing.append("clip dịch vụ công trực tuyến")
    return missing
