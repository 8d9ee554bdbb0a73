"""The chairman's message on a holiday: opened ahead, written, approved, aired with proof on every channel."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.timezone import localdate

from gandan.core.errors import RuleBroken
from gandan.journal.actions import record
from gandan.people.models import User
from gandan.places.calendar import vietnam_moment
from gandan.places.models import Agency, CalendarDay, DayKind

from ..events import GreetingAired, GreetingApproved, GreetingPlanned, GreetingWritten
from ..models import Airing, AiringChannel, Greeting
from ..programmes import greetings_rule

MORNING = time(6)
DAYS_BEFORE, DAYS_AFTER = 1, 3
"""A message is shown from the morning before the holiday until the third day after it began."""


@dataclass(frozen=True)
class Message:
    """Words of a greeting and the channels it goes out on."""

    title: str
    body: str
    channels: Collection[str]


@transaction.atomic
def plan_greetings(commune: Agency, *, by: User | None, now: datetime) -> list[Greeting]:
    """One empty greeting for each holiday that begins within the days of the programme; run again, nothing is doubled."""
    today = localdate(now)
    rule = greetings_rule(commune, today)
    if rule is None:
        return []
    coming = _first_days(today, today + timedelta(days=rule.values["ahead"]))
    known = set(Greeting.objects.filter(commune=commune, day__in=coming).values_list("day", flat=True))
    return [_plan(commune, day, name, by, now) for day, name in sorted(coming.items()) if day not in known]


def _first_days(since: date, until: date) -> dict[date, str]:
    """First day and name of each holiday of the calendar in the period: days in lieu and swaps are no holidays."""
    rows = CalendarDay.objects.filter(kind=DayKind.HOLIDAY, day__range=(since - timedelta(days=10), until)).order_by(
        "day"
    )
    found: dict[str, date] = {}
    for row in rows:
        found.setdefault(row.name, row.day)
    return {day: name for name, day in found.items() if day >= since}


def _plan(commune: Agency, day: date, name: str, by: User | None, now: datetime) -> Greeting:
    made = Greeting.objects.create(
        commune=commune, holiday=name, day=day,
        from_at=vietnam_moment(day - timedelta(days=DAYS_BEFORE), MORNING),
        until_at=vietnam_moment(day + timedelta(days=DAYS_AFTER), MORNING),
    )  # fmt: skip
    record(GreetingPlanned(greeting_id=made.pk), about=made, by=by, at=now, is_first=True)
    return made


@transaction.atomic
def write_greeting(greeting: Greeting, message: Message, *, by: User, now: datetime) -> None:
    """Words and channels, until the chairman has approved them."""
    if greeting.approved_at is not None:
        raise RuleBroken("Lời chúc đã được duyệt, không sửa nữa.")
    if not message.title.strip() or not message.body.strip():
        raise RuleBroken("Lời chúc cần tiêu đề và nội dung.")
    if not message.channels:
        raise RuleBroken("Chọn ít nhất một kênh phát.")
    greeting.title, greeting.body = message.title.strip(), message.body.strip()
    greeting.save(update_fields=["title", "body"])
    greeting.airings.exclude(channel__in=message.channels).delete()
    rows = [Airing(greeting=greeting, channel=one, planned_at=greeting.from_at) for one in message.channels]
    Airing.objects.bulk_create(rows, ignore_conflicts=True)
    record(GreetingWritten(greeting_id=greeting.pk), about=greeting, by=by, at=now)


@transaction.atomic
def approve_greeting(greeting: Greeting, *, by: User, now: datetime) -> None:
    """By a leader; the commune's own page shows it from its morning on, which is the proof of that channel."""
    if greeting.approved_at is not None:
        raise RuleBroken("Lời chúc này đã được duyệt.")
    if not greeting.body:
        raise RuleBroken("Chưa có nội dung để duyệt.")
    if greeting.until_at <= now:
        raise RuleBroken("Dịp này đã qua, không phát lời chúc nữa.")
    greeting.approved_by, greeting.approved_at = by, now
    greeting.save(update_fields=["approved_by", "approved_at"])
    own_page = greeting.airings.filter(channel=AiringChannel.WEB)
    own_page.update(aired_at=max(now, greeting.from_at), proof="Trang thông tin của xã tự hiện theo giờ đã hẹn")
    record(GreetingApproved(greeting_id=greeting.pk), about=greeting, by=by, at=now)


@transaction.atomic
def air_greeting(airing: Airing, proof: str, *, by: User, now: datetime) -> None:
    """It went out on this channel; the proof says where it can be seen or heard again."""
    if airing.greeting.approved_at is None:
        raise RuleBroken("Chủ tịch chưa duyệt lời chúc này.")
    if not proof.strip():
        raise RuleBroken("Ghi bằng chứng: địa chỉ bài đăng, giờ phát thanh, số người nhận.")
    done = Airing.objects.filter(pk=airing.pk, aired_at__isnull=True).update(
        aired_at=now, proof=proof.strip()[:300], told_by=by
    )
    if not done:
        raise RuleBroken("Kênh này đã ghi bằng chứng rồi.")
    told = GreetingAired(greeting_id=airing.greeting_id, channel=airing.channel)
    record(told, about=airing.greeting, by=by, at=now)
