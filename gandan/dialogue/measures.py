"""The figures of receptions, dialogues, visits and petitions, each defined once."""

from __future__ import annotations

from typing import Any

from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope
from gandan.places.models import Hamlet

from .models import Duty, DutyKind, Occasion, OccasionKind, Opinion, Petition
from .models.petitions import ON_TIME
from .workflow import UNDER_WAY, OccasionStatus, OpinionStatus

THANH_HA = "Tài liệu 001"


def _duties(scope: Scope) -> QuerySet[Any]:
    """Weeks and months that ended in the period, and running ones already met."""
    rows = Duty.objects.filter(commune__in=scope.agencies, starts_on__gte=scope.start, starts_on__lte=scope.end)
    told: QuerySet[Any] = rows.filter(Q(ends_on__lt=scope.moment.date()) | Q(met_at__isnull=False)).annotate(
        began_at=Cast("starts_on", DateTimeField())
    )
    return told


def _held(scope: Scope) -> QuerySet[Any]:
    return Occasion.objects.filter(
        commune__in=scope.agencies, status=OccasionStatus.HELD, held_at__gte=scope.since, held_at__lt=scope.until
    )


def _opinions(scope: Scope) -> QuerySet[Any]:
    """Raised in the period."""
    return Opinion.objects.filter(
        occasion__commune__in=scope.agencies, raised_at__gte=scope.since, raised_at__lt=scope.until
    ).annotate(moment=Value(scope.moment, DateTimeField()))


def _petitions(scope: Scope) -> QuerySet[Any]:
    """Accepted in the period."""
    return Petition.objects.filter(
        commune__in=scope.agencies, accepted_at__gte=scope.since, accepted_at__lt=scope.until
    ).annotate(moment=Value(scope.moment, DateTimeField()))


def _overdue(scope: Scope) -> QuerySet[Any]:
    return Petition.objects.overdue(scope.moment).filter(commune__in=scope.agencies)


def _hamlets(scope: Scope) -> QuerySet[Any]:
    visits = Occasion.objects.filter(
        hamlet=OuterRef("pk"), kind=OccasionKind.VISIT, status=OccasionStatus.HELD, held_at__gte=scope.since,
        held_at__lt=scope.until,
    )  # fmt: skip
    rows: QuerySet[Any] = Hamlet.objects.filter(commune__in=scope.agencies)
    told: QuerySet[Any] = rows.annotate(is_visited=Exists(visits), told_at=Value(scope.since, DateTimeField()))
    return told


BY_COMMUNE = {"agency": Key("commune__code", "commune__name")}
DUTIES = RowSet("leader_duties", _duties, "began_at", BY_COMMUNE)
HELD = RowSet("occasions_held", _held, "held_at", {**BY_COMMUNE, "host": Key("host__username", "host__full_name")})
OPINIONS = RowSet("opinions_raised", _opinions, "raised_at", {
    "agency": Key("occasion__commune__code", "occasion__commune__name"), "unit": Key("unit__code", "unit__name"),
    "hamlet": Key("hamlet__pk", "hamlet__name"),
})  # fmt: skip
PETITIONS = RowSet("petitions_accepted", _petitions, "accepted_at", {**BY_COMMUNE, "kind": Key("kind")})
OVERDUE = RowSet("petitions_overdue", _overdue, "received_at", BY_COMMUNE)
HAMLETS = RowSet("hamlets_reached", _hamlets, "told_at", BY_COMMUNE)

ANSWERED = Q(status=OpinionStatus.ANSWERED)
JUDGED = Q(concluded_at__isnull=False) | Q(status__in=UNDER_WAY, due_at__lt=F("moment"))

