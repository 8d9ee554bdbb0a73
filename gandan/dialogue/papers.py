"""What is printed: minutes, the notice of a refusal, the table of opinions, the book of petitions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils.timezone import localdate, localtime

from gandan.core.tables import Cell
from gandan.core.vietnamese import say_day, say_hour
from gandan.documents.sheets import Block, Fields, Paragraph, Row, Sheet, Signature, Signatures, Table
from gandan.measures.periods import Period
from gandan.places.models import Agency

from .models import Occasion, Opinion, Petition, Turn
from .models.petitions import PetitionKind

SIGN = "(Ký, ghi rõ họ tên)"
SEALED = "(giữ bí mật)"
BOOK_HEADS = (
    "Số", "Ngày nhận", "Loại", "Người gửi", "Nội dung", "Hạn", "Tình trạng", "Kết luận, ngày", "Vượt cấp",
)  # fmt: skip


def _sheet(commune: Agency, title: str, blocks: Sequence[Block], now: datetime, **more: object) -> Sheet:
    province = commune.province
    return Sheet(
        superior=f"Ủy ban nhân dân {province.name_within}" if province else "",
        agency=f"Ủy ban nhân dân {commune.name_within}", title=title, place=commune.place_name,
        issued_on=localdate(now), blocks=tuple(blocks), **more,  # type: ignore[arg-type]  # fields of Sheet by name
    )  # fmt: skip


def _when(at: datetime) -> str:
    here = localtime(at)
    return f"{say_hour(here)}, {say_day(here.date())}"


def turn_minutes(turn: Turn, now: datetime) -> Sheet:
    """Biên bản tiếp công dân: who, what was said, what was taken in."""
    taken = turn.petitions.all()
    rows = (
        Row(label="Thời gian", value=_when(turn.received_at or turn.booked_at)),
        Row(label="Địa điểm", value=turn.occasion.place),
        Row(label="Người tiếp", value=f"{turn.occasion.host}, {turn.occasion.get_seat_display()}"),
        Row(label="Công dân", value=turn.name + (f" (đại diện {turn.people} người)" if turn.people > 1 else "")),
        Row(label="Địa chỉ", value=turn.address or "chưa ghi"),
        Row(label="Đơn đã nhận", value=", ".join(f"{one.code}" for one in taken) or "không có"),
    )
    signed = Signatures(
        (Signature(title=("Công dân",), hint=SIGN), Signature(title=("Người tiếp công dân",), hint=SIGN))
    )
    blocks: list[Block] = [Fields(rows), Paragraph(text="Nội dung", bold=True), Paragraph(text=turn.minutes), signed]
    return _sheet(turn.occasion.commune, "Biên bản tiếp công dân", blocks, now, subtitle=f"Lượt {turn.number}")


def refusal_notice(turn: Turn, now: datetime) -> Sheet:
    """Thông báo từ chối tiếp công dân, within three working days of the refusal."""
    reason = turn.lawful_reason
    rows = (
        Row(label="Gửi", value=turn.name),
        Row(label="Buổi tiếp", value=_when(turn.occasion.starts_at)),
        Row(label="Trường hợp", value=reason.label if reason else "", source=reason.basis if reason else ""),
        Row(label="Sự việc", value=turn.refusal_words),
    )
    rest = Paragraph(text="Ông/bà không đồng ý với việc từ chối thì có quyền khiếu nại theo Luật Khiếu nại.")
    signed = Signatures((Signature(title=("CHỦ TỊCH",), hint=SIGN),))
    return _sheet(turn.occasion.commune, "Thông báo từ chối tiếp công dân", [Fields(rows), rest, signed], now)


def occasion_minutes(occasion: Occasion, opinions: Iterable[Opinion], now: datetime) -> Sheet:
    """Biên bản, thông báo kết luận: what was said, then every opinion with unit, day and answer."""
    rows = (
        Row(label="Thời gian", value=_when(occasion.held_at or occasion.starts_at)),
        Row(label="Địa điểm", value=occasion.place),
        Row(label="Chủ trì", value=f"{occasion.host}, {occasion.get_seat_display()}"),
        Row(label="Số người dự", value="chưa ghi" if occasion.attended is None else str(occasion.attended)),
        Row(label="Nội dung", value=occasion.subject or "chưa ghi"),
    )
    table = Table(
        headers=("TT", "Ý kiến, kiến nghị", "Đơn vị, hạn", "Kết quả"), widths=(1, 6, 4, 6), numeric=(0,),
        rows=tuple(_opinion_row(one) for one in opinions), caption="Ý kiến, kiến nghị",
    )  # fmt: skip
    told = [Paragraph(text=text) for text in (occasion.minutes, occasion.explained) if text]
    signed = Signatures((Signature(title=("Thư ký",), hint=SIGN), Signature(title=("Chủ trì",), hint=SIGN)))
    return _sheet(
        occasion.commune, f"Biên bản {occasion.get_kind_display().lower()}", [Fields(rows), *told, table, signed], now
    )


def _opinion_row(one: Opinion) -> tuple[str, ...]:
    due = f"\nhạn {localtime(one.due_at):%d/%m/%Y}" if one.due_at else ""
    plan = f"{one.plan} Xong trước hết {one.planned_until:%d/%m/%Y}." if one.planned_until else ""
    return (str(one.number), one.text, f"{one.unit or 'chưa giao'}{due}", f"{one.outcome_label}\n{one.answer or plan}")


def book_rows(petitions: Iterable[Petition]) -> list[tuple[Cell, ...]]:
    """One line a petition. Denouncers are masked here whoever prints: a file leaves the room."""
    return [_book_row(one) for one in petitions]


def _book_row(one: Petition) -> tuple[Cell, ...]:
    is_masked = one.is_sealed
    sender = SEALED if is_masked else one.name or "không ghi tên"
    people = f" và {one.people - 1} người" if one.is_group and not is_masked else ""
    due = one.running_due_at
    concluded = f"{localtime(one.concluded_at):%d/%m/%Y}" if one.concluded_at else ""
    return (
        one.code, f"{localtime(one.received_at):%d/%m/%Y}", one.kind_label, f"{sender}{people}",
        SEALED if is_masked else one.subject, f"{localtime(due):%d/%m/%Y}" if due else "chưa có", one.status_label(),
        concluded, "có" if one.is_over_level else "",
    )  # fmt: skip


def book(commune: Agency, petitions: Sequence[Petition], period: Period, now: datetime) -> Sheet:
    """Sổ theo dõi đơn thư of a quarter, with the counts by kind."""
    rows = tuple(tuple(str(cell or "") for cell in row) for row in book_rows(petitions))
    counts = ", ".join(
        f"{sum(one.kind == kind for one in petitions)} {label.lower()}" for kind, label in PetitionKind.choices
    )
    table = Table(headers=BOOK_HEADS, rows=rows, widths=(2, 3, 3, 4, 7, 3, 4, 3, 2))
    signed = Signatures((Signature(title=("Người lập sổ",), hint=SIGN), Signature(title=("Chủ tịch",), hint=SIGN)))
    told = Paragraph(text=f"{len(petitions)} đơn: {counts}. Người tố cáo và nội dung tố cáo được giữ bí mật.")
    return _sheet(commune, "Sổ theo dõi đơn thư", [told, table, signed], now, subtitle=period.label, landscape=True)


def opinions_heads() -> tuple[str, ...]:
    return ("TT", "Ý kiến, kiến nghị", "Đơn vị", "Hạn", "Kết quả", "Trả lời")


def opinions_rows(opinions: Iterable[Opinion]) -> list[tuple[Cell, ...]]:
    return [
        (one.number, one.text, str(one.unit or ""), f"{localtime(one.due_at):%d/%m/%Y}" if one.due_at else "",
         one.outcome_label, one.answer or one.plan)
        for one in opinions
    ]  # fmt: skip
