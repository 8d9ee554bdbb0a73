"""Contents a unit can register that the platform itself counts, beside the measures of dossiers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import Count, F, Q

from gandan.dossiers.models import Dossier
from gandan.measures.scope import Scope
from gandan.reforms.models import Adoption


@dataclass(frozen=True)
class Counted:
    """A named count of the days of a scope; `formula` says it in words."""

    name: str
    label: str
    unit: str
    formula: str
    count: Callable[[Scope], int]


def _shortened(scope: Scope) -> int:
    settled = Dossier.objects.filter(
        commune__in=scope.agencies, settled_at__gte=scope.since, settled_at__lt=scope.until
    )
    if scope.field:
        settled = settled.filter(procedure__field=scope.field)
    if scope.procedure:
        settled = settled.filter(procedure__code=scope.procedure)
    of_each = settled.order_by().values("procedure").annotate(all=Count("pk"), early=Count("pk", Q(outcome="early")))
    return of_each.filter(early=F("all")).count()


def _adopted(scope: Scope) -> int:
    begun = Adoption.objects.filter(agency__commune__in=scope.agencies, started_on__range=(scope.start, scope.end))
    return begun.count()


COUNTS = (
    Counted(
        "shortened_procedures", "Thủ tục rút ngắn được thời gian", "thủ tục",
        "Số thủ tục có hồ sơ giải quyết xong trong đợt mà hồ sơ nào cũng xong trước ngày hẹn.", _shortened,
    ),
    Counted(
        "adopted_models", "Mô hình bắt đầu áp dụng", "mô hình",
        "Số mô hình trong kho mà đơn vị bắt đầu vận hành trong đợt.", _adopted,
    ),
)  # fmt: skip


def count_named(name: str) -> Counted:
    """Raises KeyError for a name nobody declared."""
    return {one.name: one for one in COUNTS}[name]


def choices() -> Sequence[tuple[str, str]]:
    return [(one.name, one.label) for one in COUNTS]
