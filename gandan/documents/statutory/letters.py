"""Letters sent while a dossier is being solved: 04 apology and new date, 05 notice of stopping."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from gandan.documents.sheets import Fields, Paragraph, Row, Sheet, Signatures
from gandan.documents.statutory.letterhead import (
    Case,
    Letterhead,
    Signer,
    case_fields,
    promised_day,
    statutory_sheet,
)
from gandan.documents.wording import official_moment

ONE_EXTENSION = "Nghị định 118/2025/NĐ-CP, Điều 19, khoản 6"
RIGHT_TO_WITHDRAW = "Nghị định 118/2025/NĐ-CP, Điều 21"


@dataclass(frozen=True, kw_only=True)
class ApologyData:
    """Facts of Mẫu 04. `cause` completes "vì …" without a full stop; `responsible` is the agency that used the time."""

    letterhead: Letterhead
    case: Case
    received_at: datetime
    due_at: datetime
    new_due_at: datetime
    cause: str
    responsible: str
    contact: str
    signer: Signer
    work_left: str = ""
    recipients: tuple[str, ...] = ()


def apology(data: ApologyData) -> Sheet:
    """Mẫu 04, apology and the only new date (Nghị định 118/2025/NĐ-CP, Điều 19 khoản 6).

    Raises ValueError when the new date is not after the old one.
    """
    if data.new_due_at <= data.due_at:
        raise ValueError("The new date must be after the promised one.")
    case, you, office = data.case, data.case.address_as, data.letterhead.agency
    facts = (
        ("Mã hồ sơ", case.code),
        ("Nội dung giải quyết", case.procedure),
        ("Ngày hẹn trước", official_moment(data.due_at)),
        ("Cơ quan chịu trách nhiệm", data.responsible),
        ("Việc còn lại", data.work_left),
    )
    blocks = (
        Paragraph(text=f"Kính gửi: {you} {case.applicant}", bold=True, align="center"),
        Paragraph(text=_what_happened(data)),
        Paragraph(text=f"{office} xin lỗi {you} vì sự chậm trễ này và phiền hà đã gây ra."),
        Fields(tuple(Row(label=label, value=value) for label, value in facts if value)),
        Paragraph(text=f"{office} đề nghị gia hạn thời gian giải quyết và hẹn lại như sau:"),
        promised_day("Ngày trả kết quả mới", data.new_due_at, note=f"Chỉ hẹn lại một lần ({ONE_EXTENSION})."),
        Paragraph(text=f"Mọi điều cần hỏi, xin liên hệ: {data.contact}."),
        Signatures((data.signer.signature(),)),
    )
    sheet = statutory_sheet("04", data.letterhead, blocks)
    return replace(sheet, reference=case.code, recipients=data.recipients or ("Như trên;", "Lưu: VT, hồ sơ."))


def _what_happened(data: ApologyData) -> str:
    case, office = data.case, data.letterhead.agency
    return (
        f"Lúc {official_moment(data.received_at)}, {office} đã tiếp nhận hồ sơ của {case.address_as} về việc "
        f"“{case.procedure}” và hẹn trả kết quả trước {official_moment(data.due_at)}. "
        f"Hồ sơ không kịp trả đúng hẹn vì {data.cause}."
    )


@dataclass(frozen=True, kw_only=True)
class StopData:
    """Facts of Mẫu 05. `stage` is what was done so far; `fee` and `papers` say what is returned, where."""

    letterhead: Letterhead
    case: Case
    received_at: datetime
    stopped_at: datetime
    asked_by: str
    reason: str
    stage: str
    fee: str
    papers: str
    contact: str
    signer: Signer
    basis: str = RIGHT_TO_WITHDRAW


def stop_notice(data: StopData) -> Sheet:
    """Mẫu 05, Thông báo dừng giải quyết hồ sơ (Nghị định 118/2025/NĐ-CP, Điều 21)."""
    case, you, office = data.case, data.case.address_as, data.letterhead.agency
    blocks = (
        Paragraph(text=f"Kính gửi: {you} {case.applicant}", bold=True, align="center"),
        Paragraph(
            text=f"{office} thông báo dừng giải quyết hồ sơ mã số {case.code}, đã nhận lúc "
            f"{official_moment(data.received_at)}. Hồ sơ dừng từ {official_moment(data.stopped_at)}."
        ),
        case_fields(
            case,
            ("Người đề nghị dừng", data.asked_by),
            ("Lý do", data.reason),
            ("Căn cứ", data.basis),
            ("Việc đã làm", data.stage),
            ("Phí, lệ phí", data.fee),
            ("Giấy tờ đã nộp", data.papers),
        ),
        Paragraph(text=f"Khi cần giải quyết lại, {you} nộp hồ sơ mới. Mọi điều cần hỏi, xin liên hệ: {data.contact}."),
        Signatures((data.signer.signature(),)),
    )
    sheet = statutory_sheet("05", data.letterhead, blocks)
    return replace(sheet, reference=case.code, recipients=("Như trên;", "Lưu: VT, hồ sơ."))
