"""Calls searched, narrowed, and as rows of a file. Numbers are masked in both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import F, Q
from django.utils.timezone import localdate, localtime

from gandan.core.secrets import blind_index
from gandan.core.tables import Cell
from gandan.core.vietnamese import say_day
from gandan.gateways.exchange.webhook import local_number
from gandan.people.offices import Office
from gandan.places.calendar import vietnam_moment

from .models import CALLER_COLUMN, Call, CallDirection, CallQuerySet, CallState

PAGE, MOST_EXPORTED = 50, 20_000
CHIPS = {
    "hom-nay": "Hôm nay", "can-goi-lai": "Cần gọi lại", "nho": "Gọi nhỡ", "cham": "Quá số hồi chuông",
    "chua-co-phieu": "Chưa có phiếu", "tat-ca": "Tất cả",
}  # fmt: skip
HEADS = (
    "Bắt đầu", "Thứ", "Đường dây", "Máy lẻ", "Chiều", "Số gọi (che)", "Tình trạng", "Hồi chuông", "Giây nói chuyện",
    "Người nghe", "Phản ánh", "Hạn gọi lại", "Gọi lại lúc",
)  # fmt: skip
LAST_FIGURES = 3
MIDNIGHT = time()


@dataclass(frozen=True)
class Asked:
    """What the page was asked for."""

    chip: str = "hom-nay"
    words: str = ""
    line: int = 0
    day: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Asked:
        chip, line = query.get("loc", "hom-nay"), query.get("so", "")
        return cls(
            chip if chip in CHIPS else "hom-nay", query.get("q", "").strip()[:40],
            int(line) if line.isdecimal() and len(line) < 12 else 0, query.get("ngay", ""),
        )  # fmt: skip


def listed(office: Office, asked: Asked, today: date) -> CallQuerySet:
    rows = Call.objects.seen_by(office).select_related("line", "call_back", "answered_by", "on_duty", "feedback")
    if asked.line:
        rows = rows.filter(line=asked.line)
    if asked.words:
        rows = rows.filter(_like(asked.words))
    if asked.day:
        return _on_day(rows, asked.day)
    return chosen(rows, asked.chip, today)


def chosen(rows: CallQuerySet, chip: str, today: date) -> CallQuerySet:
    if chip == "hom-nay":
        return _within(rows, today)
    if chip == "can-goi-lai":
        return rows.to_call_back().order_by("call_back__due_at")
    narrowed = {
        "nho": Q(state=CallState.MISSED),
        "cham": Q(answered_at__isnull=False, rings__gt=F("ring_limit")),
        "chua-co-phieu": Q(direction=CallDirection.IN, answered_at__isnull=False, feedback=None, note=""),
    }
    return rows.filter(narrowed[chip]) if chip in narrowed else rows


def _within(rows: CallQuerySet, day: date) -> CallQuerySet:
    first = vietnam_moment(day, MIDNIGHT)
    return rows.between(first, first + timedelta(days=1))


def _on_day(rows: CallQuerySet, told: str) -> CallQuerySet:
    try:
        return _within(rows, date.fromisoformat(told))
    except ValueError:
        return rows.none()


def _like(words: str) -> Q:
    """A whole number by its index, its last figures, or a feedback code."""
    number = local_number(words)
    if len(words) == LAST_FIGURES and words.isdecimal():
        return Q(caller_masked__endswith=words)
    if number:
        return Q(caller_index=blind_index(number, column=CALLER_COLUMN))
    return Q(feedback__code__iexact=words)


def counts(office: Office, today: date) -> dict[str, int]:
    rows = Call.objects.seen_by(office)
    return {chip: chosen(rows, chip, today).count() for chip in CHIPS}


def table(rows: Iterable[Call]) -> list[list[Cell]]:
    return [_line(one) for one in rows]


def _line(one: Call) -> list[Cell]:
    began, back = localtime(one.began_at), getattr(one, "call_back", None)
    return [
        f"{began:%d/%m/%Y %H:%M:%S}", say_day(localdate(began)).partition(",")[0], one.line.name, one.extension,
        one.get_direction_display(), one.caller_masked or "giấu số", one.get_state_display(), one.rings, one.seconds,
        str(one.answered_by or ""), one.feedback.code if one.feedback else "",
        f"{localtime(back.due_at):%d/%m/%Y %H:%M}" if back else "",
        f"{localtime(back.done_at):%d/%m/%Y %H:%M}" if back and back.done_at else "",
    ]  # fmt: skip
