"""The paper of a half year: one unit's report, and the round's list of who sent, who was late (S3.41)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.timezone import localtime

from gandan.documents.sheets import Block, Paragraph

from ..models import PeriodReport, ReportRound
from ..workflow import Sending
from .official_paper import Details, heading, listing, own_words, points, said_day
from .workbook import Leaf
from .yearly_paper import said_note

Data = Mapping[str, Any]
MODELS = ("Mô hình", "Tình trạng", "Từ ngày", "Kết quả đo được")
SENT = ("Đơn vị", "Tình trạng", "Gửi lúc")


def subject(data: Data) -> str:
    return f"{data['title']} ({said_day(data['start'])} – {said_day(data['end'])})"


def details(data: Data, **more: Any) -> Details:
    return Details(subject=subject(data), **more)


def blocks(data: Data) -> list[Block]:
    """The body of a unit's report; pre-filled from figures, with the unit's own words."""
    counts = data["counts"]
    noted = [_noted(one) for one in data["noted"]]
    proposed = [*data["proposed"], *data["proposals"]]
    return [
        heading("I. MÔ HÌNH ĐANG ÁP DỤNG"),
        Paragraph(text=f"Đơn vị áp dụng {counts['applied']} mô hình, {counts['running']} mô hình đang vận hành."),
        *listing("", MODELS, [_model(one) for one in data["models"]], (3, 2, 1.6, 4)),
        heading("II. KẾT QUẢ"), *(own_words(data["results"]) or [Paragraph(text="Đơn vị chưa ghi.")]),
        heading("III. KHÓ KHĂN, VƯỚNG MẮC"), *own_words(data["difficulties"]), *points(noted, "Không ghi thêm."),
        heading("IV. MÔ HÌNH ĐỀ XUẤT"), *points(proposed, "Không có."),
    ]  # fmt: skip


def _noted(one: Data) -> str:
    kind = "Thuận lợi" if one["is_advantage"] else "Khó khăn"
    return f"{kind}: {said_note({'unit': '', **one})}"


def _model(one: Data) -> tuple[str, ...]:
    figures = "; ".join(f"{each['label']}: {each['value']} ({each['n']} hồ sơ)" for each in one["figures"])
    return (one["model"], one["status"], said_day(one["started_on"]) or "chưa chạy", figures or "chưa có")


def leaves(data: Data) -> list[Leaf]:
    proposed = [(one,) for one in (*data["proposed"], *data["proposals"])]
    return [
        Leaf("Mô hình", MODELS, [_model(one) for one in data["models"]]), Leaf("Đề xuất", ("Mô hình đề xuất",), proposed)
    ]  # fmt: skip


def round_blocks(one: ReportRound, reports: Sequence[PeriodReport], now: datetime) -> list[Block]:
    """Who sent in time, the late list, and every proposal of the round."""
    late = [report for report in reports if report.is_late(now)]
    sent = [report for report in reports if report.status == Sending.SENT]
    proposals = [f"{line} ({report.agency.name})" for report in reports for line in report.proposals]
    last = f"{localtime(one.due_at):%H:%M %d/%m/%Y}"
    return [
        Paragraph(text=f"Hạn: trước ngày {one.due_on:%d/%m/%Y}; lúc cuối cùng còn đúng hạn là {last}."),
        Paragraph(text=f"Có {len(sent)} trên {len(reports)} đơn vị đã gửi, {len(late)} đơn vị chậm."),
        heading("1. Danh sách chậm"),
        *(listing("", SENT, [_sent(report, now) for report in late]) or [Paragraph(text="Không có đơn vị nào chậm.")]),
        heading("2. Từng đơn vị"), *listing("", SENT, [_sent(report, now) for report in reports]),
        heading("3. Mô hình đề xuất"), *points(proposals, "Không có."),
    ]  # fmt: skip


def _sent(report: PeriodReport, now: datetime) -> tuple[str, ...]:
    words = f"{report.status_label()}{', chậm' if report.is_late(now) else ''}"
    return (report.agency.name, words, f"{localtime(report.sent_at):%H:%M %d/%m/%Y}" if report.sent_at else "chưa gửi")


def round_leaves(reports: Sequence[PeriodReport], now: datetime) -> list[Leaf]:
    proposals = [(report.agency.name, line) for report in reports for line in report.proposals]
    return [
        Leaf("Tình hình gửi", SENT, [_sent(one, now) for one in reports]),
        Leaf("Danh sách chậm", SENT, [_sent(one, now) for one in reports if one.is_late(now)]),
        Leaf("Đề xuất", ("Đơn vị", "Mô hình đề xuất"), proposals),
    ]
