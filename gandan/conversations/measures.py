"""The figures of conversations: answers in time, papers checked ahead and what they save at the counter, touchpoints."""

from __future__ import annotations

from typing import Any

from django.db.models import DateTimeField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.timezone import localdate

from gandan.dossiers.models import DossierTicket
from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Median, Share, Total
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .models import Precheck, Thread, TouchDay

FIELDS = "Công văn 554/UBND-CCHC, Phụ lục 3.5"
AHEAD = "Báo cáo 22/BC-UBND, mục 2.2.1"
TOUCH = "Công văn của UBND thành phố Sa Đéc, mục 5"
KEYS = {"agency": Key("commune__code", "commune__name"), "field": Key("field"), "channel": Key("channel")}


def _threads(scope: Scope) -> QuerySet[Any]:
    rows = Thread.objects.filter(commune__in=scope.agencies, made_at__gte=scope.since, made_at__lt=scope.until)
    return rows.filter(field=scope.field) if scope.field else rows


def _prechecks(scope: Scope) -> QuerySet[Any]:
    return Precheck.objects.filter(
        thread__commune__in=scope.agencies, made_at__gte=scope.since, made_at__lt=scope.until
    )


def _visits(scope: Scope) -> QuerySet[Any]:
    """Visits to the counter with which a dossier was filed; `is_ahead`: its papers were checked before."""
    ahead = Precheck.objects.filter(dossier=OuterRef("dossier"))
    rows: QuerySet[Any] = DossierTicket.objects.filter(
        dossier__commune__in=scope.agencies, at__gte=scope.since, at__lt=scope.until, ticket__ended_at__isnull=False,
        ticket__served_seconds__gt=0,
    ).annotate(is_ahead=Exists(ahead))  # fmt: skip
    return rows


def _touch_days(scope: Scope) -> QuerySet[Any]:
    """`at`: seven in the morning of the day, here."""
    rows = TouchDay.objects.filter(
        touchpoint__commune__in=scope.agencies, day__gte=localdate(scope.since), day__lt=localdate(scope.until)
    )
    told: QuerySet[Any] = rows.annotate(at=Cast("day", DateTimeField()))
    return told


THREADS = RowSet("threads", _threads, "made_at", KEYS)
PRECHECKS = RowSet(
    "prechecks", _prechecks, "made_at", {"agency": Key("thread__commune__code", "thread__commune__name")}
)
VISITS = RowSet("counter_visits", _visits, "at", {"agency": Key("dossier__commune__code", "dossier__commune__name")})
TOUCHED = RowSet(
    "touch_days", _touch_days, "at", {"agency": Key("touchpoint__commune__code", "touchpoint__commune__name")}
)
ANSWERED = Q(answered_at__isnull=False)

declare(
    Measure(
        name="questions", label="Câu hỏi của người dân", unit="câu", of=THREADS, reckoning=Counting(), source=FIELDS,
        formula="Số câu hỏi gửi qua trang hỏi đáp, Zalo, điểm chạm, điện thoại trong kỳ.",
    ),
    Measure(
        name="answers_in_time_share", label="Câu hỏi trả lời đúng giờ", unit="%", of=THREADS, better="up",
        reckoning=Share(Q(is_in_time=True), Q(is_in_time__isnull=False)), source=FIELDS,
        formula="Câu hỏi trong kỳ có người trả lời trong số giờ làm việc của chương trình, chia cho câu hỏi đã trả lời.",
    ),
    Measure(
        name="answer_minutes", label="Thời gian trả lời, trung vị", unit="phút", of=THREADS, better="down",
        reckoning=Median("answer_minutes", where=ANSWERED), source=FIELDS,
        formula="Trung vị số phút làm việc từ câu hỏi đến câu trả lời đầu tiên của công chức, câu hỏi trong kỳ.",
    ),
    Measure(
        name="prechecks_begun", label="Người gửi giấy tờ kiểm tra trước", unit="lượt", of=PRECHECKS,
        reckoning=Counting(Q(sent_at__isnull=False)), source=AHEAD,
        formula="Số bản kiểm tra mở trong kỳ có ít nhất một ảnh giấy tờ gửi đến.",
    ),
    Measure(
        name="precheck_complete_share", label="Kiểm tra trước kết luận đủ", unit="%", of=PRECHECKS, better="up",
        reckoning=Share(Q(completed_at__isnull=False), Q(checked_at__isnull=False)), source=AHEAD,
        formula="Bản kiểm tra mở trong kỳ đã kết luận đủ giấy tờ, chia cho bản đã có người xem.",
    ),
    Measure(
        name="prechecked_dossiers", label="Hồ sơ mở từ bản kiểm tra trước", unit="hồ sơ", of=PRECHECKS, better="up",
        reckoning=Counting(Q(dossier__isnull=False)), source=AHEAD,
        formula="Số bản kiểm tra mở trong kỳ đã thành hồ sơ tại quầy.",
    ),
    Measure(
        name="precheck_early_share", label="Hồ sơ kiểm tra trước xong sớm hạn", unit="%", of=PRECHECKS, better="up",
        reckoning=Share(Q(dossier__outcome="early"), Q(dossier__settled_at__isnull=False)), source=AHEAD,
        formula="Hồ sơ mở từ bản kiểm tra trong kỳ có kết quả sớm hạn, chia cho hồ sơ như thế đã có kết quả.",
    ),
    Measure(
        name="far_away_prechecks", label="Kiểm tra trước cho người đi làm ăn xa", unit="lượt", of=PRECHECKS,
        reckoning=Counting(Q(is_far_away=True)), source=AHEAD,
        formula="Số bản kiểm tra mở trong kỳ mà người gửi ghi đi làm ăn xa.",
    ),
    Measure(
        name="precheck_counter_minutes", label="Phút tại quầy, hồ sơ kiểm tra trước", unit="phút", of=VISITS, better="down",
        reckoning=Median("ticket__served_seconds", per=60, where=Q(is_ahead=True)), source=AHEAD,
        formula="Trung vị số phút phục vụ tại quầy của số thứ tự có hồ sơ mở từ bản kiểm tra trước.",
    ),
    Measure(
        name="other_counter_minutes", label="Phút tại quầy, hồ sơ khác", unit="phút", of=VISITS, better="down",
        reckoning=Median("ticket__served_seconds", per=60, where=Q(is_ahead=False)), source=AHEAD,
        formula="Trung vị số phút phục vụ tại quầy của số thứ tự có hồ sơ không qua kiểm tra trước.",
    ),
    Measure(
        name="touchpoint_opens", label="Lượt mở điểm chạm", unit="lượt", of=TOUCHED, better="up", reckoning=Total("opened"),
        source=TOUCH, formula="Tổng số lượt quét hoặc chạm trong kỳ.",
    ),
    Measure(
        name="touchpoint_questions", label="Câu hỏi từ điểm chạm", unit="câu", of=TOUCHED, better="up",
        reckoning=Total("asked"), source=TOUCH, formula="Tổng số câu hỏi gửi từ điểm chạm trong kỳ.",
    ),
)  # fmt: skip
NAMES = (
    "questions", "answers_in_time_share", "answer_minutes", "prechecks_begun", "precheck_complete_share",
    "prechecked_dossiers", "precheck_early_share", "far_away_prechecks", "precheck_counter_minutes", "other_counter_minutes",
    "touchpoint_opens", "touchpoint_questions",
)  # fmt: skip