declare(
    Measure(
        name="heads_received_monthly", label="Tháng có người đứng đầu tiếp công dân", unit="%", of=DUTIES, better="up",
        reckoning=Share(Q(met_at__isnull=False), where=Q(kind=DutyKind.RECEPTION)), source=f"{THANH_HA}, TC3.1.2.b",
        formula="Tháng có ít nhất một buổi tiếp công dân của từng người đứng đầu, chia cho số tháng đã qua của chương trình.",
    ),
    Measure(
        name="weeks_visited", label="Tuần có lãnh đạo xuống thôn", unit="%", of=DUTIES, better="up",
        reckoning=Share(Q(met_at__isnull=False), where=Q(kind=DutyKind.VISIT)), source=f"{THANH_HA}, TC3.1.2.a",
        formula="Tuần có ít nhất một chuyến xuống thôn của lãnh đạo, chia cho số tuần đã qua của chương trình.",
    ),
    Measure(
        name="hamlets_visited", label="Thôn, tổ dân phố có lãnh đạo đến", unit="%", of=HAMLETS, better="up",
        reckoning=Share(Q(is_visited=True)), source=f"{THANH_HA}, TC3.1.2.a", is_momentary=True,
        formula="Thôn, tổ dân phố có ít nhất một chuyến của lãnh đạo trong kỳ, chia cho tất cả.",
    ),
    Measure(
        name="receptions_held", label="Buổi tiếp công dân", unit="buổi", of=HELD, better="up",
        reckoning=Counting(Q(kind=OccasionKind.RECEPTION)), source="Luật Tiếp công dân 2013",
        formula="Buổi tiếp công dân của lãnh đạo đã thực hiện trong kỳ.",
    ),
    Measure(
        name="dialogues_held", label="Buổi đối thoại", unit="buổi", of=HELD, better="up",
        reckoning=Counting(Q(kind__in=(OccasionKind.DIALOGUE, OccasionKind.SUDDEN))), source=f"{THANH_HA}, TC3.1.4.c",
        formula="Hội nghị tiếp xúc, đối thoại và đối thoại đột xuất đã thực hiện trong kỳ.",
    ),
    Measure(
        name="village_visits_held", label="Chuyến xuống thôn", unit="chuyến", of=HELD, better="up",
        reckoning=Counting(Q(kind=OccasionKind.VISIT)), source=f"{THANH_HA}, TC3.1.2.a",
        formula="Chuyến lãnh đạo xuống thôn đã thực hiện trong kỳ.",
    ),
    Measure(
        name="opinions_resolved", label="Ý kiến đã giải quyết, trả lời", unit="%", of=OPINIONS, better="up",
        reckoning=Share(ANSWERED), source=f"{THANH_HA}, TC3.1.4.d",
        formula="Ý kiến nêu trong kỳ đã giải quyết, giải thích hoặc chuyển, chia cho mọi ý kiến của kỳ. Có kế hoạch chưa tính.",
    ),
    Measure(
        name="opinions_on_time", label="Ý kiến trả lời đúng hạn", unit="%", of=OPINIONS, better="up",
        reckoning=Share(ANSWERED & Q(answered_at__lte=F("due_at")), where=ANSWERED | Q(due_at__lt=F("moment"))),
        source=f"{THANH_HA}, TC3.1.4.d",
        formula="Ý kiến trả lời trong hạn, chia cho ý kiến đã trả lời hoặc đã quá hạn.",
    ),
    Measure(
        name="petitions_on_time", label="Đơn thư giải quyết đúng hạn", unit="%", of=PETITIONS, better="up",
        reckoning=Share(ON_TIME, where=JUDGED), source="Luật Khiếu nại 2011, Điều 28; Luật Tố cáo 2018, Điều 30",
        formula="Đơn thụ lý trong kỳ có kết luận trong hạn, chia cho đơn đã kết luận hoặc đã quá hạn.",
    ),
    Measure(
        name="petitions_overdue", label="Đơn thư quá hạn", unit="đơn", of=OVERDUE, better="down", is_momentary=True,
        reckoning=Counting(), source=f"{THANH_HA}, TC3.1.2.b",
        formula="Đơn chưa phân loại hoặc chưa kết luận mà đã qua hạn, lúc này.",
    ),
)  # fmt: skip
