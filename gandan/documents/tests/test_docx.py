"""Drafts as DOCX: the same facts as the PDF, in the layout a clerk expects."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import replace

import docx as python_docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Length, Mm

from gandan.documents import docx
from gandan.documents.sheets import Paragraph, Sheet
from gandan.documents.tests import make
from gandan.documents.tests.test_pdf import squeezed


def opened(sheet: Sheet) -> Document:
    return python_docx.Document(io.BytesIO(docx.render(sheet)))


def millimetres(length: Length | None) -> int:
    return round((length or 0) / Mm(1))


def text_of(document: Document) -> str:
    parts = [document.element.body, document.sections[0].footer._element]
    return squeezed("".join(node.text or "" for part in parts for node in part.iter(qn("w:t"))))


@pytest.mark.parametrize("build", make.ALL, ids=lambda build: build.__name__)
def test_every_word_of_the_sheet_is_in_the_draft(build: Callable[[], Sheet]) -> None:
    sheet = build()
    found = text_of(opened(sheet))
    missing = [words for words in make.words(sheet) if squeezed(words) not in found]
    assert missing == []


def test_the_letterhead_stands_in_two_columns() -> None:
    head = opened(make.apology()).tables[0]
    left, right = head.rows[0].cells
    assert left.paragraphs[0].text == "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG"
    assert left.paragraphs[1].runs[0].bold
    assert right.paragraphs[0].text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def test_the_page_and_the_type_follow_the_decree() -> None:
    document = opened(make.apology())
    section, normal = document.sections[0], document.styles["Normal"]
    assert (millimetres(section.left_margin), millimetres(section.right_margin)) == (30, 15)
    assert (normal.font.name, normal.font.size.pt) == ("Times New Roman", 13)
    assert section.different_first_page_header_footer


def test_the_register_lies_on_its_side_and_repeats_its_header() -> None:
    document = opened(make.register())
    lines = next(table for table in document.tables if len(table.columns) == 13)
    section = document.sections[0]
    assert (millimetres(section.page_width), millimetres(section.page_height)) == (297, 210)
    assert lines.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert not lines.rows[1]._tr.xpath("./w:trPr/w:tblHeader")


def test_a_register_of_200_lines_takes_under_two_seconds() -> None:
    started = time.process_time()
    made = docx.render(make.register(200))
    assert time.process_time() - started < 2
    assert "Lê Thị Số 200" in "".join(
        node.text or "" for node in python_docx.Document(io.BytesIO(made)).element.body.iter(qn("w:t"))
    )


def test_the_receipt_is_a5_and_carries_its_qr_with_words_for_those_who_cannot_see() -> None:
    document = opened(make.receipt())
    assert millimetres(document.sections[0].page_width) == 148
    assert len(document.inline_shapes) == 1
    picture = document.inline_shapes[0]
    assert picture.width.mm > 26
    assert picture._inline.docPr.get("descr") == "Quét để theo dõi hồ sơ"


def test_control_characters_do_not_break_the_file() -> None:
    sheet = replace(make.refusal(), blocks=(Paragraph(text="Ông\x00 Nam\x0b"),))
    assert "ôngnam" in text_of(opened(sheet))
