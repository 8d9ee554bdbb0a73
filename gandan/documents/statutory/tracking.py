"""Forms that follow a dossier: 06 control slip, 07 register."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime

from gandan.documents.sheets import Paragraph, Sheet, Signature, Signatures, Table
from gandan.documents.statutory.letterhead import WRITE_NAME, Case, Letterhead, Signer, case_fields, statutory_sheet
from gandan.documents.wording import official_moment, short_date, short_moment

NOT_YET = "chưa có"


@dataclass(frozen=True, kw_only=True)
class Handover:
    """One hand-over between units; people may be empty, `outcome` is "Trước hạn", "Đúng hạn" or "Quá hạn"."""

    giver_unit: str
    taker_unit: str
    at: datetime
    work: str
    giver: str = ""
    taker: str = ""
    due_at: datetime | None = None
    outcome: str = ""
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class ControlSlipData:
    """Facts of Mẫu 06; hand-overs in the order they happened."""

    letterhead: Letterhead
    case: Case
    lead_agency: str
    received_at: datetime
    due_at: datetime
    handovers: tuple[Handover, ...]


def control_slip(data: ControlSlipData) -> Sheet:
    """Mẫu 06: who gave, who took, when, in time or not (Nghị định 118/2025/NĐ-CP, Điều 18, Điều 20)."""
    table = Table(
        headers=("TT", "Bên giao", "Bên nhận", "Thời gian giao, nhận", "Công việc, hạn", "Kết quả", "Ghi chú"),
        rows=tuple(_handover_row(number, one) for number, one in enumerate(data.handovers, start=1)),
        widths=(0.7, 2.8, 2.8, 2.2, 3.2, 1.7, 2),
    )
    facts = case_fields(
        data.case,
        ("Cơ quan chủ trì", data.lead_agency),
        ("Nhận hồ sơ lúc", official_moment(data.received_at)),
        ("Hẹn trả kết quả", official_moment(data.due_at)),
    )
    rule = Paragraph(text="Kết quả ghi: Trước hạn, Đúng hạn hoặc Quá hạn. Mỗi lần giao nhận ghi một dòng.", italic=True)
    return statutory_sheet("06", data.letterhead, (facts, table, rule), case=data.case)


def _handover_row(number: int, one: Handover) -> tuple[str, ...]:
    work = f"{one.work}\nHạn: {short_moment(one.due_at)}" if one.due_at else one.work
    return (
        str(number),
        _unit_and_person(one.giver_unit, one.giver),
        _unit_and_person(one.taker_unit, one.taker),
        short_moment(one.at),
        work,
        one.outcome or "Đang giải quyết",
        one.note,
    )


def _unit_and_person(unit: str, person: str) -> str:
    return f"{unit}\n{person}" if person else unit


@dataclass(frozen=True, kw_only=True)
class RegisterEntry:
    """One line of the register; moments still ahead are None and printed as "chưa có"."""

    case: Case
    sets: int
    lead_agency: str
    received_at: datetime
    due_at: datetime
    resolved_at: datetime | None
    returned_at: datetime | None
    return_channel: str
    status: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class RegisterData:
    """Facts of Mẫu 07 for the days from `first_day` to `last_day`, both included."""

    letterhead: Letterhead
    first_day: date
    last_day: date
    entries: tuple[RegisterEntry, ...]
    keeper: str
    signer: Signer


def register(data: RegisterData) -> Sheet:
    """Mẫu 07, Sổ theo dõi hồ sơ, A4 landscape, the header repeated on each page."""
    table = Table(
        headers=(
            "TT", "Mã hồ sơ", "Thủ tục", "Số bộ", "Cá nhân, tổ chức nộp", "Cơ quan chủ trì", "Nhận hồ sơ",
            "Hẹn trả", "Có kết quả", "Trả kết quả", "Hình thức nhận", "Trạng thái", "Ghi chú",
        ),
        rows=tuple(_register_row(number, one) for number, one in enumerate(data.entries, start=1)),
        widths=(0.8, 2.6, 3.2, 0.8, 3.4, 2.2, 1.8, 1.8, 1.8, 1.8, 1.7, 1.8, 1.6),
        numeric=(3,),
    )  # fmt: skip
    total = Paragraph(text=f"Cộng: {len(data.entries)} hồ sơ.", bold=True, align="left")
    people = (Signature(title=("Người lập sổ",), hint=WRITE_NAME, name=data.keeper), data.signer.signature())
    sheet = statutory_sheet("07", data.letterhead, (table, total, Signatures(people)))
    period = f"Từ {short_date(data.first_day)} đến {short_date(data.last_day)}"
    return replace(sheet, subtitle=period, reference=period, landscape=True)


def _register_row(number: int, one: RegisterEntry) -> tuple[str, ...]:
    person = "\n".join(part for part in (one.case.applicant, one.case.address, one.case.phone_masked) if part)
    return (
        str(number),
        one.case.code,
        one.case.procedure,
        str(one.sets),
        person,
        one.lead_agency,
        short_moment(one.received_at),
        short_moment(one.due_at),
        _moment_or_not_yet(one.resolved_at),
        _moment_or_not_yet(one.returned_at),
        one.return_channel,
        one.status,
        one.note,
    )


def _moment_or_not_yet(moment: datetime | None) -> str:
    return short_moment(moment) if moment else NOT_YET
