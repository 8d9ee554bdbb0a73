"""Declared figures from a table: all or none, each broken row with its reason (issue 3, section 6; A10, A12, A13)."""

from typing import Any

import pytest

from gandan.core.errors import NotThisOffice, RuleBroken
from gandan.reforms import actions
from gandan.reforms.declared_rows import Cell, Unreadable, read_row
from gandan.reforms.models import DeclaredFigure, Reform

from . import make

pytestmark = pytest.mark.django_db
ROW: dict[str, Cell] = {
    "Đơn vị": "Xã Chí Minh", "Mô hình": "zalo", "Chỉ tiêu": "Hồ sơ tiếp nhận", "Số liệu": "1.285", "Mẫu số": "",
    "Ghi trong văn bản": "hơn 1.285", "Đơn vị tính": "hồ sơ", "Kỳ": "8/2020–01/2021", "Nguồn": "22/BC-UBND",
}  # fmt: skip


def keep(*rows: dict[str, Cell], by: Any = None) -> actions.Imported:
    if not Reform.objects.filter(code="zalo").exists():
        make.reform("zalo", "Hỗ trợ qua Zalo")
    return actions.import_declared(list(rows), agency=make.commune(), by=by or make.leader(), now=make.NOW)


def test_it_works() -> None:
    done = keep(ROW, {**ROW, "Đơn vị": "", "Số liệu": None, "Ghi trong văn bản": ""})
    assert (done.kept, done.same, done.broken) == (2, 0, [])
    one = DeclaredFigure.objects.get(unit_name="Xã Chí Minh")
    assert (one.value, one.year, one.declared, one.series) == (1285, 2020, "hơn 1.285", "ho_so_tiep_nhan")
    assert one.agency == make.commune()
    assert DeclaredFigure.objects.get(unit_name="").value is None


def test_one_broken_row_keeps_everything_out() -> None:
    done = keep(ROW, {**ROW, "Mô hình": "khong-co"}, {**ROW, "Đơn vị": "xã chí minh"})
    assert [(one.row, one.reason.split(".")[0]) for one in done.broken] == [
        (2, "Kho không có mô hình “khong-co”"), (3, "Trùng với dòng 1: cùng đơn vị, mô hình, chỉ tiêu và năm")
    ]  # fmt: skip
    assert not DeclaredFigure.objects.exists()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param({"Nguồn": ""}, "“Nguồn” còn trống", id="no source"),
        pytest.param({"Kỳ": "năm ngoái"}, "không có năm", id="no year"),
        pytest.param({"Số liệu": "nhiều"}, "không phải là số", id="words"),
        pytest.param({"Số liệu": "12.5"}, "không phải là số", id="a foreign decimal point"),
        pytest.param({"Số liệu": -1}, "từ 0 trở lên", id="below zero"),
        pytest.param({"Mẫu số": "0"}, "bằng 0", id="of nothing"),
        pytest.param({"Số liệu": "", "Mẫu số": "845"}, "chưa có số liệu", id="a share without its part"),
        pytest.param({"Ghi trong văn bản": "x" * 41}, "dài quá 40", id="too long"),
    ],
)
def test_rows_that_cannot_be_read(change: dict[str, Cell], reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_row({**ROW, **change})


def test_again_changes_nothing_and_a_correction_replaces() -> None:
    keep(ROW)
    leader = make.leader(username="hoa2")
    assert keep(ROW, by=leader).same == 1
    assert keep({**ROW, "Số liệu": 1290.0}, by=leader).kept == 1
    assert DeclaredFigure.objects.get().value == 1290


def test_a_figure_of_another_document_is_not_written_over() -> None:
    keep(ROW)
    DeclaredFigure.objects.update(is_imported=False)
    done = keep({**ROW, "Số liệu": "9"}, by=make.leader(username="hoa2"))
    assert "Không ghi đè" in done.broken[0].reason


def test_a_unit_of_another_commune_is_refused() -> None:
    other = make.other_commune()
    done = keep({**ROW, "Đơn vị": other.name})
    assert "không thuộc xã Chí Minh" in done.broken[0].reason


def test_by_leader_or_clerk_and_with_rows() -> None:
    with pytest.raises(NotThisOffice):
        keep(ROW, by=make.clerk())
    with pytest.raises(RuleBroken, match="chưa có dòng"):
        keep(by=make.leader())
