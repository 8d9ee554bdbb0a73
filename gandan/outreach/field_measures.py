"""The figures of sessions and visits, each defined once: how often, whom, both legs."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Total
from gandan.measures.registry import declare
from gandan.measures.scope import Scope
from gandan.programmes.models import Programme

from .models import FieldRecord, FieldSession, HomeVisit, Purpose, Support
from .workflow import SessionStatus, VisitStatus

DECREE_118 = "Nghị định 118/2025/NĐ-CP, Điều 14, khoản 3"


def _under(rows: QuerySet[Any], scope: Scope, path: str) -> QuerySet[Any]:
    """Done under the programme or the reform model asked for."""
    if scope.programme:
        return rows.filter(**{path: scope.programme})
    if scope.origin:
        known = Programme.objects.filter(origin=scope.origin, agency__in=scope.agencies)
        return rows.filter(**{f"{path}__in": known.values("pk")})
    return rows


def _sessions(scope: Scope) -> QuerySet[Any]:
    rows = FieldSession.objects.filter(
        commune__in=scope.agencies, starts_at__gte=scope.since, starts_at__lt=scope.until,
        status__in=(SessionStatus.OPEN, SessionStatus.CLOSED),
    )  # fmt: skip
    return _under(rows, scope, "programme_id")


def _people(scope: Scope) -> QuerySet[Any]:
    rows = Support.objects.filter(
        commune__in=scope.agencies, session__isnull=False, at__gte=scope.since, at__lt=scope.until
    )
    rows = rows.filter(procedure__code=scope.procedure) if scope.procedure else rows
    rows = rows.filter(procedure__field=scope.field) if scope.field else rows
    return _under(rows, scope, "session__programme_id")


def _records(scope: Scope) -> QuerySet[Any]:
    rows = FieldRecord.objects.filter(
        session__commune__in=scope.agencies, dossier__isnull=False, received_at__gte=scope.since,
        received_at__lt=scope.until,
    )  # fmt: skip
    rows = rows.filter(dossier__procedure__code=scope.procedure) if scope.procedure else rows
    rows = rows.filter(dossier__procedure__field=scope.field) if scope.field else rows
    return _under(rows, scope, "session__programme_id")


def _visits(scope: Scope) -> QuerySet[Any]:
    """Visits done in the period; `is_round_trip`: brings back what another visit took in."""
    taken_in = HomeVisit.objects.filter(dossier=OuterRef("dossier"), has_collected=True, status=VisitStatus.DONE)
    rows = HomeVisit.objects.filter(
        commune__in=scope.agencies, done_at__gte=scope.since, done_at__lt=scope.until, status=VisitStatus.DONE
    )
    rows = rows.filter(procedure__code=scope.procedure) if scope.procedure else rows
    rows = rows.filter(procedure__field=scope.field) if scope.field else rows
    told: QuerySet[Any] = rows.annotate(is_round_trip=Exists(taken_in.exclude(pk=OuterRef("pk"))))
    return _under(told, scope, "programme_id")


BY_COMMUNE = {"agency": Key("commune__code", "commune__name")}
SESSIONS = RowSet("field_sessions", _sessions, "starts_at", {
    **BY_COMMUNE, "hamlet": Key("hamlet__pk", "hamlet__name"), "audience": Key("audience"),
})  # fmt: skip
PEOPLE = RowSet("session_people", _people, "at", {
    **BY_COMMUNE, "content": Key("group"), "hamlet": Key("hamlet__pk", "hamlet__name"), "kind": Key("kind"),
    "procedure": Key("procedure__code", "procedure__short_name"),
})  # fmt: skip
RECORDS = RowSet("session_dossiers", _records, "received_at", {
    "agency": Key("session__commune__code", "session__commune__name"),
    "hamlet": Key("session__hamlet__pk", "session__hamlet__name"), "field": Key("dossier__procedure__field"),
    "procedure": Key("dossier__procedure__code", "dossier__procedure__short_name"),
})  # fmt: skip
VISITS = RowSet("home_visits", _visits, "done_at", {
    **BY_COMMUNE, "group": Key("group"), "purpose": Key("purpose"),
    "procedure": Key("procedure__code", "procedure__short_name"),
})  # fmt: skip

declare(
    Measure(
        name="sessions_held", label="Phiên lưu động đã mở", unit="phiên", of=SESSIONS, better="up", reckoning=Counting(),
        source=DECREE_118, formula="Số phiên tại khu dân cư đã mở trong kỳ; phiên hủy không tính.",
    ),
    Measure(
        name="session_people", label="Lượt người được giúp ở phiên lưu động", unit="lượt", of=PEOPLE, better="up",
        reckoning=Counting(), formula="Lượt hỗ trợ và hồ sơ ghi ở phiên, theo bốn nhóm nội dung. Mỗi bản ghi tính một lần.",
    ),
    Measure(
        name="session_dossiers", label="Hồ sơ nhận ở phiên lưu động", unit="hồ sơ", of=RECORDS, better="up",
        reckoning=Counting(), source=DECREE_118,
        formula="Hồ sơ ghi trên điện thoại ở phiên, đã gộp vào hệ thống trong kỳ (tính theo lúc gộp).",
    ),
    Measure(
        name="home_visits", label="Chuyến phục vụ tại nhà", unit="chuyến", of=VISITS, better="up", reckoning=Counting(),
        formula="Chuyến đến nhà đã xong trong kỳ: nhận hồ sơ, trả kết quả, cấp giấy báo tử.",
    ),
    Measure(
        name="home_received", label="Hồ sơ nhận tại nhà", unit="hồ sơ", of=VISITS, better="up",
        reckoning=Counting(where=Q(has_collected=True)), formula="Chuyến đã xong trong kỳ có nhận hồ sơ tại nhà.",
    ),
    Measure(
        name="home_visits_both_legs", label="Nhận tại nhà và trả tại nhà", unit="hồ sơ", of=VISITS, better="up",
        reckoning=Counting(where=Q(purpose=Purpose.RETURN, has_returned=True, is_round_trip=True)),
        formula="Kết quả trao tận nhà trong kỳ, của hồ sơ cũng nhận tại nhà.",
    ),
    Measure(
        name="home_fees", label="Phí, lệ phí thu tại nhà", unit="đồng", of=VISITS, reckoning=Total("fee_collected"),
        formula="Cộng số tiền trên biên lai của chuyến đã xong trong kỳ.",
    ),
)  # fmt: skip
