"""Files people bring: our sample in both shapes, a semicolon, and what is no table."""

import io
import zipfile

import pytest
import xlsxwriter

from gandan.core.errors import RuleBroken
from gandan.core.tables import as_csv
from gandan.reforms.declared_rows import COLUMNS, SAMPLE
from gandan.replication.reporting.spreadsheet import rows_of
from gandan.replication.reporting.workbook import Leaf, workbook


def test_the_sample_comes_back_from_xlsx_and_csv() -> None:
    for name, content in (
        ("a.xlsx", workbook("Mẫu", [Leaf("Số liệu", COLUMNS, SAMPLE)])),
        ("a.csv", as_csv(COLUMNS, SAMPLE)),
    ):
        rows = rows_of(name, content)
        assert len(rows) == len(SAMPLE)
        assert rows[1]["Đơn vị"] == "Phường Lái Hiếu"
        assert str(rows[1]["Số liệu"]).removesuffix(".0") == "79"
    assert rows_of("a.csv", as_csv(COLUMNS, SAMPLE).replace(b",", b";"))[0]["Mô hình"] == "ba-trong-mot"


def test_columns_in_any_order_with_gaps() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet()
        for column, name in ((9, "Nguồn"), (2, "mô hình"), (4, "CHỈ TIÊU"), (6, "Kỳ"), (7, "Số liệu")):
            page.write(1, column, name)
            page.write(4, column, 69.4 if name == "Số liệu" else name)
    assert rows_of("b.XLSX", out.getvalue()) == [
        {"Mô hình": "mô hình", "Chỉ tiêu": "CHỈ TIÊU", "Kỳ": "Kỳ", "Số liệu": 69.4, "Nguồn": "Nguồn"}
    ]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.xlsx", b"not a zip", id="no zip"),
        pytest.param("a.csv", b"\xff\xfe\x00", id="no utf-8"),
        pytest.param("a.csv", b"a,b,c\n1,2,3", id="no headings"),
        pytest.param("a.csv", b"x" * (6 * 2**20), id="too large"),
        pytest.param("a.csv", b"", id="empty"),
    ],
)
def test_what_is_no_table_is_refused_with_the_remedy(name: str, content: bytes) -> None:
    with pytest.raises(RuleBroken, match=r"mẫu|5 MB"):
        rows_of(name, content)


def test_a_zip_that_is_no_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as book:
        book.writestr("readme.txt", "hello")
    with pytest.raises(RuleBroken, match="mẫu"):
        rows_of("a.xlsx", out.getvalue())
