"""The figures of booking: hours kept, waiting at a booked hour, calls for a death, legal advice."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Mean, Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .models import Advice, Appointment, DeathCall
from .workflow import Status

SOURCE = "Công văn 554/UBND-CCHC, 09/4/2019, mục 1.2.2 và 2.1"


def _of(rows: QuerySet[Any], scope: Scope, moment: str, *, has_programme: bool = True) -> QuerySet[Any]:
    narrowing: dict[str, Any] = {
        "agency__commune__in": scope.agencies, f"{moment}__gte": scope.since, f"{moment}__lt": scope.until,
    }  # fmt: skip
    wanted = {"programme": scope.programme, "programme__origin": scope.origin} if has_programme else {}
    return rows.filter(**narrowing, **{path: value for path, value in wanted.items() if value})


def _appointments(scope: Scope) -> QuerySet[Any]:
    return _of(Appointment.objects.all(), scope, "starts_at")


def _death_calls(scope: Scope) -> QuerySet[Any]:
    return _of(DeathCall.objects.all(), scope, "asked_at")


def _advice(scope: Scope) -> QuerySet[Any]:
    return _of(Advice.objects.all(), scope, "given_at", has_programme=False)


AGENCY = Key("agency__commune__code", "agency__commune__name")
APPOINTMENTS = RowSet(
    "appointments", _appointments, "starts_at", {"agency": AGENCY, "matter": Key("matter"), "service": Key("service")}
)
DEATH_CALLS = RowSet("death_calls", _death_calls, "asked_at", {"agency": AGENCY})
ADVICE = RowSet("advice", _advice, "given_at", {"agency": AGENCY, "field": Key("field")})

declare(
    Measure(
        name="appointments_served", label="Lịch hẹn đã phục vụ", unit="lượt", of=APPOINTMENTS, better="up",
        reckoning=Counting(Q(status=Status.SERVED)), source=SOURCE,
        formula="Số lịch hẹn trong kỳ đã phục vụ xong, tính theo giờ hẹn.",
    ),
    Measure(
        name="out_of_hours_served", label="Lượt phục vụ ngoài giờ theo lịch hẹn", unit="lượt", of=APPOINTMENTS, better="up",
        reckoning=Counting(Q(status=Status.SERVED, is_out_of_hours=True)), source=SOURCE,
        formula="Số lịch hẹn trong kỳ đã phục vụ xong mà giờ hẹn nằm ngoài giờ hành chính.",
    ),
    Measure(
        name="appointments_kept_rate", label="Tỷ lệ đến đúng lịch hẹn", unit="%", of=APPOINTMENTS, better="up",
        reckoning=Share(Q(status=Status.SERVED), where=Q(status__in=(Status.SERVED, Status.ABSENT))),
        formula="Lịch hẹn đã phục vụ, chia cho lịch hẹn đã phục vụ và lịch người dân không đến. Lịch đã hủy trước không tính.",
    ),
    Measure(
        name="appointment_wait", label="Chờ sau giờ hẹn, trung bình", unit="phút", of=APPOINTMENTS, better="down",
        reckoning=Mean("ticket__waited_seconds", per=60, where=Q(ticket__called_at__isnull=False)),
        formula="Trung bình số phút từ giờ hẹn, hoặc từ lúc đến nếu đến muộn, tới khi được gọi vào quầy. "
        "Chỉ tính lịch có lấy số tại Trung tâm.",
    ),
    Measure(
        name="death_calls_answered", label="Yêu cầu khai tử 24/24 được nhận", unit="%", of=DEATH_CALLS, better="up",
        reckoning=Share(Q(accepted_at__isnull=False)), source=SOURCE,
        formula="Yêu cầu khai tử có cán bộ trực nhận, chia cho yêu cầu gửi đến trong kỳ, cả ngày và đêm.",
    ),
    Measure(
        name="advice_given", label="Lượt tư vấn pháp luật", unit="lượt", of=ADVICE, reckoning=Counting(),
        formula="Số lượt tư vấn pháp luật đã ghi câu hỏi và trả lời trong kỳ.",
    ),
)  # fmt: skip
