"""The figures of the machines, each defined once."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from gandan.dossiers.measures import under
from gandan.measures.measure import Key, Measure, RowSet
from gandan.measures.reckoning import Counting, Mean, Share, Total
from gandan.measures.registry import declare
from gandan.measures.scope import Scope

from .models import KioskFiling, Placement

SOURCE = "Mô hình Máy APS, Sa Đéc 2023"
KEYS = {
    "agency": Key("dossier__commune__code", "dossier__commune__name"),
    "procedure": Key("dossier__procedure__code", "dossier__procedure__short_name"),
    "field": Key("dossier__procedure__field"),
    "channel": Key("dossier__channel"),
    "machine": Key("machine__pk", "machine__name"),
}


def _narrowed(rows: QuerySet[Any], scope: Scope, moment: str) -> QuerySet[Any]:
    wanted = {
        "dossier__procedure__code": scope.procedure, "dossier__procedure__field": scope.field,
        "dossier__channel": scope.channel, "dossier__procedure__code__in": scope.procedures,
    }  # fmt: skip
    narrowing: dict[str, Any] = {name: value for name, value in wanted.items() if value}
    if scope.programme or scope.origin:
        narrowing["dossier__in"] = under(scope).values("dossier")
    within = {f"{moment}__gte": scope.since, f"{moment}__lt": scope.until, "dossier__commune__in": scope.agencies}
    return rows.filter(**within, **narrowing)


def _filed(scope: Scope) -> QuerySet[Any]:
    return _narrowed(KioskFiling.objects.all(), scope, "filed_at")


def _fetched(scope: Scope) -> QuerySet[Any]:
    return _narrowed(Placement.objects.filter(fetched_at__isnull=False), scope, "fetched_at")


def _rated(scope: Scope) -> QuerySet[Any]:
    return _narrowed(KioskFiling.objects.filter(dossier__rating__isnull=False), scope, "dossier__rating__at")


FILED = RowSet("kiosk_filed", _filed, "filed_at", KEYS)
FETCHED = RowSet("kiosk_fetched", _fetched, "fetched_at", KEYS)
RATED = RowSet("kiosk_rated", _rated, "dossier__rating__at", KEYS)

declare(
    Measure(
        name="kiosk_filings", label="Hồ sơ nộp tại máy APS", unit="hồ sơ", of=FILED, reckoning=Counting(), better="up",
        formula="Số hồ sơ người dân tự nộp tại máy APS trong kỳ, cả ngoài giờ làm việc.", source=SOURCE,
    ),
    Measure(
        name="kiosk_returns", label="Kết quả trả tại máy APS", unit="hồ sơ", of=FETCHED, reckoning=Counting(), better="up",
        formula="Số kết quả người dân tự mở ngăn tủ nhận trong kỳ.", source=SOURCE,
    ),
    Measure(
        name="kiosk_errors_caught", label="Lỗi khai được máy APS chỉ ra", unit="lỗi", of=FILED, reckoning=Total("errors"),
        formula="Tổng số chỗ khai thiếu hoặc sai mà máy chỉ ra trước khi nộp, của hồ sơ nộp tại máy trong kỳ.", source=SOURCE,
    ),
    Measure(
        name="kiosk_supplement_share", label="Hồ sơ máy APS phải bổ sung", unit="%", of=FILED, better="down",
        reckoning=Share(Q(dossier__supplement_count__gt=0)),
        formula="Hồ sơ nộp tại máy APS trong kỳ bị yêu cầu bổ sung, chia cho hồ sơ nộp tại máy.", source=SOURCE,
    ),
    Measure(
        name="no_handwriting_share", label="Tỷ lệ hồ sơ không viết tại máy APS", unit="%", of=FILED, better="up",
        reckoning=Share(Q(is_handwritten=False)),
        formula="Hồ sơ nộp tại máy có tờ khai nhập hoàn toàn trên máy, không chụp tờ khai viết tay, chia cho hồ sơ nộp tại máy.",
        source="Mô hình Công dân không viết, Sa Đéc 2023",
    ),
    Measure(
        name="kiosk_satisfaction", label="Điểm hài lòng của người dùng máy APS", unit="sao", of=RATED, better="up",
        reckoning=Mean("dossier__rating__stars"),
        formula="Trung bình số sao, từ 1 đến 5, người nộp hồ sơ tại máy APS đánh giá trong kỳ.",
        source="Luật 148/2025/QH15 và Nghị định 224/2026/NĐ-CP",
    ),
)  # fmt: skip
