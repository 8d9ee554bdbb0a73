"""Mẫu 01 to 07 from a dossier, at any moment."""

from __future__ import annotations

import pytest

from gandan.dossiers import actions
from gandan.dossiers.workflow import Status
from tests.conftest import Clock

from . import make, office

pytestmark = pytest.mark.django_db

import zipfile  # noqa: E402
from io import BytesIO  # noqa: E402

import pypdfium2  # noqa: E402


def pdf_words(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


@pytest.mark.parametrize(
    ("number", "status", "words"),
    [
        ("01", Status.RECEIVED, "thứ Năm, 26/11"),
        ("02", Status.SUPPLEMENT, "Còn thiếu ảnh Giấy chứng sinh mặt sau"),
        ("03", Status.REFUSED, "Đất thuộc xã Tứ Kỳ"),
        ("05", Status.STOPPED, "Người nộp đã chuyển đi"),
        ("06", Status.SETTLED, "Công an xã"),
    ],
)
def test_it_works(number: str, status: str, words: str, clock: Clock) -> None:
    dossier = make.dossier(status)
    answer = office.at_desk(office.minh()).get(office.address("printed", dossier, number, "pdf"))
    text = pdf_words(answer.content).replace("\xa0", " ")
    assert words in text
    assert dossier.code in text
    assert make.ID_NUMBER not in text


def test_the_apology_names_cause_agency_and_date(clock: Clock) -> None:
    dossier = make.dossier(Status.PROCESSING)
    police = office.leg(dossier, "residence").agency
    apology = actions.Apology("Công an xã chưa xác minh xong", police, make.moment(30, 17))
    actions.draft_extension(dossier, apology=apology, by=office.minh(), now=make.MONDAY)
    answer = office.at_desk(office.minh()).get(office.address("printed", dossier, "04", "pdf"))
    text = pdf_words(answer.content).replace("\xa0", " ")
    assert "vì Công an xã chưa xác minh xong" in text
    assert "thứ Hai, 30/11" in text


def test_a_draft_for_the_pen_is_a_docx(clock: Clock) -> None:
    dossier = make.dossier()
    for number in ("02", "03", "05"):
        answer = office.at_desk(office.minh()).get(office.address("printed", dossier, number, "docx"))
        assert "word/document.xml" in zipfile.ZipFile(BytesIO(answer.content)).namelist()


@pytest.mark.parametrize("number", ["01", "04", "06"])
def test_what_cannot_be_printed_yet_is_said(number: str, clock: Clock) -> None:
    dossier = make.dossier()
    answer = office.at_desk(office.minh()).get(office.address("printed", dossier, number, "pdf"))
    assert answer.status_code == 409


def test_there_is_no_other_form(clock: Clock) -> None:
    dossier = make.dossier(Status.RECEIVED)
    for number, kind in (("08", "pdf"), ("01", "exe")):
        assert office.at_desk(office.minh()).get(office.address("printed", dossier, number, kind)).status_code == 404


def test_the_register_of_a_period(clock: Clock) -> None:
    dossier = make.dossier(Status.RETURNED)
    browser = office.at_desk(office.minh())
    period = {"first_day": "01/11/2026", "last_day": "30/11/2026"}
    assert dossier.code in browser.get("/can-bo/so-theo-doi/", period).content.decode()
    before = {"first_day": "01/10/2026", "last_day": "31/10/2026"}
    assert dossier.code not in browser.get("/can-bo/so-theo-doi/", before).content.decode()
    pdf = browser.get("/can-bo/so-theo-doi/", {**period, "dang": "pdf"})
    assert "Cộng: 1 hồ sơ" in pdf_words(pdf.content)
    xlsx = browser.get("/can-bo/so-theo-doi/", {**period, "dang": "xlsx"})
    assert dossier.code.encode() in zipfile.ZipFile(BytesIO(xlsx.content)).read("xl/sharedStrings.xml")
