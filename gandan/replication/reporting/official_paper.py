"""What every report of models begins and ends with: letterhead, type and abstract, numbered parts, signature, recipients.

Layout of Nghị định 30/2020/NĐ-CP, Phụ lục I; the drawing is that of `documents` (DOCX in Times New Roman 13, PDF/A).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gandan.documents.sheets import Block, Paragraph, Sheet, Signature, Signatures, Table
from gandan.places.models import Agency, AgencyKind

DOTS = "…………"


@dataclass(frozen=True, kw_only=True)
class Head:
    """Who issues the paper: the two authority lines, the place of the date line, and as whom it is signed."""

    superior: str
    agency: str
    place: str
    signs_as: tuple[str, ...]
    code: str = "UBND"


@dataclass(frozen=True, kw_only=True)
class Details:
    """What changes from paper to paper. `number` is the whole “22/BC-UBND”; empty leaves it to the clerk."""

    subject: str
    issued_on: date
    kind: str = "Báo cáo"
    short: str = "BC"
    number: str = ""
    signer: str = ""
    recipients: tuple[str, ...] = ()


def head_of(agency: Agency) -> Head:
    """The letterhead of a province (its Sở Nội vụ reports), a commune, or a unit of a commune."""
    if agency.kind == AgencyKind.PROVINCE:
        return Head(
            superior=f"Ủy ban nhân dân {agency.name_within}", agency="Sở Nội vụ", place=agency.place_name,
            signs_as=("Giám đốc",), code="SNV",
        )  # fmt: skip
    commune = agency.commune
    if commune is None or commune.pk == agency.pk:
        above = f"Ủy ban nhân dân {agency.province.name_within}" if agency.province else ""
        return Head(
            superior=above, agency=f"Ủy ban nhân dân {agency.name_within}", place=agency.place_name,
            signs_as=("TM. Ủy ban nhân dân", "Chủ tịch"),
        )  # fmt: skip
    above = f"Ủy ban nhân dân {commune.name_within}"
    return Head(
        superior=above, agency=agency.name, place=commune.place_name, signs_as=("Thủ trưởng đơn vị",), code=DOTS
    )


def paper(head: Head, details: Details, blocks: Sequence[Block]) -> Sheet:
    """The whole paper; signature and recipients stand last."""
    number = details.number or f"{DOTS}/{details.short}-{head.code}"
    signature = Signature(title=head.signs_as, name=details.signer)
    return Sheet(
        superior=head.superior, agency=head.agency, title=details.kind, subtitle=details.subject, place=head.place,
        issued_on=details.issued_on, document_number=f"Số: {number}",
        blocks=(*blocks, Signatures((signature,))), recipients=(*details.recipients, "Lưu: VT."),
    )  # fmt: skip


def heading(text: str) -> Paragraph:
    return Paragraph(text=text, bold=True, align="left")


def point(text: str) -> Paragraph:
    """One “-” of a list."""
    return Paragraph(text=f"- {text}")


def points(texts: Sequence[str], none: str) -> list[Block]:
    """The list, or the sentence that there is nothing."""
    return [point(one) for one in texts] if texts else [Paragraph(text=none)]


def own_words(text: str) -> list[Block]:
    """What the office wrote itself, a paragraph a line."""
    return [Paragraph(text=line.strip()) for line in text.splitlines() if line.strip()]


def listing(
    caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float] = ()
) -> list[Block]:
    """A table with running numbers, where there are rows."""
    if not rows:
        return []
    numbered = tuple((str(place), *row) for place, row in enumerate(rows, start=1))
    shares = tuple(widths) or (3.0,) * len(heads)
    return [Table(headers=("STT", *heads), rows=numbered, widths=(0.9, *shares), caption=caption)]


def said_day(text: str) -> str:
    """ISO day as “19/05/2020”; empty stays empty."""
    return f"{date.fromisoformat(text[:10]):%d/%m/%Y}" if text else ""
