"""The officer's queue: filters, search, order, counts. Plain querysets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils.timezone import localtime

from gandan.core.tables import Cell
from gandan.core.vietnamese import fold
from gandan.people.offices import Office

from .categories import categories, under
from .models import Channel, Feedback, FeedbackQuerySet, UnitPart
from .workflow import ANSWERED, BEFORE_SCREENING, OPEN, Status

PAGE = 50
MOST_EXPORTED = 10_000
CHIPS = {
    "": "Chưa trả lời", "moi": "Chờ sàng lọc", "cho-chi-dao": "Chờ chỉ đạo", "cua-toi": "Đơn vị tôi",
    "cho-tra-loi": "Chờ trả lời", "qua-han": "Quá hạn", "vuong": "Đang vướng", "mo-lai": "Mở lại",
    "da-tra-loi": "Đã trả lời", "rac": "Rác", "tat-ca": "Tất cả",
}  # fmt: skip
ORDERS = {"": "Hạn gần trước", "moi": "Mới trước", "linh-vuc": "Theo lĩnh vực"}
HEADS = (
    "Mã", "Nhận lúc", "Kênh", "Lĩnh vực", "Nơi", "Nội dung", "Tình trạng", "Đơn vị chủ trì", "Hẹn của xã", "Hạn quốc gia",
    "Trả lời lúc", "Lần", "Đang vướng",
)  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What the address asks for; unknown words fall back to the first."""

    chip: str = ""
    words: str = ""
    channel: str = ""
    category: str = ""
    order: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Asked:
        return cls(
            _one_of(query.get("loc", ""), CHIPS), query.get("q", "").strip()[:100],
            _one_of(query.get("kenh", ""), Channel.values), _one_of(query.get("linh-vuc", ""), categories()),
            _one_of(query.get("xep", ""), ORDERS),
        )  # fmt: skip


def _one_of(told: str, known: Iterable[str]) -> str:
    return told if told in known else ""


def condition(chip: str, office: Office, now: datetime) -> Q:
    late = Q(promise_due_at__lt=now) | Q(promise_due_at__isnull=True, answer_by__lt=now)
    parts = UnitPart.objects.filter(feedback=OuterRef("pk"), done_at__isnull=True)
    mine = Q(Exists(parts.filter(Q(unit=office.agency) | Q(person=office.user))))
    return {
        "": Q(status__in=OPEN), "moi": Q(status__in=BEFORE_SCREENING),
        "cho-chi-dao": Q(status__in=(Status.SCREENED, Status.PROPOSED)),
        "cua-toi": Q(status__in=OPEN) & mine, "cho-tra-loi": Q(status=Status.REPORTED),
        "qua-han": Q(status__in=OPEN) & ~Q(status=Status.ASKED) & late, "vuong": Q(status__in=OPEN) & ~Q(stuck_reason=""),
        "mo-lai": Q(status__in=OPEN, round__gt=1), "da-tra-loi": Q(status__in=ANSWERED), "rac": Q(status=Status.SPAM),
        "tat-ca": Q(),
    }[chip]  # fmt: skip


def narrowed(rows: FeedbackQuerySet, asked: Asked) -> FeedbackQuerySet:
    if asked.words:
        rows = rows.filter(search__contains=fold(asked.words))
    if asked.channel:
        rows = rows.filter(channel=asked.channel)
    if asked.category:
        codes = under(asked.category)
        rows = rows.filter(Q(category__in=codes) | Q(category="", suggested_category__in=codes))
    return rows


def listed(office: Office, asked: Asked, now: datetime) -> FeedbackQuerySet:
    """One line a feedback, with its leading unit prefetched."""
    rows = narrowed(Feedback.objects.seen_by(office), asked).filter(condition(asked.chip, office, now))
    orders: dict[str, tuple[Any, ...]] = {
        "": ("-is_urgent", "due_at", "pk"), "moi": ("-received_at", "-pk"), "linh-vuc": ("category", "due_at", "pk"),
    }  # fmt: skip
    told = rows.annotate(due_at=Coalesce("promise_due_at", "answer_by"))
    return told.select_related("hamlet").prefetch_related("parts__unit").order_by(*orders[asked.order])


def counts(office: Office, asked: Asked, now: datetime) -> dict[str, int]:
    """By chip, one statement."""
    rows = narrowed(Feedback.objects.seen_by(office), asked).order_by()
    found = rows.aggregate(
        **{f"n_{number}": Count("pk", filter=condition(chip, office, now)) for number, chip in enumerate(CHIPS)}
    )
    return {chip: found[f"n_{number}"] for number, chip in enumerate(CHIPS)}


def leading_unit(one: Feedback) -> str:
    """Of a listed row; "chưa giao" while nobody leads."""
    found = next((part for part in one.parts.all() if part.is_lead and part.round == one.round), None)
    return str(found.unit) if found else "chưa giao"


def table(rows: Iterable[Feedback]) -> list[list[Cell]]:
    """For CSV and XLSX. No names or numbers of senders."""
    return [
        [
            one.code, _said(one.received_at), Channel(one.channel).label, str(one.known_category), one.place,
            one.public_text or one.text, one.status_label(), leading_unit(one), _said(one.promise_due_at),
            _said(one.answer_by), _said(one.answered_at), one.round, one.stuck_reason,
        ]
        for one in rows
    ]  # fmt: skip


def _said(at: datetime | None) -> str:
    return f"{localtime(at):%d/%m/%Y %H:%M}" if at else ""
