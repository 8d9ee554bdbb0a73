"""The figures of outreach: help given, duties attended, lists covered, hamlets with a team."""

from __future__ import annotations

from typing import Any

from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet, Value

from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Share
from gandan.measures.registry import declare
from gandan.measures.scope import Scope
from gandan.places.models import Hamlet

from . import field_measures as field_measures  # declares its measures
from .models import ListedPerson, Shift, Support, SupportKind, Team
from .workflow import FINAL, ShiftStatus

GUIDING = (SupportKind.ADVICE, SupportKind.WRITING, SupportKind.ACCOUNT, SupportKind.SIGN_IN, SupportKind.VNEID)
BY_COMMUNE = {"agency": Key("commune__code", "commune__name")}


def _supports(scope: Scope) -> QuerySet[Any]:
    rows = Support.objects.filter(commune__in=scope.agencies, at__gte=scope.since, at__lt=scope.until)
    rows = rows.filter(procedure__code=scope.procedure) if scope.procedure else rows
    rows = rows.filter(procedure__code__in=scope.procedures) if scope.procedures else rows
    return rows.filter(procedure__field=scope.field) if scope.field else rows


def _shifts(scope: Scope) -> QuerySet[Any]:
    return Shift.objects.filter(
        team__commune__in=scope.agencies, starts_at__gte=scope.since, starts_at__lt=scope.until, ends_at__lt=scope.now
    )


def _listed(scope: Scope) -> QuerySet[Any]:
    """People of lists, by the day they came on them: the making of the list, or the day of turning the age."""
    rows = ListedPerson.objects.annotate(came_at=F("listing__made_at")).filter(
        listing__commune__in=scope.agencies, came_at__gte=scope.since, came_at__lt=scope.until
    )
    return rows.filter(Q(eligible_from__isnull=True) | Q(eligible_from__lte=scope.moment.date()))


def _hamlets(scope: Scope) -> QuerySet[Any]:
    teams = Team.objects.filter(hamlet=OuterRef("pk"), is_active=True, made_at__lt=scope.until)
    rows: QuerySet[Any] = Hamlet.objects.filter(commune__in=scope.agencies)
    told: QuerySet[Any] = rows.annotate(has_team=Exists(teams), told_at=Value(scope.since, DateTimeField()))
    return told


SUPPORTS = RowSet("supports", _supports, "at", {
    **BY_COMMUNE, "procedure": Key("procedure__code", "procedure__short_name"), "field": Key("procedure__field"),
    "kind": Key("kind"), "member": Key("member__pk", "member__name"),
})  # fmt: skip
SHIFTS = RowSet(
    "shifts", _shifts, "starts_at",
    {"agency": Key("team__commune__code", "team__commune__name"), "team": Key("team__pk", "team__name")},
)  # fmt: skip
LISTED = RowSet(
    "listed_people", _listed, "came_at", {"agency": Key("listing__commune__code", "listing__commune__name")}
)
HAMLETS = RowSet("hamlets", _hamlets, "told_at", BY_COMMUNE)

declare(
    Measure(
        name="support_count", label="Lượt hỗ trợ người dân", unit="lượt", of=SUPPORTS, better="up", reckoning=Counting(),
        source="Sổ tay 002, mục 2; Công văn 500, Phụ lục 003",
        formula="Số lượt hỗ trợ đã ghi trong kỳ, mọi việc, mọi tổ, đội.",
    ),
    Measure(
        name="people_guided", label="Lượt tư vấn, hướng dẫn", unit="lượt", of=SUPPORTS, better="up",
        reckoning=Counting(Q(kind__in=GUIDING)), source="Tài liệu 001, TC2.3",
        formula="Lượt tư vấn, viết hộ, tạo tài khoản, đăng nhập, cài VNeID trong kỳ.",
    ),
    Measure(
        name="written_for", label="Lượt viết hộ", unit="lượt", of=SUPPORTS,
        reckoning=Counting(Q(kind=SupportKind.WRITING)), source="Báo cáo 22/BC-UBND, mục II.1 gạch 2",
        formula="Lượt viết hộ trong kỳ, đếm theo đơn vị.",
    ),
    Measure(
        name="shifts_attended_rate", label="Ca trực có người", unit="%", of=SHIFTS, better="up",
        reckoning=Share(Q(status=ShiftStatus.PRESENT), where=~Q(status=ShiftStatus.COVERED)),
        source="NĐ 118/2025/NĐ-CP, Điều 12",
        formula="Ca đã qua có điểm danh, chia cho ca đã qua. Ca có người thay tính theo người thay.",
    ),
    Measure(
        name="list_coverage", label="Rà soát có kết quả cuối", unit="%", of=LISTED, better="up",
        reckoning=Share(Q(status__in=FINAL)), source="Tài liệu 000, mục 1.3",
        formula="Người trong danh sách đã có kết quả cuối kèm lý do, chia cho người trong danh sách lập trong kỳ.",
    ),
    Measure(
        name="hamlets_with_team", label="Khu dân cư có tổ", unit="%", of=HAMLETS, better="up",
        reckoning=Share(Q(has_team=True)), source="Công văn 500, Phụ lục 003, mục 2.2", is_momentary=True,
        formula="Thôn, tổ dân phố, khu phố có tổ đang hoạt động, chia cho tất cả.",
    ),
)  # fmt: skip
