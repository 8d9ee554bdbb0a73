"""Forms given when a dossier comes in: 01 receipt, 02 completion request, 03 refusal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from gandan.documents.sheets import Paragraph, Qr, Sheet, Signature, Signatures, Table, Working
from gandan.documents.statutory.letterhead import (
    WRITE_NAME,
    Case,
    Letterhead,
    Signer,
    case_fields,
    first_upper,
    promised_day,
    statutory_sheet,
)
from gandan.documents.wording import official_moment

SCAN_TO_TRACK = "Quét để theo dõi hồ sơ"


@dataclass(frozen=True, kw_only=True)
class Component:
    """One paper of the dossier and how many of each kind were handed in."""

    name: str
    originals: int = 0
    copies: int = 0
    electronic: int = 0


@dataclass(frozen=True, kw_only=True)
class ReceiptData:
    """Facts of Mẫu 01. `time_limit` keeps its lawful unit ("3 ngày làm việc"); `fee` says amount and state."""

    letterhead: Letterhead
    case: Case
    components: tuple[Component, ...]
    received_at: datetime
    due_at: datetime
    time_limit: str
    working: Working
    return_channel: str
    fee: str
    officer: str
    tracking_url: str
    sets: int = 1
    officer_proof: str = ""


def receipt(data: ReceiptData) -> Sheet:
    """Mẫu 01, Giấy tiếp nhận hồ sơ và hẹn trả kết quả, on A5 (Nghị định 118/2025/NĐ-CP, Điều 17)."""
    hotline = data.letterhead.hotline
    by_phone = f"hoặc gọi {hotline} và đọc mã hồ sơ" if hotline else "hoặc đọc mã hồ sơ tại quầy"
    code = Qr(data=data.tracking_url, caption=SCAN_TO_TRACK, code=by_phone)
    promise = replace(promised_day("Hẹn trả kết quả", data.due_at, note=data.return_channel), qr=code)
    facts = case_fields(
        data.case,
        ("Nhận hồ sơ lúc", official_moment(data.received_at)),
        ("Thời gian giải quyết", data.time_limit),
        ("Số lượng hồ sơ", f"{data.sets:02d} bộ"),
        ("Phí, lệ phí", data.fee),
    )
    signatures = Signatures(
        (
            Signature(title=("Người nộp hồ sơ",), hint=WRITE_NAME, name=data.case.applicant),
            Signature(title=("Người tiếp nhận hồ sơ",), hint=WRITE_NAME, name=data.officer, proof=data.officer_proof),
        )
    )
    blocks = (promise, data.working, facts, _components_table(data.components), signatures)
    return replace(statutory_sheet("01", data.letterhead, blocks, case=data.case), paper="a5")


def _components_table(components: tuple[Component, ...]) -> Table:
    rows = tuple(
        (str(number), one.name, *(str(count or "–") for count in (one.originals, one.copies, one.electronic)))
        for number, one in enumerate(components, start=1)
    )
    return Table(
        headers=("TT", "Thành phần hồ sơ", "Bản chính", "Bản sao", "Bản điện tử"),
        rows=rows,
        widths=(0.6, 5.4, 1.4, 1.2, 1.6),
        numeric=(2, 3, 4),
    )


@dataclass(frozen=True, kw_only=True)
class Lack:
    """One thing to complete, why, and the article or requirement that asks for it."""

    what: str
    why: str
    basis: str


@dataclass(frozen=True, kw_only=True)
class SupplementData:
    """Facts of Mẫu 02. `stage` is where the case stands; `after` tells what happens next and when the case closes.

    `exceptional_approval` names the leader who allowed another request and is empty for the one lawful request.
    """

    letterhead: Letterhead
    case: Case
    lacks: tuple[Lack, ...]
    stage: str
    after: str
    contact: str
    officer: str
    complete_by: datetime | None = None
    exceptional_approval: str = ""


def supplement_request(data: SupplementData) -> Sheet:
    """Mẫu 02, the one full request for completion (Nghị định 118/2025/NĐ-CP, Điều 16.3, Điều 17, Điều 19.5)."""
    you = data.case.address_as
    once = (
        f"Đây là yêu cầu bổ sung thêm, do {data.exceptional_approval} đồng ý."
        if data.exceptional_approval
        else f"{data.letterhead.agency} chỉ yêu cầu một lần này (Nghị định 118/2025/NĐ-CP, Điều 16, khoản 3)."
    )
    lacks = Table(
        headers=("TT", "Nội dung cần bổ sung, hoàn thiện", "Lý do", "Căn cứ"),
        rows=tuple((str(number), one.what, one.why, one.basis) for number, one in enumerate(data.lacks, start=1)),
        widths=(0.6, 4, 4, 3),
    )
    deadline = (promised_day("Gửi bổ sung", data.complete_by),) if data.complete_by else ()
    blocks = (
        case_fields(data.case, ("Giai đoạn", data.stage)),
        Paragraph(text=f"Đề nghị {you} bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:"),
        lacks,
        *deadline,
        Paragraph(text=f"{once} {data.after}"),
        Paragraph(text=f"Nếu có vướng mắc khi hoàn thiện hồ sơ, {you} liên hệ: {data.contact}."),
        Signatures((Signature(title=("Người hướng dẫn",), hint=WRITE_NAME, name=data.officer),)),
    )
    sheet = statutory_sheet("02", data.letterhead, blocks, case=data.case)
    return replace(sheet, recipients=(f"{first_upper(you)} {data.case.applicant};", "Lưu: hồ sơ."))


@dataclass(frozen=True, kw_only=True)
class Ground:
    """One ground of a decision in words a person understands, and its article."""

    reason: str
    basis: str


@dataclass(frozen=True, kw_only=True)
class RefusalData:
    """Facts of Mẫu 03. `advice` tells where to go or what to do instead."""

    letterhead: Letterhead
    case: Case
    grounds: tuple[Ground, ...]
    advice: str
    contact: str
    signer: Signer


def refusal(data: RefusalData) -> Sheet:
    """Mẫu 03, the written refusal with its reasons (Nghị định 118/2025/NĐ-CP, Điều 17 khoản 1, Điều 19 khoản 3)."""
    you = data.case.address_as
    grounds = Table(
        headers=("TT", "Lý do", "Căn cứ"),
        rows=tuple((str(number), one.reason, one.basis) for number, one in enumerate(data.grounds, start=1)),
        widths=(0.6, 6.5, 4),
    )
    blocks = (
        case_fields(data.case),
        Paragraph(text=f"{data.letterhead.agency} không tiếp nhận, giải quyết hồ sơ này vì các lý do sau:"),
        grounds,
        Paragraph(text=data.advice),
        Paragraph(text=f"Nếu cần hỏi thêm, {you} liên hệ: {data.contact}. Xin thông báo để {you} được biết."),
        Signatures((data.signer.signature(),)),
    )
    sheet = statutory_sheet("03", data.letterhead, blocks, case=data.case)
    return replace(sheet, recipients=(f"{first_upper(you)} {data.case.applicant};", "Lưu: VT, hồ sơ."))
