"""The figures of the hall, each defined once: waits by class, switches, moves, groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Aggregate, Count, ExpressionWrapper, F, FloatField, Max, Q, QuerySet

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Mean, Median, Share, Total, Values
from gandan.measures.registry import declare
from gandan.measures.scope import Figure, Scope
from gandan.programmes.models import Programme

from .models import PeerGroup, Ticket
from .workflow import GroupStatus, Status

DECREE_118 = "Nghị định 118/2025/NĐ-CP, Điều 13"
WAITED = Q(waited_until__isnull=False)
SHOWN = (
    "tickets_drawn", "tickets_served", "ticket_wait", "priority_wait", "ordinary_wait", "ticket_wait_mean", "longest_wait",
    "zone_switch_share", "counter_moves", "no_show_share", "tickets_prepared", "tickets_assisted", "peer_groups",
    "group_minutes_saved",
)  # fmt: skip


def _drawn(scope: Scope) -> QuerySet[Any]:
    """Tickets drawn in the period, narrowed as asked; `waited_until` tells those whose wait has ended."""
    wanted = {
        "procedure__code": scope.procedure, "procedure__field": scope.field, "procedure__code__in": scope.procedures,
        "day__iso_week_day__in": [day + 1 for day in scope.weekdays],
    }  # fmt: skip
    narrowing = {path: value for path, value in wanted.items() if value}
    rows = Ticket.objects.filter(
        agency__in=scope.agencies, drawn_at__gte=scope.since, drawn_at__lt=scope.until, **narrowing
    )
    return _under(rows, scope).annotate(
        waited_until=F("called_at"), minutes=ExpressionWrapper(F("waited_seconds") / 60.0, FloatField())
    )


def _under(rows: QuerySet[Ticket], scope: Scope) -> QuerySet[Ticket]:
    """Drawn under the programme or the reform model asked for."""
    if scope.programme:
        return rows.filter(programme_ids__contains=[scope.programme])
    if not scope.origin:
        return rows
    any_of = Q(pk__in=[])
    for pk in Programme.objects.filter(origin=scope.origin, agency__in=scope.agencies).values_list("pk", flat=True):
        any_of |= Q(programme_ids__contains=[pk])
    return rows.filter(any_of)


def _groups(scope: Scope) -> QuerySet[Any]:
    rows = PeerGroup.objects.filter(
        agency__in=scope.agencies, proposed_at__gte=scope.since, proposed_at__lt=scope.until, status=GroupStatus.CLOSED
    )
    if scope.procedure:
        rows = rows.filter(procedure__code=scope.procedure)
    if scope.programme:
        rows = rows.filter(programme_id=scope.programme)
    told: QuerySet[Any] = rows.annotate(saved_minutes=ExpressionWrapper(F("saved_seconds") / 60.0, FloatField()))
    return told


@dataclass(frozen=True)
class Longest:
    """The greatest value of a column."""

    column: str
    where: Q
    hit: Q = field(default_factory=Q)

    def aggregates(self) -> list[Aggregate]:
        return [Max(self.column, filter=self.where), Count(self.column, filter=self.where)]

    def figure(self, values: Values) -> Figure:
        return Figure(values[0], None, None, int(values[1] or 0))


KEYS = {
    "agency": Key("agency__code", "agency__name"),
    "procedure": Key("procedure__code", "procedure__short_name"),
    "field": Key("procedure__field"),
}
TICKETS = RowSet("tickets", _drawn, "drawn_at", {**KEYS, "priority": Key("priority"), "zone": Key("zone")})
GROUPS = RowSet("peer_groups", _groups, "proposed_at", KEYS)
IS_PRIORITY = ~Q(priority="")

declare(
    Measure(
        name="tickets_drawn", label="Số đã lấy", unit="số", of=TICKETS, reckoning=Counting(), source=DECREE_118,
        formula="Số phiếu đã lấy trong kỳ, mọi cách lấy.",
    ),
    Measure(
        name="tickets_served", label="Số đã phục vụ", unit="số", of=TICKETS,
        reckoning=Counting(where=Q(status=Status.DONE)), formula="Phiếu lấy trong kỳ đã phục vụ xong.",
    ),
    Measure(
        name="ticket_wait", label="Thời gian chờ, trung vị", unit="phút", of=TICKETS, better="down",
        reckoning=Median("minutes", where=WAITED), source=DECREE_118,
        formula="Từ lượt (lúc lấy số, hoặc giờ hẹn nếu đến sớm) đến lần gọi đầu, trung vị của các phiếu đã gọi.",
    ),
    Measure(
        name="priority_wait", label="Thời gian chờ của người ưu tiên, trung vị", unit="phút", of=TICKETS, better="down",
        reckoning=Median("minutes", where=WAITED & IS_PRIORITY), source=DECREE_118,
        formula="Như “Thời gian chờ, trung vị”, chỉ phiếu có diện ưu tiên.",
    ),
    Measure(
        name="ordinary_wait", label="Thời gian chờ của người không ưu tiên, trung vị", unit="phút", of=TICKETS,
        better="down", reckoning=Median("minutes", where=WAITED & ~IS_PRIORITY),
        formula="Như “Thời gian chờ, trung vị”, chỉ phiếu không có diện ưu tiên.",
    ),
    Measure(
        name="ticket_wait_mean", label="Thời gian chờ, trung bình", unit="phút", of=TICKETS, better="down",
        reckoning=Mean("minutes", where=WAITED), formula="Từ lượt đến lần gọi đầu, trung bình của các phiếu đã gọi.",
    ),
    Measure(
        name="longest_wait", label="Thời gian chờ lâu nhất", unit="phút", of=TICKETS, better="down",
        reckoning=Longest("minutes", WAITED), formula="Thời gian chờ của người chờ lâu nhất trong các phiếu đã gọi.",
    ),
    Measure(
        name="zone_switch_share", label="Tỷ lệ đổi khu", unit="%", of=TICKETS,
        reckoning=Share(~Q(zone=F("first_zone"))),
        formula="Phiếu ở khu khác khu đề nghị theo tuổi, chia cho phiếu đã lấy trong kỳ.",
    ),
    Measure(
        name="counter_moves", label="Số lần chuyển quầy, khu, trung bình mỗi người", unit="lần", of=TICKETS, better="down",
        reckoning=Mean("moves", where=Q(status=Status.DONE)),
        formula="Tổng số lần chuyển quầy hoặc khu chia cho phiếu đã phục vụ xong.",
    ),
    Measure(
        name="no_show_share", label="Tỷ lệ gọi không có mặt", unit="%", of=TICKETS, better="down",
        reckoning=Share(Q(status__in=(Status.MISSED, Status.LEFT)), where=WAITED),
        formula="Phiếu đã gọi mà không đến hoặc đã ra về, chia cho phiếu đã gọi trong kỳ.",
    ),
    Measure(
        name="tickets_prepared", label="Số được nhập liệu trước", unit="số", of=TICKETS, better="up",
        reckoning=Counting(where=Q(prepared_at__isnull=False)),
        formula="Phiếu lấy trong kỳ đã được nhập liệu, in sẵn trước khi đến quầy.",
    ),
    Measure(
        name="tickets_assisted", label="Số được viết hộ, nhập hộ", unit="số", of=TICKETS, better="up",
        reckoning=Counting(where=Q(assisted_by__isnull=False)),
        formula="Phiếu lấy trong kỳ có người viết hộ hoặc nhập liệu hộ.",
    ),
    Measure(
        name="peer_groups", label="Nhóm cùng thủ tục", unit="nhóm", of=GROUPS, better="up", reckoning=Counting(),
        formula="Nhóm “Mỗi người một tay” lập trong kỳ, cán bộ đã xác nhận từng người.",
    ),
    Measure(
        name="group_minutes_saved", label="Phút tiết kiệm nhờ nhóm", unit="phút", of=GROUPS, better="up",
        reckoning=Total("saved_minutes"),
        formula="Số người × thời gian phục vụ trung bình một người của thủ tục ấy (30 ngày trước) − thời gian của nhóm; "
        "nhóm chưa biết thời gian một người thì không tính.",
    ),
)  # fmt: skip
