"""Papers as PDF/A: exact words, one page where one page is due, and nothing a name could break."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from gandan.documents import pdf, sheets
from gandan.documents.sheets import Fields, Paragraph, Row, Sheet, Working
from gandan.documents.tests import make

POINTS_PER_MM = 72 / 25.4


def pages(made: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(made)
    return [page.get_textpage().get_text_range() for page in document]


def squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split()).casefold()


def text_of(made: bytes) -> str:
    return squeezed("".join(pages(made)))


@pytest.mark.parametrize("build", make.ALL, ids=lambda build: build.__name__)
def test_every_word_of_the_sheet_is_on_the_paper(build: Callable[[], Sheet]) -> None:
    sheet = build()
    found = text_of(pdf.render(sheet))
    missing = [words for words in make.words(sheet) if squeezed(words) not in found]
    assert missing == []


@pytest.mark.parametrize("build", make.ALL, ids=lambda build: build.__name__)
def test_the_file_says_it_is_pdf_a_2b(build: Callable[[], Sheet]) -> None:
    made = pdf.render(build())
    assert b"<pdfaid:part>2</pdfaid:part>" in made
    assert b"<pdfaid:conformance>B</pdfaid:conformance>" in made


def test_a_name_full_of_markup_comes_out_letter_for_letter() -> None:
    plain = "".join(pages(pdf.render(make.refusal())))
    assert make.HOSTILE in plain


@pytest.mark.parametrize(
    "name",
    [
        '#eval("1") #set page(width: 1pt)',
        "$x^2$ `raw` = tiêu đề\n- mục\n+ mục",
        "\\ \\u{41} // chú thích /* */",
        "“ngoặc” 'đơn' -- ---",
        '{"json": true} ]}',
    ],
)
def test_no_text_is_read_as_markup(name: str) -> None:
    sheet = replace(make.refusal(), blocks=(Paragraph(text=name),))
    assert squeezed(name) in text_of(pdf.render(sheet))


def test_decomposed_vietnamese_is_composed() -> None:
    name = unicodedata.normalize("NFD", "Nguyễn Thị Thủy Ễ Ữ Ậ")
    sheet = replace(make.refusal(), blocks=(Fields((Row(label="Tên", value=name),)),))
    assert "Nguyễn Thị Thủy Ễ Ữ Ậ" in "".join(pages(pdf.render(sheet)))


def test_a_letter_the_font_lacks_becomes_a_question_mark_and_the_paper_still_prints() -> None:
    sheet = replace(make.refusal(), blocks=(Paragraph(text="Ông 李 😀 Nam\x00\u200b"),))
    assert "Ông ? ? Nam" in "".join(pages(pdf.render(sheet)))


def test_a_very_long_word_stays_inside_the_page() -> None:
    sheet = replace(make.refusal(), blocks=(Fields((Row(label="Tên", value="A" * 300),)),))
    page = pypdfium2.PdfDocument(pdf.render(sheet))[0]
    text = page.get_textpage()
    rights = [text.get_charbox(index)[2] for index in range(text.count_chars())]
    assert max(rights) < page.get_width() - 10 * POINTS_PER_MM


def test_the_receipt_is_one_a5_page_with_a_qr_of_26_millimetres() -> None:
    document = pypdfium2.PdfDocument(pdf.render(make.receipt()))
    page = document[0]
    assert len(document) == 1
    assert (round(page.get_width() / POINTS_PER_MM), round(page.get_height() / POINTS_PER_MM)) == (148, 210)
    assert qr_side_in_mm(page) >= 26


def qr_side_in_mm(page: pypdfium2.PdfPage) -> float:
    """Width of the black modules: the rightmost dark run in the rows of the upper right finder pattern."""
    scale = 8
    image = page.render(scale=scale).to_pil().convert("L")
    band = image.crop((int(image.width * 0.6), int(image.height * 0.17), image.width, int(image.height * 0.36)))
    black = band.point(lambda value: 255 if value < 90 else 0)
    columns = [x for x in range(black.width) if black.crop((x, 0, x + 1, black.height)).histogram()[255] > 60]
    return (columns[-1] - columns[0]) / scale / POINTS_PER_MM


def test_a_long_working_still_leaves_one_page() -> None:
    sheet = make.receipt()
    blocks = tuple(make.long_working() if isinstance(block, Working) else block for block in sheet.blocks)
    made = pages(pdf.render(replace(sheet, blocks=blocks)))
    assert len(made) == 1
    assert "21/12" in made[0]


def test_a_register_of_200_lines_repeats_its_header_within_two_seconds() -> None:
    sheet = make.register(200)
    started = time.process_time()
    made = pages(pdf.render(sheet))
    assert time.process_time() - started < 2
    assert len(made) > 10
    with_lines = [page for page in made if "Lê Thị Số" in page]
    assert all("Mã hồ sơ" in page for page in with_lines)
    assert "Lê Thị Số 200" in "".join(with_lines)


def test_the_same_sheet_gives_the_same_pages_in_every_thread() -> None:
    sheet = make.apology()
    expected = text_of(pdf.render(sheet))
    with ThreadPoolExecutor(max_workers=4) as pool:
        assert {text_of(made) for made in pool.map(pdf.render, [sheet] * 8)} == {expected}


def test_the_metadata_name_the_paper_and_its_office() -> None:
    metadata = pypdfium2.PdfDocument(pdf.render(make.stop_notice())).get_metadata_dict()
    assert metadata["Title"] == "Thông báo dừng giải quyết hồ sơ"
    assert metadata["Author"] == "Trung tâm Phục vụ hành chính công"


def test_a_sheet_without_form_prints_no_form_number() -> None:
    plain = Sheet(
        superior="Ủy ban nhân dân xã Chí Minh",
        agency="Văn phòng",
        title="Giấy mời",
        place="Chí Minh",
        issued_on=date(2026, 2, 5),
        blocks=(),
    )
    found = text_of(pdf.render(plain))
    assert "mẫusố" not in found
    assert squeezed("Chí Minh, ngày 05 tháng 02 năm 2026") in found
    assert squeezed(sheets.MOTTO) in found
