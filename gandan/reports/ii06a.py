"""II.06a/VPCP/KSTT: receiving and settling by field (Thông tư 01/2020/TT-VPCP), with the invariants of the form.

A dossier stands in the report from its reception to its end: settled, refused after reception, withdrawn or stopped.
What is open is judged at the end of the period, or now if the period still runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, TruncDate

from gandan.dossiers.models import Channel, Dossier, Pause
from gandan.measures.periods import Period
from gandan.measures.scope import VIETNAM, Scope
from gandan.places.models import Agency

from .registry import Column, Report, Sheet, declare

RECEIVED, SETTLED, PENDING = "Số hồ sơ tiếp nhận", "Số hồ sơ đã giải quyết", "Số hồ sơ đang giải quyết"
COLUMNS = (
    Column("received", "Tổng số", RECEIVED),
    Column("received_online", "Trong kỳ, trực tuyến", RECEIVED),
    Column("received_direct", "Trong kỳ, trực tiếp, dịch vụ bưu chính", RECEIVED),
    Column("received_before", "Từ kỳ trước", RECEIVED),
    Column("settled", "Tổng số", SETTLED),
    Column("settled_early", "Trước hạn", SETTLED),
    Column("settled_on_time", "Đúng hạn", SETTLED),
    Column("settled_late", "Quá hạn", SETTLED),
    Column("pending", "Tổng số", PENDING),
    Column("pending_in_time", "Trong hạn", PENDING),
    Column("pending_late", "Quá hạn", PENDING),
)


class NotAddingUp(Exception):
    """The report contradicts itself: a fault of the program or of the data, never to be shown as a report."""


def fill(communes: Sequence[Agency], period: Period, now: datetime) -> Sheet:
    """One statement. Raises NotAddingUp."""
    scope = Scope(tuple(commune.pk for commune in communes), period.start, period.end, now)
    lines = tuple((row.pop("field"), row) for row in _counted(scope))
    total = {column.key: sum(figures[column.key] for _, figures in lines) for column in COLUMNS}
    sheet = Sheet(COLUMNS, lines, total)
    check(sheet)
    return sheet


def _counted(scope: Scope) -> list[dict[str, Any]]:
    rows: Iterable[Any] = (
        _standing(scope).order_by().values(field=F("procedure__field")).annotate(**_figures(scope)).order_by("field")
    )
    return list(rows)


def _standing(scope: Scope) -> QuerySet[Dossier]:
    """Received before the end of the period and not ended before its start, with its end and how it ended."""
    not_before = Q(settled_at__gte=scope.since) | Q(settled_at__isnull=True)
    not_ended_before = Q(ended_at__gte=scope.since) | Q(ended_at__isnull=True)
    waiting = Pause.objects.filter(dossier=OuterRef("pk"), started_at__lt=scope.moment).filter(
        Q(ended_at__isnull=True) | Q(ended_at__gte=scope.moment)
    )
    standing = Dossier.objects.filter(not_before, not_ended_before, received_at__lt=scope.until)
    dated = standing.filter(commune__in=scope.agencies).annotate(
        finished_at=Coalesce("settled_at", "ended_at"),
        finished_on=TruncDate(Coalesce("settled_at", "ended_at"), tzinfo=VIETNAM),
        due_on=TruncDate("due_at", tzinfo=VIETNAM),
    )
    return dated.annotate(manner=_manner(), is_waiting=Exists(waiting))


def _manner() -> Case:
    """The outcome fixed at the end; a withdrawn or stopped dossier is late only if its date passed in our hands."""
    asked_in_time = Q(supplement_asked_at__isnull=False, supplement_asked_at__lte=F("due_at"))
    return Case(
        When(~Q(outcome=""), then=F("outcome")),
        When(Q(finished_at__gt=F("due_at")) & ~asked_in_time, then=Value("late")),
        When(due_on__gt=F("finished_on"), then=Value("early")),
        default=Value("on_time"),
        output_field=CharField(),
    )


def _figures(scope: Scope) -> dict[str, Count]:
    in_period = Q(received_at__gte=scope.since)
    done = Q(finished_at__lt=scope.until)
    pending = ~done | Q(finished_at__isnull=True)
    late = Q(due_at__lt=scope.moment, is_waiting=False)
    wanted = {
        "received": Q(),
        "received_online": in_period & Q(channel=Channel.ONLINE),
        "received_direct": in_period & ~Q(channel=Channel.ONLINE),
        "received_before": ~in_period,
        "settled": done,
        "settled_early": done & Q(manner="early"),
        "settled_on_time": done & Q(manner="on_time"),
        "settled_late": done & Q(manner="late"),
        "pending": pending,
        "pending_in_time": pending & ~late,
        "pending_late": pending & late,
    }
    return {key: Count("pk", filter=condition) for key, condition in wanted.items()}


def check(sheet: Sheet) -> None:
    """The invariants of the form, line by line, and the total as the sum of the fields (rules §9)."""
    for label, figures in (*sheet.lines, ("Tổng số", sheet.total)):
        _check_line(label, figures)
    for column in sheet.columns:
        if sum(figures[column.key] for _, figures in sheet.lines) != sheet.total[column.key]:
            raise NotAddingUp(f"Cột “{column.label}” không bằng tổng các lĩnh vực.")


def _check_line(label: str, f: Mapping[str, int]) -> None:
    sums = {
        "tiếp nhận = trong kỳ + kỳ trước": f["received_online"] + f["received_direct"] + f["received_before"]
        == f["received"],
        "tiếp nhận = đã giải quyết + đang giải quyết": f["settled"] + f["pending"] == f["received"],
        "đã giải quyết = trước hạn + đúng hạn + quá hạn": (
            f["settled_early"] + f["settled_on_time"] + f["settled_late"] == f["settled"]
        ),
        "đang giải quyết = trong hạn + quá hạn": f["pending_in_time"] + f["pending_late"] == f["pending"],
    }
    for rule, holds in sums.items():
        if not holds:
            raise NotAddingUp(f"{label}: {rule} không đúng.")


declare(
    Report(
        name="II.06a",
        title="Tình hình, kết quả giải quyết thủ tục hành chính tại cơ quan trực tiếp giải quyết",
        first_column="Lĩnh vực giải quyết",
        basis="Biểu số II.06a/VPCP/KSTT, ban hành kèm theo Thông tư 01/2020/TT-VPCP ngày 21/10/2020",
        columns=COLUMNS,
        fill=fill,
    )
)
