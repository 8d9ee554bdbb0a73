"""The figures of notices: how many arrive, and how long it takes to know it."""

from __future__ import annotations

from typing import Any

from django.db.models import ExpressionWrapper, F, FloatField, Func, Q, QuerySet

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Median, Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .models import Notice
from .workflow import Status


class _Seconds(Func):
    """Seconds of an interval."""

    template = "EXTRACT(EPOCH FROM %(expressions)s)"
    output_field = FloatField()


def _notices(scope: Scope) -> QuerySet[Any]:
    """Notices that had to be proved, by the moment of what they tell."""
    waited = _Seconds(ExpressionWrapper(F("proved_at") - F("made_at"), output_field=FloatField()))
    rows = Notice.objects.filter(
        is_required=True, commune__in=scope.agencies, made_at__gte=scope.since, made_at__lt=scope.until
    )
    told: QuerySet[Any] = rows.annotate(proof_seconds=waited)
    return told


NOTICES = RowSet(
    "notices", _notices, "made_at",
    {"agency": Key("commune__code", "commune__name"), "channel": Key("proved_by"), "text": Key("event")},
)  # fmt: skip

declare(
    Measure(
        name="notices_required", label="Tin phải báo", unit="tin", of=NOTICES, reckoning=Counting(),
        source="NĐ 118/2025/NĐ-CP, Điều 19, khoản 6 và Điều 22, khoản 5",
        formula="Tin pháp luật buộc phải báo, phát sinh trong kỳ.",
    ),
    Measure(
        name="notices_proved_rate", label="Tin phải báo đã đến", unit="%", of=NOTICES, better="up",
        reckoning=Share(Q(status=Status.PROVED)), source="NĐ 118/2025/NĐ-CP, Điều 19, khoản 6 và Điều 22, khoản 5",
        formula="Tin có bằng chứng đã đến (máy nhận, đã đọc, đã nói chuyện, đã ký nhận), chia cho tin phải báo trong kỳ.",
    ),
    Measure(
        name="notice_proof_hours", label="Từ lúc có việc đến lúc dân biết", unit="giờ", of=NOTICES, better="down",
        reckoning=Median("proof_seconds", per=3600, where=Q(proved_at__isnull=False)),
        source="NĐ 118/2025/NĐ-CP, Điều 22, khoản 5",
        formula="Trung vị số giờ từ lúc việc xảy ra đến lúc có bằng chứng tin đã đến.",
    ),
)  # fmt: skip
