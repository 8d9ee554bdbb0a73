"""The receipt for fees paid at the counter. Not a statutory form of the one-stop: an internal voucher of the office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gandan.core.vietnamese import say_money
from gandan.documents.sheets import Fields, Highlight, Paragraph, Qr, Row, Sheet, Signature, Signatures, Table
from gandan.documents.statutory.letterhead import BLANK_NUMBER, WRITE_NAME, Case, Letterhead, case_fields
from gandan.documents.wording import local, money_in_words, official_moment

INTERNAL = "Chứng từ nội bộ, không thay biên lai điện tử theo Nghị định 123/2020/NĐ-CP."


@dataclass(frozen=True, kw_only=True)
class Charge:
    """One fee in whole đồng and the decision that sets it; 0 is a waiver, and then `basis` says by which article."""

    name: str
    basis: str
    amount: int


@dataclass(frozen=True, kw_only=True)
class CashReceiptData:
    """Facts of a payment. `method` is how it was paid ("tiền mặt", "chuyển khoản"); `check_url` opens its record."""

    letterhead: Letterhead
    case: Case
    charges: tuple[Charge, ...]
    paid_at: datetime
    method: str
    collector: str
    check_url: str


def cash_receipt(data: CashReceiptData) -> Sheet:
    """Biên lai thu phí, lệ phí, on A5, the sum in figures and in words. Raises ValueError for a negative sum."""
    total = sum(charge.amount for charge in data.charges)
    rows = tuple(
        (str(number), charge.name, charge.basis, say_money(charge.amount))
        for number, charge in enumerate(data.charges, start=1)
    )
    table = Table(headers=("TT", "Khoản thu", "Căn cứ", "Số tiền"), rows=rows, widths=(0.6, 4, 4.5, 2), numeric=(3,))
    code = Qr(data=data.check_url, caption="Quét để kiểm tra", code=f"hồ sơ {data.case.code}")
    paid = Highlight(label="Đã thu", value=say_money(total), note=f"Bằng chữ: {money_in_words(total)}.", qr=code)
    facts = Fields(
        (
            *case_fields(data.case).rows,
            Row(label="Thu lúc", value=official_moment(data.paid_at)),
            Row(label="Hình thức", value=data.method),
        )
    )
    people = (
        Signature(title=("Người nộp tiền",), hint=WRITE_NAME, name=data.case.applicant),
        Signature(title=("Người thu tiền",), hint=WRITE_NAME, name=data.collector),
    )
    return Sheet(
        superior=data.letterhead.superior,
        agency=data.letterhead.agency,
        place=data.letterhead.place,
        issued_on=local(data.letterhead.issued_at).date(),
        document_number=f"Số: {data.letterhead.number}" if data.letterhead.number else BLANK_NUMBER,
        title="Biên lai thu phí, lệ phí",
        subtitle=f"Mã hồ sơ: {data.case.code}",
        reference=data.case.code,
        paper="a5",
        blocks=(paid, table, facts, Paragraph(text=INTERNAL, italic=True, align="left"), Signatures(people)),
    )
