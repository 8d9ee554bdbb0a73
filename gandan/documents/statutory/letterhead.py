"""What every statutory paper begins with: who issues it, where and when, and which case it is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gandan.core.vietnamese import say_day, say_hour
from gandan.documents.sheets import Block, Fields, Highlight, Row, Sheet, Signature
from gandan.documents.statutory.editions import edition_on
from gandan.documents.wording import local

BLANK_NUMBER = "Số: …………"
WRITE_NAME = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """The issuing office. `superior` and `agency` are the two authority lines, `place` the name for the date line.

    `number` is the full "125/TNHS"; empty leaves a blank for the clerk. `hotline` is the public number, may be empty.
    """

    superior: str
    agency: str
    place: str
    issued_at: datetime
    number: str = ""
    hotline: str = ""


@dataclass(frozen=True, kw_only=True)
class Case:
    """The dossier a paper is about. Numbers come in masked; `address_as` is "ông", "bà" or "ông/bà"."""

    code: str
    procedure: str
    applicant: str
    address_as: str = "ông/bà"
    id_number_masked: str = ""
    address: str = ""
    phone_masked: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Signer:
    """Who signs: `title` one line an authority ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"); `proof` of a digital signature."""

    title: tuple[str, ...]
    name: str
    proof: str = ""

    def signature(self) -> Signature:
        """The signature block of this person."""
        return Signature(title=self.title, name=self.name, proof=self.proof)


def statutory_sheet(code: str, letterhead: Letterhead, blocks: tuple[Block, ...], *, case: Case | None = None) -> Sheet:
    """An A4 sheet of form `code` in the edition of its day, headed by the office and, where given, the case code."""
    issued_on = local(letterhead.issued_at).date()
    edition = edition_on(code, issued_on)
    return Sheet(
        superior=letterhead.superior,
        agency=letterhead.agency,
        place=letterhead.place,
        issued_on=issued_on,
        document_number=f"Số: {letterhead.number}" if letterhead.number else BLANK_NUMBER,
        title=edition.name,
        subtitle=f"Mã hồ sơ: {case.code}" if case else "",
        reference=case.code if case else "",
        edition=edition,
        blocks=blocks,
    )


def case_fields(case: Case, *more: tuple[str, str]) -> Fields:
    """The case as labelled facts, then `more` (label, value) pairs; empty values are left out."""
    pairs = (
        ("Người nộp hồ sơ", case.applicant),
        ("Số định danh", case.id_number_masked),
        ("Địa chỉ", case.address),
        ("Điện thoại", case.phone_masked),
        ("Thư điện tử", case.email),
        ("Nội dung giải quyết", case.procedure),
        *more,
    )
    return Fields(tuple(Row(label=label, value=value) for label, value in pairs if value))


def promised_day(label: str, moment: datetime, *, note: str = "") -> Highlight:
    """The promised moment as the hero of the paper: day and date large, the hour below."""
    here = local(moment)
    return Highlight(label=label, value=say_day(here.date()), detail=f"trước {say_hour(here)}", note=note)


def first_upper(text: str) -> str:
    """The text with its first letter in upper case, the rest untouched."""
    return text[:1].upper() + text[1:]
