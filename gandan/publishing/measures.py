"""The figure of screens: hours that showed enough."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Q, QuerySet

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .models import ShownHour


def _hours(scope: Scope) -> QuerySet[Any]:
    rows = ShownHour.objects.filter(begun_at__gte=scope.since, begun_at__lt=scope.until)
    told: QuerySet[Any] = rows.filter(screen__agency__commune__in=scope.agencies)
    return told


HOURS = RowSet(
    "led_hours", _hours, "begun_at",
    {"agency": Key("screen__agency__commune__code", "screen__agency__commune__name"), "screen": Key("screen__name")},
)  # fmt: skip

declare(
    Measure(
        name="led_hours_met_share", label="Giờ phát đủ trên màn hình", unit="%", of=HOURS, better="up",
        reckoning=Share(Q(seconds__gte=F("needed"))), source="Báo cáo 22/BC-UBND ngày 25/01/2021, thành phố Ngã Bảy, mục II.1",
        formula="Giờ mở màn hình có thời lượng phát đạt số phút phải phát, chia cho giờ mở màn hình trong kỳ.",
    ),
)  # fmt: skip
