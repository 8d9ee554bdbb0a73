"""The figures of the dossier, each defined once: for dashboards, reports, public pages and the API."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F, Q, QuerySet

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Mean, Median, Share, Total
from gandan.measures.registry import declare
from gandan.measures.scope import VIETNAM, Scope

from .models import Channel, Dossier, Leg, UnderProgramme
from .workflow import BEFORE_SETTLING, WITH_CITIZEN, Status

NO_DAY = datetime(2000, 1, 1, tzinfo=VIETNAM)
DECREE_118 = "Nghị định 118/2025/NĐ-CP"
DECISION_766 = "Quyết định 766/QĐ-TTg"


def _narrowed(rows: QuerySet[Any], scope: Scope, path: str = "") -> QuerySet[Any]:
    """Of the agencies; of one procedure, field or channel, of some procedures or weekdays of reception where asked."""
    wanted = {
        "procedure__code": scope.procedure, "procedure__field": scope.field, "channel": scope.channel,
        "procedure__code__in": scope.procedures, "received_at__iso_week_day__in": [day + 1 for day in scope.weekdays],
    }  # fmt: skip
    narrowing: dict[str, Any] = {f"{path}{name}": value for name, value in wanted.items() if value}
    agencies = (
        {f"{path}commune": scope.agencies[0]} if len(scope.agencies) == 1 else {f"{path}commune__in": scope.agencies}
    )
    if scope.programme or scope.origin:
        narrowing[f"{path}pk__in"] = under(scope).values("dossier")
    return rows.filter(**agencies, **narrowing)


def under(scope: Scope) -> QuerySet[UnderProgramme]:
    """The marks of the programme or reform model asked for; of all where none is."""
    wanted = {"programme": scope.programme, "programme__origin": scope.origin}
    return UnderProgramme.objects.filter(**{path: value for path, value in wanted.items() if value})


def _within(moment: str, scope: Scope) -> Q:
    return Q(**{f"{moment}__gte": scope.since, f"{moment}__lt": scope.until})


def _submitted(scope: Scope) -> QuerySet[Any]:
    return _narrowed(Dossier.objects.filter(_within("submitted_at", scope)), scope)


def _received(scope: Scope) -> QuerySet[Any]:
    return _narrowed(Dossier.objects.filter(_within("received_at", scope)), scope)


def _settled(scope: Scope) -> QuerySet[Any]:
    return _narrowed(Dossier.objects.filter(_within("settled_at", scope)), scope)


def _ended(scope: Scope) -> QuerySet[Any]:
    """Ended without a result: refused, withdrawn, stopped."""
    return _narrowed(Dossier.objects.filter(_within("ended_at", scope)), scope)


def _running(scope: Scope) -> QuerySet[Any]:
    held = _narrowed(Dossier.objects.running().filter(received_at__lt=scope.moment), scope)
    told: QuerySet[Any] = held.filter(due_at__isnull=False).annotate(is_late_now=Q(due_at__lt=scope.moment))
    return told


def _rated(scope: Scope) -> QuerySet[Any]:
    return _settled(scope).filter(rating__isnull=False)


def _late_legs(scope: Scope) -> QuerySet[Any]:
    late = Leg.objects.filter(_within("dossier__settled_at", scope), late_minutes__gt=0)
    return _narrowed(late, scope, "dossier__")


def _on_766(scope: Scope) -> QuerySet[Any]:
    """Settled in the period, or still open and received before its end, each with its end on the 766 clock."""
    open_now = Q(status__in=BEFORE_SETTLING, received_at__lt=scope.until, settled_at__isnull=True)
    counted = Dossier.objects.filter(_within("settled_at", scope) | open_now).filter(clock766_due_at__isnull=False)
    settled = Q(settled_at__lte=F("clock766_due_at"))
    waiting = Q(settled_at__isnull=True, status__in=WITH_CITIZEN) & (
        Q(supplement_asked_at__isnull=True) | Q(supplement_asked_at__lte=F("clock766_due_at"))
    )
    running = Q(settled_at__isnull=True) & ~Q(status__in=WITH_CITIZEN) & Q(clock766_due_at__gte=scope.moment)
    kept = Q(supplement_count__lte=1) & (settled | waiting | running)
    told: QuerySet[Any] = _narrowed(counted, scope).annotate(is_on_time_766=kept)
    return told


KEYS = {
    "agency": Key("commune__code", "commune__name"),
    "procedure": Key("procedure__code", "procedure__short_name"),
    "field": Key("procedure__field"),
    "channel": Key("channel"),
}
LEG_KEYS = {
    "agency": Key("dossier__commune__code", "dossier__commune__name"),
    "procedure": Key("dossier__procedure__code", "dossier__procedure__short_name"),
    "field": Key("dossier__procedure__field"),
    "channel": Key("dossier__channel"),
    "holder": Key("agency__code", "agency__name"),
}
SUBMITTED = RowSet("submitted", _submitted, "submitted_at", KEYS)
RECEIVED = RowSet("received", _received, "received_at", KEYS)
SETTLED = RowSet("settled", _settled, "settled_at", KEYS)
ENDED = RowSet("ended", _ended, "ended_at", KEYS)
RUNNING = RowSet("running", _running, "received_at", KEYS)
RATED = RowSet("rated", _rated, "settled_at", KEYS)
ON_766 = RowSet("on_766", _on_766, "received_at", KEYS)
LATE_LEGS = RowSet("late_legs", _late_legs, "dossier__settled_at", LEG_KEYS)

ON_TIME = Q(outcome__in=("early", "on_time"))

declare(
    Measure(
        name="received", label="Hồ sơ tiếp nhận", unit="hồ sơ", of=RECEIVED, reckoning=Counting(),
        formula="Số hồ sơ được tiếp nhận trong kỳ, tính theo ngày tiếp nhận.",
    ),
    Measure(
        name="submitted", label="Hồ sơ nộp", unit="hồ sơ", of=SUBMITTED, reckoning=Counting(),
        formula="Số hồ sơ công dân nộp trong kỳ, kể cả hồ sơ chưa hoặc không được tiếp nhận.",
    ),
    Measure(
        name="settled", label="Hồ sơ giải quyết xong", unit="hồ sơ", of=SETTLED, reckoning=Counting(),
        formula="Số hồ sơ có kết quả trong kỳ, tính theo ngày ký kết quả.",
        source=f"{DECREE_118}, Điều 19",
    ),
    Measure(
        name="early", label="Giải quyết trước hạn", unit="hồ sơ", of=SETTLED, better="up",
        reckoning=Counting(Q(outcome="early")),
        formula="Số hồ sơ giải quyết xong trong kỳ, vào một ngày trước ngày hẹn.",
    ),
    Measure(
        name="on_time", label="Giải quyết đúng hạn", unit="hồ sơ", of=SETTLED, better="up",
        reckoning=Counting(Q(outcome="on_time")),
        formula="Số hồ sơ giải quyết xong trong kỳ, vào ngày hẹn và trước giờ hẹn.",
    ),
    Measure(
        name="late", label="Giải quyết quá hạn", unit="hồ sơ", of=SETTLED, better="down",
        reckoning=Counting(Q(outcome="late")),
        formula="Số hồ sơ giải quyết xong trong kỳ, sau giờ hẹn.",
        source=f"{DECREE_118}, Điều 19",
    ),
    Measure(
        name="on_time_rate", label="Tỷ lệ trả trước và đúng hạn", unit="%", of=SETTLED, better="up",
        reckoning=Share(ON_TIME, where=~Q(outcome="")),
        formula="Hồ sơ giải quyết trước hạn và đúng hạn, chia cho hồ sơ giải quyết xong trong kỳ có ngày hẹn.",
        source=f"{DECREE_118}, Điều 19",
    ),
    Measure(
        name="running_late", label="Đang giải quyết, đã quá hạn", unit="hồ sơ", of=RUNNING, better="down",
        reckoning=Counting(Q(is_late_now=True)), is_momentary=True,
        formula="Số hồ sơ cơ quan đang giữ mà ngày hẹn đã qua. Hồ sơ đang chờ công dân không tính.",
        source=f"{DECREE_118}, Điều 19",
    ),
    Measure(
        name="processing_hours", label="Thời gian giải quyết, trung vị", unit="giờ", of=SETTLED, better="down",
        reckoning=Median("working_minutes", per=60),
        formula="Trung vị số giờ làm việc từ lúc tiếp nhận đến khi có kết quả, trừ thời gian chờ công dân. "
        "Chỉ tính hồ sơ giải quyết xong trong kỳ.",
        source=f"{DECISION_766}, chỉ số 2.2",
    ),
    Measure(
        name="waiting_hours", label="Thời gian chờ công dân, trung vị", unit="giờ", of=SETTLED, better="down",
        reckoning=Median("citizen_minutes", per=60, where=Q(citizen_minutes__gt=0)),
        formula="Trung vị số giờ làm việc chờ công dân bổ sung hoặc nộp tiền, "
        "của hồ sơ giải quyết xong trong kỳ mà có chờ.",
        source=f"{DECREE_118}, Điều 19, khoản 5",
    ),
    Measure(
        name="online_share", label="Tỷ lệ nộp trực tuyến", unit="%", of=RECEIVED, better="up",
        reckoning=Share(Q(channel=Channel.ONLINE)),
        formula="Hồ sơ nộp trực tuyến, chia cho hồ sơ tiếp nhận trong kỳ.",
        source=f"{DECISION_766}, chỉ số 3.3",
    ),
    Measure(
        name="same_day_share", label="Tỷ lệ trả trong ngày", unit="%", of=SETTLED, better="up",
        reckoning=Share(Q(is_same_day=True), where=Q(is_same_day__isnull=False)),
        formula="Hồ sơ có kết quả ngay trong ngày tiếp nhận, chia cho hồ sơ giải quyết xong trong kỳ.",
    ),
    Measure(
        name="withdrawn", label="Công dân rút hồ sơ", unit="hồ sơ", of=ENDED,
        reckoning=Counting(Q(status=Status.WITHDRAWN)),
        formula="Số hồ sơ công dân yêu cầu rút trong kỳ.", source=f"{DECREE_118}, Điều 21",
    ),
    Measure(
        name="refused", label="Từ chối tiếp nhận hoặc giải quyết", unit="hồ sơ", of=ENDED, better="down",
        reckoning=Counting(Q(status=Status.REFUSED)),
        formula="Số hồ sơ bị từ chối trong kỳ, có văn bản ghi lý do.", source=f"{DECREE_118}, Điều 17",
    ),
    Measure(
        name="supplement_share", label="Tỷ lệ phải bổ sung", unit="%", of=RECEIVED, better="down",
        reckoning=Share(Q(supplement_count__gte=1)),
        formula="Hồ sơ bị yêu cầu bổ sung ít nhất một lần, chia cho hồ sơ tiếp nhận trong kỳ.",
        source=f"{DECREE_118}, Điều 16",
    ),
    Measure(
        name="second_requests", label="Yêu cầu bổ sung từ lần thứ hai", unit="hồ sơ", of=RECEIVED, better="down",
        reckoning=Counting(Q(supplement_count__gte=2)),
        formula="Số hồ sơ tiếp nhận trong kỳ bị yêu cầu bổ sung quá một lần. Luật chỉ cho một lần.",
        source=f"{DECREE_118}, Điều 16",
    ),
    Measure(
        name="satisfaction", label="Điểm hài lòng, trung bình", unit="sao", of=RATED, better="up",
        reckoning=Mean("rating__stars"),
        formula="Trung bình số sao, từ 1 đến 5, của hồ sơ giải quyết xong trong kỳ mà công dân đã đánh giá.",
        source="Luật 148/2025/QH15 và Nghị định 224/2026/NĐ-CP",
    ),
    Measure(
        name="on_time_766", label="Đúng hạn theo Quyết định 766 (tạm tính)", unit="%", of=ON_766, better="up",
        reckoning=Share(Q(is_on_time_766=True)), is_momentary=True,
        formula="Hồ sơ xong hoặc đang xử lý còn trong hạn, chia cho hồ sơ xong trong kỳ và đang xử lý. Trừ thời gian chờ công dân; "
        "hồ sơ chờ công dân tính đến ngày yêu cầu; hồ sơ bị yêu cầu bổ sung quá một lần tính là quá hạn. "
        "Cách tính của Cổng Dịch vụ công quốc gia có điểm chưa rõ, xin xem điểm Cổng công bố.",
        source=f"{DECISION_766}, chỉ số 2.1",
    ),
    Measure(
        name="by_leg_delay", label="Giờ chậm theo bước", unit="giờ", of=LATE_LEGS, better="down",
        reckoning=Total("late_minutes", per=60),
        formula="Tổng số giờ làm việc chậm của hồ sơ giải quyết xong trong kỳ, chia cho các bước đã dùng quá thời gian được giao. "
        "Phần chậm khi chưa giao việc không tính ở đây.",
        source=f"{DECREE_118}, Điều 20",
    ),
)  # fmt: skip


def dossiers_behind(rows: QuerySet[Any]) -> QuerySet[Dossier]:
    """The dossiers behind rows of a measure: themselves, or those that legs, marks or trips belong to; else none."""
    if rows.model is Dossier:
        return rows
    if hasattr(rows.model, "dossier_id"):
        return Dossier.objects.filter(pk__in=rows.values("dossier_id"))
    return Dossier.objects.none()


def has_dossiers_behind(measure: Measure) -> bool:
    """Its rows are dossiers, or belong to one; not tickets, tasks, or other things."""
    nobody = Scope((), NO_DAY.date(), NO_DAY.date(), NO_DAY)
    model = measure.of.rows(nobody).model
    return model is Dossier or hasattr(model, "dossier_id")
