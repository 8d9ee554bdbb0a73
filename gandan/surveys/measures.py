"""The figures of surveys (TC2.7.1, TC2.7.2, S2.4). A reply counts in the period that holds the Monday of its week."""

from __future__ import annotations

from typing import Any

from django.db.models import DateTimeField, Q, QuerySet
from django.db.models.functions import Cast

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope
from gandan.programmes.models import Programme

from .models import Channel, Reply, SurveyKind
from .verdicts import GOOD, MEETS

RATINGS, RESIDENTS = "TC2.7.1; NĐ 118/2025/NĐ-CP, Điều 33", "TC2.7.2; Báo cáo 22/BC-UBND, mục 2.2.2"
BY_WEEK = "Phiếu tính vào kỳ có ngày thứ Hai của tuần trả lời."


def _within(scope: Scope) -> QuerySet[Any]:
    rows = Reply.objects.filter(survey__agency__in=scope.agencies, week__gte=scope.start, week__lte=scope.end)
    rows = rows.filter(field=scope.field) if scope.field else rows
    if scope.programme:
        rows = rows.filter(programmes__contains=[scope.programme])
    if scope.origin:
        named = list(Programme.objects.filter(origin=scope.origin).values_list("pk", flat=True))
        rows = rows.filter(Q(programmes__overlap=named) | Q(survey__origin=scope.origin))
    told: QuerySet[Any] = rows.annotate(told_at=Cast("week", DateTimeField()))
    return told


def _ratings(scope: Scope) -> QuerySet[Any]:
    """Of who was served: after a result, about attitude, about a model."""
    return _within(scope).exclude(survey__kind=SurveyKind.RESIDENTS)


def _residents(scope: Scope) -> QuerySet[Any]:
    return _within(scope).filter(survey__kind=SurveyKind.RESIDENTS)


KEYS = {
    "agency": Key("survey__agency__code", "survey__agency__name"), "field": Key("field"), "reply_channel": Key("channel"),
}  # fmt: skip
SERVED = RowSet("survey_ratings", _ratings, "told_at", KEYS)
SAMPLED = RowSet("survey_residents", _residents, "told_at", KEYS)
ANSWERED = Q(verdict__isnull=False)

declare(
    Measure(
        name="survey_satisfied_share", label="Người được phục vụ hài lòng", unit="%", of=SERVED, better="up",
        reckoning=Share(Q(verdict__gte=MEETS), where=ANSWERED), source=RATINGS,
        formula=f"Phiếu chọn “hài lòng” trở lên ở câu chung, chia cho phiếu có trả lời câu chung. {BY_WEEK}",
    ),
    Measure(
        name="survey_replies", label="Phiếu đánh giá nhận được", unit="phiếu", of=SERVED, better="up",
        reckoning=Counting(), source=RATINGS, formula=f"Số phiếu đánh giá sự phục vụ, mọi kênh. {BY_WEEK}",
    ),
    Measure(
        name="survey_paper_share", label="Phiếu đánh giá bằng giấy", unit="%", of=SERVED,
        reckoning=Share(Q(channel__in=(Channel.PAPER, Channel.MAILBOX))), source="NĐ 118/2025/NĐ-CP, Điều 31",
        formula=f"Phiếu giấy và phiếu từ hộp thư, chia cho mọi phiếu: người không dùng mạng cũng được hỏi. {BY_WEEK}",
    ),
    Measure(
        name="residents_pass_share", label="Người dân đánh giá chính quyền đạt yêu cầu", unit="%", of=SAMPLED, better="up",
        reckoning=Share(Q(verdict__gte=MEETS), where=ANSWERED), source=RESIDENTS,
        formula=f"Phiếu lấy mẫu chọn “đạt yêu cầu” trở lên ở câu chung, chia cho phiếu có trả lời câu chung. {BY_WEEK}",
    ),
    Measure(
        name="residents_good_share", label="Người dân đánh giá chính quyền tốt", unit="%", of=SAMPLED, better="up",
        reckoning=Share(Q(verdict__gte=GOOD), where=ANSWERED), source=RESIDENTS,
        formula=f"Phiếu lấy mẫu chọn “tốt” ở câu chung, chia cho phiếu có trả lời câu chung. {BY_WEEK}",
    ),
)  # fmt: skip
