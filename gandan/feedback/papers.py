"""Printed papers: the proposal slip (phiếu đề xuất), the register, the minutes of a box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from django.utils.timezone import localdate, localtime

from gandan.core.vietnamese import mask_phone, say_moment
from gandan.documents.sheets import Block, Fields, Paragraph, Row, Sheet, Signature, Signatures, Table
from gandan.places.models import Agency

from .listing import leading_unit
from .models import BoxOpening, Channel, Feedback, Proposal

BLANK = "……………………………………………………"
BOOK_HEADS = (
    "TT", "Mã, ngày nhận", "Người phản ánh", "Nội dung", "Kênh", "Đơn vị xử lý", "Hẹn trả lời", "Trả lời lúc", "Kết quả", "Ký nhận",
)  # fmt: skip
BOOK_WIDTHS = (0.03, 0.10, 0.11, 0.22, 0.07, 0.10, 0.09, 0.09, 0.13, 0.06)


def _sheet(commune: Agency, title: str, blocks: tuple[Block, ...], now: datetime, *, subtitle: str = "") -> Sheet:
    return Sheet(
        superior=commune.province.name if commune.province else "", agency=f"Ủy ban nhân dân {commune.name_within}",
        title=title, place=commune.name[len(commune.unit_type) :].strip(), issued_on=localdate(now), blocks=blocks,
        subtitle=subtitle,
    )  # fmt: skip


def proposal_slip(slip: Proposal, now: datetime) -> Sheet:
    """Phiếu đề xuất, with the leader's direction when it is given, dots for the pen when it is not."""
    one = slip.feedback
    came = say_moment(localtime(one.received_at), today=localdate(now))
    rows = (
        Row(label="Phản ánh", value=f"{one.code}, {Channel(one.channel).label}, {came}"),
        Row(label="Lĩnh vực", value=str(one.known_category)),
        Row(label="Nơi xảy ra", value=one.place or "chưa ghi"),
        Row(label="Nội dung", value=one.text),
        Row(label="Sàng lọc, xác minh", value=slip.findings or "chưa ghi"),
        Row(label="Đề xuất", value=slip.text),
        Row(label="Đơn vị đề xuất chủ trì", value=str(slip.unit or "chưa ghi")),
        Row(label="Hẹn trả lời", value=_said(one.promise_due_at) or "chưa có"),
        Row(label="Hạn quốc gia", value=_said(one.answer_by) or "chưa có"),
    )  # fmt: skip
    direction = slip.direction or f"{BLANK}\n{BLANK}\n{BLANK}"
    blocks: tuple[Block, ...] = (
        Fields(rows), Paragraph(text="Ý kiến chỉ đạo của lãnh đạo", bold=True), Paragraph(text=direction),
        Signatures((
            Signature(title=("Người đề xuất",), name=slip.by.full_name),
            Signature(title=("Lãnh đạo",), name=slip.leader.full_name if slip.leader else ""),
        )),
    )  # fmt: skip
    return _sheet(one.agency, "PHIẾU ĐỀ XUẤT", blocks, now, subtitle="xử lý phản ánh, kiến nghị")


def book(commune: Agency, rows: Iterable[Feedback], period: str, now: datetime) -> Sheet:
    """Sổ theo dõi phản ánh, kiến nghị: one row a feedback."""
    lines = tuple(_line(number, one) for number, one in enumerate(rows, start=1))
    table = Table(headers=BOOK_HEADS, rows=lines, widths=BOOK_WIDTHS, numeric=(0,))
    return replace(_sheet(commune, "SỔ THEO DÕI PHẢN ÁNH, KIẾN NGHỊ", (table,), now, subtitle=period), landscape=True)


def _line(number: int, one: Feedback) -> tuple[str, ...]:
    name = "không ghi tên" if not one.sender_name else one.sender_name
    phone = mask_phone(one.sender_phone) if one.sender_phone else ""
    who = "người gửi giấu tên" if one.channel in (Channel.BOX, Channel.WEEKLY) else f"{name} {phone}".strip()
    return (
        str(number), f"{one.code} {_said(one.received_at)}", who, one.text, Channel(one.channel).label, leading_unit(one),
        _said(one.promise_due_at), _said(one.answered_at), one.public_answer or one.status_label(), "",
    )  # fmt: skip


def box_minutes(opening: BoxOpening, now: datetime) -> Sheet:
    """Biên bản mở hòm thư góp ý."""
    rows = (
        Row(label="Hòm thư", value=opening.box.place),
        Row(label="Mở lúc", value=f"{localtime(opening.at):%H:%M ngày %d/%m/%Y}"),
        Row(label="Số thư", value=str(opening.letters_found)),
        Row(label="Ghi chú", value=opening.note or "không có"),
    )
    signed = Signatures(
        (Signature(title=("Người cùng mở",), name=opening.witness), Signature(title=("Người mở",), name=opening.by.full_name))
    )  # fmt: skip
    return _sheet(opening.box.agency, "BIÊN BẢN MỞ HÒM THƯ GÓP Ý", (Fields(rows), signed), now)


def _said(at: datetime | None) -> str:
    return f"{localtime(at):%d/%m/%Y %H:%M}" if at else ""
