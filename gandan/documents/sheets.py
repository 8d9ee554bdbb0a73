"""What a printed paper says, apart from how it is drawn: one `Sheet` of blocks, drawn by `pdf` and by `docx`."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"

Paper = Literal["a4", "a5"]
Align = Literal["left", "center", "right", "justify"]
DayKind = Literal["start", "counted", "off", "waiting", "due"]


@dataclass(frozen=True, kw_only=True)
class FormEdition:
    """One statutory form as one circular fixed it; a new circular is a new edition, never an edit."""

    number: str
    name: str
    source: str
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True, kw_only=True)
class Row:
    """A labelled fact; `source` is the article or document that proves it, printed small below."""

    label: str
    value: str
    source: str = ""


@dataclass(frozen=True)
class Fields:
    """Labelled facts, one under the other."""

    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under headers. `widths` are shares of the page width; `numeric` names the columns set to the right."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    numeric: tuple[int, ...] = ()
    caption: str = ""


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """One paragraph of running text."""

    text: str
    bold: bool = False
    italic: bool = False
    align: Align = "justify"


@dataclass(frozen=True, kw_only=True)
class WorkingDay:
    """One day of the strip: `note` is a short word under the date ("nghỉ lễ", "hạn 17:00").

    Strips of more than a week are printed as rows of weeks without notes; the sentences must then carry the sense.
    """

    on: date
    kind: DayKind
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class WorkingStep:
    """One sentence of the working and the article it rests on."""

    text: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Working:
    """Why the promised day is this day."""

    days: tuple[WorkingDay, ...]
    steps: tuple[WorkingStep, ...]
    question: str = "Vì sao là ngày này?"


@dataclass(frozen=True, kw_only=True)
class Qr:
    """A QR with what it is for and the same code in figures, for those who cannot scan."""

    data: str
    caption: str
    code: str


@dataclass(frozen=True, kw_only=True)
class Highlight:
    """The one fact the paper exists for, set large; a QR may stand at its right."""

    label: str
    value: str
    detail: str = ""
    note: str = ""
    qr: Qr | None = None


@dataclass(frozen=True, kw_only=True)
class Signature:
    """`title`: one line an authority ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"); `hint`: what is to be written by hand."""

    title: tuple[str, ...]
    name: str = ""
    hint: str = ""
    proof: str = ""


@dataclass(frozen=True)
class Signatures:
    """Signatures side by side, the most senior at the right."""

    people: tuple[Signature, ...]


Block = Fields | Table | Paragraph | Working | Qr | Highlight | Signatures


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One paper. `issued_on` dates it in the place line and in the metadata of the file."""

    superior: str
    agency: str
    title: str
    place: str
    issued_on: date
    blocks: tuple[Block, ...]
    edition: FormEdition | None = None
    document_number: str = ""
    subtitle: str = ""
    reference: str = ""
    recipients: tuple[str, ...] = ()
    paper: Paper = "a4"
    landscape: bool = False

    @property
    def form_line(self) -> str:
        """“Mẫu số 01, Thông tư 03/2025/TT-VPCP, Phụ lục I”; empty for a paper without statutory form."""
        return f"{self.edition.number}, {self.edition.source}" if self.edition else ""


def printable(text: str) -> str:
    """The text composed (NFC) and without the control characters that PDF and DOCX cannot hold; line breaks stay."""
    composed = unicodedata.normalize("NFC", text)
    return "".join(char for char in composed if char in "\n\t" or not unicodedata.category(char).startswith("C"))
