"""A file is kept until matched; never twice."""

import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gandan.core.errors import RuleBroken
from gandan.outreach import actions

from . import make

pytestmark = pytest.mark.django_db


def test_it_works() -> None:
    listing = make.listing()
    file = SimpleUploadedFile("dan-cu.csv", make.population())
    answer = make.signed_in(make.hoa()).post(f"/can-bo/ra-soat/{listing.pk}/tep/", {"part": "population", "file": file})
    page = make.signed_in(make.hoa()).get(answer["Location"]).content.decode()
    assert "Nguyễn Văn 5" in page
    assert "Nguyễn Văn 6" not in page


def test_the_same_file_twice() -> None:
    listing = make.listing()
    make.read(listing, "population", make.population())
    with pytest.raises(RuleBroken, match="đã nạp ngày 23/11/2026"):
        make.read(listing, "recipients", make.population())


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        pytest.param("a.csv", b"", "không có dòng tiêu đề", id="empty"),
        pytest.param("a.csv", b"\xff\xfa\x00\x01", "chữ Việt", id="no text"),
        pytest.param("a.xls", b"x", "dạng cũ", id="old workbook"),
        pytest.param("a.xlsx", b"PK\x03\x04broken", "XLSX", id="broken workbook"),
    ],
)
def test_what_is_no_table_is_refused_kindly(name: str, data: bytes, words: str) -> None:
    with pytest.raises(RuleBroken, match=words):
        actions.read_list_file(make.listing(), actions.Upload("population", name, data), by=make.hoa(), now=make.NOW)


def test_a_server_that_cannot_read_workbooks_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(RuleBroken, match="CSV UTF-8"):
        make.read(make.listing(), "population", b"PK\x03\x04", "a.xlsx")
