"""The figures of the premises."""

from __future__ import annotations

from typing import Any

from django.db.models import F, FloatField, Q, QuerySet
from django.db.models.functions import Cast, Extract

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Mean, Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .models import AmenityCheck, Defect

SECONDS_A_DAY = 86400
SOURCE = "Công văn 500/UBND-VHXH, 14/10/2025, mục 1.1"


def _checks(scope: Scope) -> QuerySet[Any]:
    return AmenityCheck.objects.filter(
        amenity__agency__in=scope.agencies, amenity__is_used=True, at__gte=scope.since, at__lt=scope.until
    )


def _fixed(scope: Scope) -> QuerySet[Any]:
    rows = Defect.objects.filter(agency__in=scope.agencies, fixed_at__gte=scope.since, fixed_at__lt=scope.until)
    told: QuerySet[Any] = rows.annotate(
        days=Cast(Extract(F("fixed_at") - F("found_at"), "epoch"), FloatField()) / SECONDS_A_DAY
    )
    return told


def _overdue(scope: Scope) -> QuerySet[Any]:
    return Defect.objects.overdue(scope.moment.date()).filter(agency__in=scope.agencies)


CHECKS = RowSet(
    "amenity_checks", _checks, "at", {"agency": Key("amenity__agency__code", "amenity__agency__name")}
)  # fmt: skip
KEYS = {"agency": Key("agency__code", "agency__name")}
FIXED = RowSet("defects_fixed", _fixed, "fixed_at", KEYS)
OVERDUE = RowSet("defects_overdue", _overdue, "found_at", KEYS)

declare(
    Measure(
        name="amenities_working_share", label="Tiện ích dùng được khi mở cửa", unit="%", of=CHECKS, better="up",
        reckoning=Share(Q(is_ok=True)), source=SOURCE,
        formula="Lượt kiểm tra đầu ngày thấy tiện ích dùng được, chia cho mọi lượt kiểm tra đầu ngày trong kỳ.",
    ),
    Measure(
        name="defects_fixed_days", label="Thời gian sửa hỏng hóc, trung bình", unit="ngày", of=FIXED, better="down",
        reckoning=Mean("days"), source=SOURCE,
        formula="Từ lúc phát hiện hoặc được báo đến lúc sửa xong, trung bình các hỏng hóc sửa xong trong kỳ.",
    ),
    Measure(
        name="defects_overdue", label="Hỏng hóc quá hạn sửa", unit="việc", of=OVERDUE, better="down", is_momentary=True,
        reckoning=Counting(), source=SOURCE, formula="Hỏng hóc chưa sửa xong mà đã qua ngày hẹn sửa, lúc này.",
    ),
)  # fmt: skip
