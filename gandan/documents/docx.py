"""The same sheet as an editable DOCX draft in the layout of Nghị định 30/2020/NĐ-CP, Phụ lục I (Times New Roman 13)."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt, RGBColor
from docx.table import Table as DocxTable
from docx.table import _Cell
from docx.text.paragraph import Paragraph as DocxParagraph
from docx.text.run import Run

from gandan.core.vietnamese import say_day
from gandan.documents.sheets import (
    MOTTO,
    NATION,
    Fields,
    Highlight,
    Paragraph,
    Qr,
    Sheet,
    Signature,
    Signatures,
    Table,
    Working,
    printable,
)
from gandan.documents.wording import official_date
from gandan.ui import qr

FONT = "Times New Roman"
MUTED = RGBColor(0x55, 0x55, 0x55)
CENTER = WD_ALIGN_PARAGRAPH.CENTER
SIDES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": CENTER,
    "justify": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
DAY_WORDS = {"start": "nhận", "counted": "tính", "off": "không tính", "waiting": "chờ bổ sung", "due": "hạn"}


@dataclass(frozen=True)
class _Sizes:
    """Type sizes and page measures of one paper format."""

    text: int
    small: int
    hero: int
    sign_gap: Length
    label: Length


A4 = _Sizes(text=13, small=11, hero=18, sign_gap=Pt(48), label=Mm(52))
A5 = _Sizes(text=10, small=8, hero=17, sign_gap=Pt(26), label=Mm(34))
REGISTER = _Sizes(text=10, small=8, hero=14, sign_gap=Pt(40), label=Mm(52))


def render(sheet: Sheet) -> bytes:
    """The bytes of a DOCX with the facts of the sheet, for a clerk to finish in a word processor."""
    drawn = _Drawing(sheet)
    drawn.letterhead()
    drawn.title()
    drawn.body()
    made = io.BytesIO()
    drawn.document.save(made)
    return made.getvalue()


class _Drawing:
    """One document in the making."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.sizes = A5 if sheet.paper == "a5" else REGISTER if sheet.landscape else A4
        self.document: DocxDocument = Document()
        self.width = _set_page(self.document.sections[0], sheet)
        _set_style(self.document, self.sizes.text)
        _describe(self.document, sheet)
        _set_running_lines(self.document.sections[0], sheet, self.sizes)

    def letterhead(self) -> None:
        sheet = self.sheet
        left, right = self._columns((0.44, 0.56))
        _write(_first(left), sheet.superior.upper(), side=CENTER)
        _write(left.add_paragraph(), sheet.agency.upper(), bold=True, side=CENTER)
        _rule(left, share=0.62)
        _write(left.add_paragraph(), sheet.document_number, side=CENTER)
        _write(_first(right), NATION, bold=True, side=CENTER)
        _write(right.add_paragraph(), MOTTO, bold=True, side=CENTER)
        _rule(right, share=0.3)
        place = f"{sheet.place}, {official_date(sheet.issued_on)}"
        _write(right.add_paragraph(), place, italic=True, side=CENTER)

    def title(self) -> None:
        heading = self.document.add_paragraph()
        heading.paragraph_format.space_before = Pt(self.sizes.text)
        _write(heading, self.sheet.title.upper(), bold=True, side=CENTER).font.size = Pt(self.sizes.text + 1)
        if self.sheet.subtitle:
            _write(self.document.add_paragraph(), self.sheet.subtitle, bold=True, side=CENTER)
        self.document.add_paragraph()

    def body(self) -> None:
        for block in self.sheet.blocks:
            if isinstance(block, Signatures):
                self._signatures(block)
            elif isinstance(block, Working | Highlight | Qr):
                self._explained(block)
            else:
                self._plain(block)

    def _plain(self, block: Fields | Table | Paragraph) -> None:
        if isinstance(block, Fields):
            self._fields(block)
        elif isinstance(block, Table):
            self._table(block)
        else:
            self._paragraph(block)

    def _explained(self, block: Working | Highlight | Qr) -> None:
        if isinstance(block, Working):
            self._working(block)
        elif isinstance(block, Highlight):
            self._highlight(block)
        else:
            self._qr(self.document.add_paragraph, block)

    def _fields(self, block: Fields) -> None:
        table = self._plain_table(len(block.rows), (self.sizes.label, Length(self.width - self.sizes.label)))
        for cells, row in zip(_cells_by_row(table), block.rows, strict=True):
            _write(_first(cells[0]), row.label).font.color.rgb = MUTED
            _write(_first(cells[1]), row.value)
            if row.source:
                self._small(cells[1].add_paragraph(), row.source)
        self._gap()

    def _table(self, block: Table) -> None:
        if block.caption:
            _write(self.document.add_paragraph(), block.caption, bold=True)
        table = self.document.add_table(rows=len(block.rows) + 1, cols=len(block.headers), style="Table Grid")
        _set_widths(table, self._shares(block.widths or (1.0,) * len(block.headers)))
        grid = _cells_by_row(table)
        for cell, words in zip(grid[0], block.headers, strict=True):
            _write(_first(cell), words, bold=True, side=CENTER).font.size = Pt(self.sizes.small)
        for cells, row in zip(grid[1:], block.rows, strict=True):
            for index, (cell, words) in enumerate(zip(cells, row, strict=True)):
                side = SIDES["right"] if index in block.numeric else SIDES["left"]
                _write(_first(cell), words, side=side).font.size = Pt(self.sizes.small)
        _repeat_header(table)
        self._gap()

    def _paragraph(self, block: Paragraph) -> None:
        paragraph = self.document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(6)
        _write(paragraph, block.text, bold=block.bold, italic=block.italic, side=SIDES[block.align])

    def _working(self, block: Working) -> None:
        _write(self.document.add_paragraph(), block.question, bold=True)
        for day in block.days:
            words = f"{say_day(day.on)}: {day.note or DAY_WORDS[day.kind]}"
            self._small(self.document.add_paragraph(), words)
        for number, step in enumerate(block.steps, start=1):
            paragraph = self.document.add_paragraph()
            _write(paragraph, f"{number}. {step.text}")
            if step.source:
                self._small(paragraph, f" {step.source}")
        self._gap()

    def _highlight(self, block: Highlight) -> None:
        columns = self._columns((0.68, 0.32) if block.qr else (1.0,))
        left = columns[0]
        self._small(_first(left), block.label)
        _write(left.add_paragraph(), block.value, bold=True).font.size = Pt(self.sizes.hero)
        for words in (block.detail, block.note):
            if words:
                _write(left.add_paragraph(), words, bold=words is block.detail)
        if block.qr:
            self._qr(columns[1].add_paragraph, block.qr, picture_in=_first(columns[1]))
        self._gap()

    def _qr(self, add: Callable[[], DocxParagraph], block: Qr, *, picture_in: DocxParagraph | None = None) -> None:
        side = qr.modules(block.data)
        holder = picture_in or add()
        holder.alignment = CENTER
        width = Mm(26.5 * (side + 2 * qr.BORDER) / side)
        picture = holder.add_run().add_picture(io.BytesIO(qr.png(block.data)), width=width)
        picture._inline.docPr.set("descr", printable(block.caption))
        _write(add(), block.caption, bold=True, side=CENTER).font.size = Pt(self.sizes.small)
        self._small(add(), block.code, side=CENTER)

    def _signatures(self, block: Signatures) -> None:
        alone = len(block.people) == 1
        cells = self._columns((0.45, 0.55) if alone else (1 / len(block.people),) * len(block.people))
        if alone:
            self._recipients(_first(cells[0]), cells[0].add_paragraph)
        for cell, person in zip(cells[1:] if alone else cells, block.people, strict=True):
            self._signature(cell, person)
        if not alone and self.sheet.recipients:
            self._recipients(self.document.add_paragraph(), self.document.add_paragraph)

    def _signature(self, cell: _Cell, person: Signature) -> None:
        _write(_first(cell), "\n".join(line.upper() for line in person.title), bold=True, side=CENTER)
        if person.hint:
            self._small(cell.add_paragraph(), person.hint, side=CENTER).italic = True
        name = cell.add_paragraph()
        name.paragraph_format.space_before = self.sizes.sign_gap
        if person.proof:
            self._small(name, f"{person.proof}\n", side=CENTER)
        _write(name, person.name, bold=True, side=CENTER)

    def _recipients(self, first: DocxParagraph, add: Callable[[], DocxParagraph]) -> None:
        if not self.sheet.recipients:
            return
        heading = _write(first, "Nơi nhận:", bold=True, italic=True)
        heading.font.size = Pt(max(self.sizes.small, self.sizes.text - 1))
        for name in self.sheet.recipients:
            _write(add(), f"- {name}").font.size = Pt(self.sizes.small)

    def _small(self, paragraph: DocxParagraph, words: str, *, side: WD_ALIGN_PARAGRAPH | None = None) -> Run:
        run = _write(paragraph, words, side=side)
        run.font.size, run.font.color.rgb = Pt(self.sizes.small), MUTED
        return run

    def _gap(self) -> None:
        spacer = self.document.add_paragraph()
        spacer.paragraph_format.line_spacing = Pt(6)

    def _shares(self, shares: Iterable[float]) -> tuple[Length, ...]:
        parts = tuple(shares)
        return tuple(Length(int(self.width * part / sum(parts))) for part in parts)

    def _columns(self, shares: Sequence[float]) -> Sequence[_Cell]:
        return _cells_by_row(self._plain_table(1, self._shares(shares)))[0]

    def _plain_table(self, rows: int, widths: Sequence[Length]) -> DocxTable:
        table: DocxTable = self.document.add_table(rows=rows, cols=len(widths))
        _set_widths(table, widths)
        return table


