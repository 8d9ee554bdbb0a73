"""Printed papers: the assignment of duty (văn bản phân công trực) and the poster of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.timezone import localdate, localtime

from gandan.core.vietnamese import say_day
from gandan.documents.sheets import Paragraph, Sheet, Signature, Signatures, Table
from gandan.places.models import Agency

from .directory import EMERGENCY, Directory
from .models import DutyShift, RosterOrder
from .roster import clock


def _agencies(commune: Agency) -> tuple[str, str]:
    above = f"Ủy ban nhân dân {commune.province.name_within}" if commune.province else ""
    return above, f"Ủy ban nhân dân {commune.name_within}"


def assignment(order: RosterOrder, shifts: Sequence[DutyShift]) -> Sheet:
    """Every shift of the period, by channel and day, signed."""
    commune = order.commune
    superior, agency = _agencies(commune)
    rows = tuple(
        (say_day(localtime(one.starts_at).date()), clock(one.span), one.line.name, str(one.person), str(one.line.unit))
        for one in shifts
    )
    heads = ("Ngày", "Giờ", "Kênh", "Người trực", "Đơn vị")
    return Sheet(
        superior=superior, agency=agency, title="PHÂN CÔNG", place=commune.place_name, issued_on=localdate(order.signed_at),
        subtitle=f"trực đường dây nóng, trang Zalo, Facebook từ {_said(order.since)} đến {_said(order.until)}",
        document_number=order.number,
        blocks=(
            Paragraph(text="Người trực nhận phản ánh của người dân, tổ chức, doanh nghiệp; ghi phiếu; bàn giao cho ca sau."),
            Table(headers=heads, rows=rows, widths=(0.22, 0.15, 0.21, 0.22, 0.20)),
            Signatures((Signature(title=("TM. ỦY BAN NHÂN DÂN",), name=order.signed_by.full_name),)),
        ),
    )  # fmt: skip


def _said(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def poster(commune: Agency, told: Directory, now: datetime) -> Sheet:
    """The directory on one sheet, emergency numbers first."""
    superior, agency = _agencies(commune)
    heads, widths = ("Số điện thoại", "Gọi khi cần", "Giờ nhận"), (0.28, 0.47, 0.25)
    lines = tuple((one.line.number, f"{one.line.name}: {one.line.scope}", one.line.get_hours_display())
                  for one in told.lines if one.line.number)  # fmt: skip
    people = tuple((one.phone, f"{one.title}: {one.name}".rstrip(": "), one.hours or "giờ hành chính")
                   for one in (*told.posts, *told.officers) if one.phone)  # fmt: skip
    urgent = tuple((number, what, "24/24") for number, what in EMERGENCY)
    return Sheet(
        superior=superior, agency=agency, title="SỐ ĐIỆN THOẠI CẦN BIẾT", place=commune.place_name, issued_on=localdate(now),
        blocks=(
            Paragraph(text="Khẩn cấp", bold=True), Table(headers=heads, rows=urgent, widths=widths),
            Paragraph(text="Đường dây nóng", bold=True), Table(headers=heads, rows=lines, widths=widths),
            Paragraph(text="Lãnh đạo, công chức", bold=True), Table(headers=heads, rows=people, widths=widths),
        ),
    )  # fmt: skip
