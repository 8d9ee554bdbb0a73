"""How the queue stands: what is left, and about how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil

from django.conf import settings
from django.db.models import Count, Min, Q

from gandan.places.models import Agency

from .models import Channel, Delivery, Message, Notice, Supplier
from .workflow import MOVING, Status

LATELY = timedelta(minutes=1)
A_MONTH = timedelta(days=30)


@dataclass(frozen=True)
class Progress:
    """`left` of this commune and `ahead` of everybody are due now; `minutes`: at the pace of the last minute."""

    left: int
    ahead: int
    minutes: int
    oldest_at: datetime | None
    waiting: int
    calling: int
    handing: int
    untold: int


@dataclass(frozen=True)
class Month:
    """Required notices of the last thirty days, without those of the last hour: they are still on their way."""

    required: int
    proved: int

    @property
    def percent(self) -> float | None:
        return 100 * self.proved / self.required if self.required else None


def minutes_for(ahead: int, accepted_lately: int, rate: int) -> int:
    """Whole minutes for so many messages; without a pace of the last minute at the rate of one supplier."""
    per_minute = accepted_lately or 60 * rate
    return ceil(ahead / per_minute) if ahead else 0


def progress_of(commune: Agency, now: datetime) -> Progress:
    due = Q(next_at__lte=now, status__in=MOVING)
    everybody = Notice.objects.filter(due).count()
    mine = Notice.objects.of(commune).aggregate(
        left=Count("pk", filter=due), oldest=Min("made_at", filter=Q(status__in=MOVING)),
        waiting=Count("pk", filter=Q(status__in=MOVING)), calling=Count("pk", filter=Q(status=Status.CALLING)),
        handing=Count("pk", filter=Q(status=Status.HANDING)), untold=Count("pk", filter=Q(status=Status.UNTOLD)),
    )  # fmt: skip
    lately = Message.objects.filter(accepted_at__gt=now - LATELY).count() if everybody else 0
    return Progress(
        mine["left"], everybody, minutes_for(everybody, lately, settings.NOTICE_RATE), mine["oldest"], mine["waiting"],
        mine["calling"], mine["handing"], mine["untold"],
    )  # fmt: skip


def month_of(commune: Agency, now: datetime) -> Month:
    rows = Notice.objects.of(commune).filter(
        is_required=True, made_at__gte=now - A_MONTH, made_at__lt=now - timedelta(hours=1)
    )
    told = rows.aggregate(required=Count("pk"), proved=Count("pk", filter=Q(status=Status.PROVED)))
    return Month(**told)


def by_channel(commune: Agency, now: datetime) -> list[dict[str, object]]:
    """Per channel of the last thirty days: tried, arrived, percent."""
    rows = Message.objects.filter(notice__commune=commune, handed_at__gte=now - A_MONTH)
    arrived = Q(delivery__in=(Delivery.DELIVERED, Delivery.READ))
    told = rows.values("channel").annotate(tried=Count("pk"), arrived=Count("pk", filter=arrived)).order_by("-tried")
    return [
        {**one, "label": Channel(one["channel"]).label, "percent": 100 * one["arrived"] / one["tried"]} for one in told
    ]


@dataclass(frozen=True)
class SupplierState:
    row: Supplier
    words: str
    look: str


def supplier_states(now: datetime) -> list[SupplierState]:
    return [_state(one, now) for one in Supplier.objects.order_by("channel", "name")]


def _state(one: Supplier, now: datetime) -> SupplierState:
    if one.probe_at is not None:
        return SupplierState(one, "không trả lời, đang thử lại từng tin", "late")
    if one.weight < 100:
        return SupplierState(one, "vừa có lỗi, được giao ít hơn", "soon")
    return SupplierState(one, "bình thường", "done")
