"""Files in an answer: their names, their types, what browsers and caches may do with them."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.db.models.fields.files import FieldFile
from django.http import Http404

from gandan.core.tables import CSV, XLSX
from gandan.ui.views.files import as_file, as_table, kept_file


@pytest.fixture
def file(tmp_path: Path) -> FieldFile:
    """A file of a row, with nothing behind it yet."""
    field = models.FileField(storage=FileSystemStorage(tmp_path))
    field.attname = field.name = "file"
    return FieldFile(models.Model, field, "")  # type: ignore[arg-type]  # no row is needed to open a file


def test_the_ending_says_the_type() -> None:
    answer = as_file(b"%PDF", "giay-hen.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="giay-hen.pdf"'
    assert as_file(b"%PDF", "giay-hen.pdf", is_shown=True).headers["Content-Disposition"].startswith("inline")


def test_a_vietnamese_name_arrives_whole() -> None:
    assert (
        "filename*=utf-8''Gi%E1%BA%A5y%20h%E1%BA%B9n.txt" in as_file("…", "Giấy hẹn.txt").headers["Content-Disposition"]
    )


def test_an_unknown_ending_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        as_file(b"", "virus.exe")


def test_a_table_is_drawn_by_its_ending() -> None:
    sheet, lines = (as_table(f"so-lieu.{kind}", "Số liệu", ["Tên"], [["=1+1"]]) for kind in ("xlsx", "csv"))
    assert (sheet.headers["Content-Type"], sheet.content[:2]) == (XLSX, b"PK")
    assert (lines.headers["Content-Type"], lines.content.decode("utf-8-sig")) == (CSV, "Tên\r\n'=1+1\r\n")


def test_a_kept_file_is_neither_guessed_nor_cached(file: FieldFile, tmp_path: Path) -> None:
    file.name = file.storage.save("a1b2", ContentFile(b"giay"))
    answer = kept_file(file, "don.pdf", media_type="application/pdf")
    assert b"".join(answer) == b"giay"
    answer.close()
    assert answer.headers["Content-Disposition"] == 'attachment; filename="don.pdf"'
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_without_a_file_there_is_no_page(file: FieldFile) -> None:
    with pytest.raises(Http404):
        kept_file(file, "don.pdf")
    file.name = "mat"
    with pytest.raises(Http404):
        kept_file(file, "don.pdf")
