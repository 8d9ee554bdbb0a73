"""The figures of the lines: answered, within the rings, called back in time, by line and by extension."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Mean, Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .models import Call, CallBack, CallDirection, CallState

SOURCE = "Công văn 554/UBND-CCHC, Phụ lục 3.9; tiêu chí 1.3.2"
ANSWERED = Q(answered_at__isnull=False)
KEPT = Q(ANSWERED, rings__lte=F("ring_limit")) | Q(state=CallState.MISSED, called_in_time=True)
"""Answered within the rings of the rule, or missed and called back within its minutes."""


def _calls(scope: Scope) -> QuerySet[Any]:
    """Calls to us that are over, with what the rule asks of each."""
    back = CallBack.objects.filter(call=OuterRef("pk"))
    rows = Call.objects.filter(
        commune__in=scope.agencies, direction=CallDirection.IN, began_at__gte=scope.since, began_at__lt=scope.until
    ).exclude(state=CallState.RINGING)
    told: QuerySet[Any] = rows.annotate(
        called_in_time=Exists(back.filter(done_at__lte=F("due_at"))),
        is_waiting=Exists(back.filter(done_at__isnull=True, due_at__gt=scope.moment)),
    )
    return told


def _owed(scope: Scope) -> QuerySet[Any]:
    """Call-backs whose minutes are over, or that are done."""
    rows = CallBack.objects.filter(
        call__commune__in=scope.agencies, call__began_at__gte=scope.since, call__began_at__lt=scope.until
    )
    told: QuerySet[Any] = rows.filter(Q(done_at__isnull=False) | Q(due_at__lte=scope.moment))
    return told


KEYS = {
    "agency": Key("commune__code", "commune__name"), "line": Key("line__number", "line__name"), "extension": Key("extension"),
}  # fmt: skip
CALLS = RowSet("hotline_calls", _calls, "began_at", KEYS)
OWED = RowSet(
    "hotline_call_backs", _owed, "due_at",
    {"agency": Key("call__commune__code", "call__commune__name"), "line": Key("call__line__number", "call__line__name")},
)  # fmt: skip
JUDGED = Q(ring_limit__isnull=False, is_waiting=False)

declare(
    Measure(
        name="calls_received", label="Cuộc gọi đến đường dây của xã", unit="cuộc", of=CALLS, reckoning=Counting(), source=SOURCE,
        formula="Cuộc gọi đến các số của xã trong kỳ, kể cả gọi nhỡ.",
    ),
    Measure(
        name="calls_answered_rate", label="Cuộc gọi được nghe máy", unit="%", of=CALLS, better="up", source=SOURCE,
        reckoning=Share(ANSWERED), formula="Cuộc gọi đến có người nghe, chia cho mọi cuộc gọi đến trong kỳ.",
    ),
    Measure(
        name="calls_rings_mean", label="Số hồi chuông trung bình", unit="hồi", of=CALLS, better="down", source=SOURCE,
        reckoning=Mean("rings", where=ANSWERED), formula="Trung bình số hồi chuông của các cuộc gọi đến được nghe trong kỳ.",
    ),
    Measure(
        name="phone_rules_kept", label="Tuân thủ quy chế điện thoại", unit="%", of=CALLS, better="up", source=SOURCE,
        reckoning=Share(KEPT, where=JUDGED),
        formula="Cuộc gọi đến được nghe trong số hồi chuông của quy chế, hoặc nhỡ mà gọi lại đúng hạn, chia cho cuộc gọi đến "
        "khi quy chế có hiệu lực, không tính cuộc nhỡ còn trong hạn gọi lại.",
    ),
    Measure(
        name="call_backs_on_time_rate", label="Cuộc nhỡ được gọi lại đúng hạn", unit="%", of=OWED, better="up", source=SOURCE,
        reckoning=Share(Q(done_at__lte=F("due_at"))),
        formula="Cuộc gọi nhỡ được gọi lại trong số phút của quy chế, chia cho cuộc gọi nhỡ đã đến hạn hoặc đã gọi lại trong kỳ.",
    ),
)  # fmt: skip
