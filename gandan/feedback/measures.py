"""The figures of feedback: how fast, how often in time by each limit, how satisfied, how often reopened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import (
    Aggregate,
    Case,
    Count,
    DateTimeField,
    F,
    FloatField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Extract

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Median, Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .models import Feedback, FeedbackRating, WeeklyReturn
from .workflow import OPEN, Status

HOUR = 3600
SATISFIED = 4
LAW = "Quyết định 766/QĐ-TTg, tiêu chí 5.2"
TOLD = "Công văn 554/UBND-CCHC, Phụ lục 1.4"
FRIENDLY = "Kế hoạch chính quyền thân thiện 2026, TC1.3"


class NinetyFifth(Aggregate):
    """The value that 95 of 100 rows do not pass."""

    function = "PERCENTILE_CONT"
    template = "%(function)s(0.95) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = FloatField()


@dataclass(frozen=True)
class Percentile(Median):
    """As the median, for the slow end."""

    def aggregates(self) -> list[Aggregate]:
        return [NinetyFifth(F(self.column), filter=self.where), Count(self.column, filter=self.where)]


def _own(scope: Scope) -> QuerySet[Any]:
    """Neither spam nor duplicates: each matter counts once."""
    rows = Feedback.objects.filter(agency__in=scope.agencies).exclude(status__in=(Status.SPAM, Status.JOINED))
    return rows.filter(channel=scope.channel) if scope.channel else rows


def _received(scope: Scope) -> QuerySet[Any]:
    """Received in the period, with what the measures ask of each (`kept_law`, `is_reopened`, `is_content`)."""
    last = FeedbackRating.objects.filter(feedback=OuterRef("pk")).order_by("-round")
    rows = _own(scope).filter(received_at__gte=scope.since, received_at__lt=scope.until)
    told: QuerySet[Any] = rows.annotate(
        stars=Subquery(last.values("stars")[:1]), is_reopened=Q(round__gt=1), kept_law=_kept_law(scope)
    ).annotate(is_content=Q(kept_law=True, round=1) & (Q(stars__isnull=True) | Q(stars__gte=SATISFIED)))
    return told


def _kept_law(scope: Scope) -> Case:
    """The national measure 5.2: what each step may take; in progress counts as on time until 15 working days are over."""
    published = Q(publish_by__gt=scope.moment) | Q(published_at__lte=F("publish_by"))
    asked = Q(asked_at__isnull=True) | Q(asked_at__lte=F("ask_by"))
    return Case(
        When(status__in=(Status.REFUSED, Status.PASSED), then=Case(
            When(turned_away_at__lte=F("refuse_by"), then=Value(value=True)), default=Value(value=False))),
        When(Q(answered_at__lte=F("answer_by")) & asked & published, then=Value(value=True)),
        When(Q(answered_at__isnull=True, answer_by__gte=scope.moment) & asked, then=Value(value=True)),
        default=Value(value=False),
    )  # fmt: skip


def _answered(scope: Scope) -> QuerySet[Any]:
    rows = _own(scope).filter(answered_at__gte=scope.since, answered_at__lt=scope.until)
    told: QuerySet[Any] = rows.annotate(
        hours=Cast(Extract(F("answered_at") - F("clock_from"), "epoch"), FloatField()) / HOUR
    )
    return told


def _open(scope: Scope) -> QuerySet[Any]:
    return _own(scope).filter(status__in=OPEN)


def _weeks(scope: Scope) -> QuerySet[Any]:
    told: QuerySet[Any] = WeeklyReturn.objects.filter(
        source__agency__in=scope.agencies, monday__gte=scope.start, monday__lte=scope.end
    ).annotate(told_at=Cast("monday", DateTimeField()))
    return told


KEYS = {
    "agency": Key("agency__code", "agency__name"), "channel": Key("channel"), "category": Key("category"),
}  # fmt: skip
RECEIVED = RowSet("feedback_received", _received, "received_at", KEYS)
ANSWERED = RowSet("feedback_answered", _answered, "answered_at", KEYS)
OPEN_NOW = RowSet("feedback_open", _open, "received_at", KEYS)
WEEKS = RowSet("weekly_returns", _weeks, "told_at", {"agency": Key("source__agency__code", "source__agency__name")})

declare(
    Measure(
        name="feedback_received", label="Phản ánh đã nhận", unit="phản ánh", of=RECEIVED, reckoning=Counting(), source=FRIENDLY,
        formula="Phản ánh nhận trong kỳ qua mọi kênh, không tính tin rác và phản ánh đã gộp.",
    ),
    Measure(
        name="feedback_answer_hours", label="Thời gian trả lời, trung vị", unit="giờ", of=ANSWERED, better="down",
        reckoning=Median("hours"), source=FRIENDLY,
        formula="Từ lúc nhận (hoặc mở lại) đến lúc trả lời, tính cả ngày nghỉ, giá trị ở giữa của các phản ánh trả lời trong kỳ.",
    ),
    Measure(
        name="feedback_answer_hours_p95", label="Thời gian trả lời, 95% không quá", unit="giờ", of=ANSWERED, better="down",
        reckoning=Percentile("hours"), source=FRIENDLY,
        formula="95 trên 100 phản ánh trả lời trong kỳ không lâu hơn số này.",
    ),
    Measure(
        name="feedback_promise_kept", label="Trả lời đúng cam kết của xã", unit="%", of=ANSWERED, better="up", source=TOLD,
        reckoning=Share(Q(answered_at__lte=F("promise_due_at")), where=Q(promise_due_at__isnull=False)),
        formula="Phản ánh trả lời trong kỳ trước giờ xã hẹn, chia cho phản ánh có giờ hẹn đã trả lời trong kỳ.",
    ),
    Measure(
        name="feedback_law_kept", label="Xử lý đúng hạn quốc gia", unit="%", of=RECEIVED, better="up", source=LAW,
        reckoning=Share(Q(kept_law=True)),
        formula="Trả lại trong 2, hỏi thêm trong 5, trả lời trong 15, công khai trong 2 ngày làm việc; đang xử lý chưa quá 15 "
        "ngày làm việc được tính đúng hạn. Chia cho phản ánh nhận trong kỳ.",
    ),
    Measure(
        name="feedback_satisfied", label="Hài lòng với cách xử lý", unit="%", of=RECEIVED, better="up",
        source="Quyết định 766/QĐ-TTg, tiêu chí 5.3",
        reckoning=Share(Q(is_content=True)),
        formula="Phản ánh nhận lần đầu trong kỳ, trừ phản ánh bị chấm dưới 4 sao, mở lại hoặc quá hạn, chia cho phản ánh nhận "
        "trong kỳ.",
    ),
    Measure(
        name="feedback_stars", label="Được chấm 4, 5 sao", unit="%", of=RECEIVED, better="up", source=FRIENDLY,
        reckoning=Share(Q(stars__gte=SATISFIED), where=Q(stars__isnull=False)),
        formula="Phản ánh nhận trong kỳ được người gửi chấm 4 hoặc 5 sao, chia cho phản ánh được chấm.",
    ),
    Measure(
        name="feedback_reopened_share", label="Bị mở lại", unit="%", of=RECEIVED, better="down", source=FRIENDLY,
        reckoning=Share(Q(is_reopened=True)),
        formula="Phản ánh nhận trong kỳ mà người gửi mở lại, chia cho phản ánh nhận trong kỳ.",
    ),
    Measure(
        name="feedback_open", label="Phản ánh chưa trả lời", unit="phản ánh", of=OPEN_NOW, better="down", is_momentary=True,
        reckoning=Counting(), source=FRIENDLY, formula="Phản ánh xã còn nợ câu trả lời, lúc này.",
    ),
    Measure(
        name="weekly_returns_share", label="Đầu mối gửi phiếu tuần", unit="%", of=WEEKS, better="up", source=f"{FRIENDLY}.4",
        reckoning=Share(Q(answered_at__isnull=False)),
        formula="Phiếu tuần đã gửi, kể cả “không có ý kiến”, chia cho phiếu phải gửi trong kỳ.",
    ),
)  # fmt: skip