def _write(
    paragraph: DocxParagraph,
    words: str,
    *,
    bold: bool = False,
    italic: bool = False,
    side: WD_ALIGN_PARAGRAPH | None = None,
) -> Run:
    run = paragraph.add_run(printable(words))
    run.bold, run.italic = bold, italic
    if side is not None:
        paragraph.alignment = side
    return run


def _first(cell: _Cell) -> DocxParagraph:
    paragraph: DocxParagraph = cell.paragraphs[0]
    return paragraph


def _cells_by_row(table: DocxTable) -> list[list[_Cell]]:
    """The cells of a table without merged ones; python-docx's own accessor takes quadratic time."""
    return [[_Cell(cell, table) for cell in row.tc_lst] for row in table._tbl.tr_lst]


def _set_widths(table: DocxTable, widths: Sequence[Length]) -> None:
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for cells in _cells_by_row(table):
        for cell, width in zip(cells, widths, strict=True):
            cell.width = width


def _repeat_header(table: DocxTable) -> None:
    for index, row in enumerate(table._tbl.tr_lst):
        properties = row.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if index == 0:
            properties.append(OxmlElement("w:tblHeader"))


def _rule(cell: _Cell, *, share: float) -> None:
    """A line under the words above, shorter than the cell by `share` of its width."""
    paragraph = cell.add_paragraph()
    indent = Length(int((cell.width or 0) * share / 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = indent
    paragraph.paragraph_format.line_spacing = Pt(4)
    paragraph.paragraph_format.space_after = Pt(3)
    edges = OxmlElement("w:pBdr")
    top = OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    edges.append(top)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        edges, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr", "w:pPrChange"
    )


def _set_page(section: Section, sheet: Sheet) -> Length:
    """Paper, margins of the decree, and the width left for text."""
    short, long = (Mm(148), Mm(210)) if sheet.paper == "a5" else (Mm(210), Mm(297))
    section.page_width, section.page_height = (long, short) if sheet.landscape else (short, long)
    section.orientation = WD_ORIENT.LANDSCAPE if sheet.landscape else WD_ORIENT.PORTRAIT
    left, right, top = (Mm(12), Mm(12), Mm(10)) if sheet.paper == "a5" else (Mm(30), Mm(15), Mm(20))
    if sheet.landscape:
        left = right = Mm(15)
    section.left_margin, section.right_margin = left, right
    section.top_margin = section.bottom_margin = top
    section.header_distance = section.footer_distance = Length(top // 2)
    return Length(section.page_width - left - right)


def _set_style(document: DocxDocument, points: int) -> None:
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(points)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:eastAsia", "w:cs", "w:hAnsi"):
        fonts.set(qn(script), FONT)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    style.element.get_or_add_rPr().append(language)
    style.paragraph_format.space_after = Pt(0)
    style.paragraph_format.space_before = Pt(0)
    style.paragraph_format.line_spacing = 1.0


def _describe(document: DocxDocument, sheet: Sheet) -> None:
    issued = datetime.combine(sheet.issued_on, time(), tzinfo=UTC)
    about = document.core_properties
    about.title, about.author, about.language = printable(sheet.title), printable(sheet.agency), "vi-VN"
    about.subject, about.comments = sheet.form_line, ""
    about.created = about.modified = issued


def _set_running_lines(section: Section, sheet: Sheet, sizes: _Sizes) -> None:
    """Page number at the top from page two, as the decree asks; form and reference at the foot of each page."""
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = CENTER
    _add_page_number(number.add_run())
    words = ", ".join(part for part in (sheet.form_line, sheet.reference) if part)
    for footer in (section.footer, section.first_page_footer):
        run = _write(footer.paragraphs[0], words)
        run.font.size, run.font.color.rgb = Pt(sizes.small - 1), MUTED


def _add_page_number(run: Run) -> None:
    for kind in ("begin", "end"):
        mark = OxmlElement("w:fldChar")
        mark.set(qn("w:fldCharType"), kind)
        run._r.append(mark)
        if kind == "begin":
            code = OxmlElement("w:instrText")
            code.text = "PAGE"
            run._r.append(code)
