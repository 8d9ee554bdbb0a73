"""What the law wants on each form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from gandan.documents import statutory
from gandan.documents.sheets import Highlight, Sheet, Signatures, Table
from gandan.documents.tests import make
from gandan.documents.wording import VIETNAM


def said(sheet: Sheet) -> str:
    return "\n".join(make.words(sheet)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("build", "number", "title"),
    [
        (make.receipt, "Mẫu số 01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
        (make.supplement_request, "Mẫu số 02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
        (make.refusal, "Mẫu số 03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ"),
        (make.apology, "Mẫu số 04", "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết"),
        (make.stop_notice, "Mẫu số 05", "Thông báo dừng giải quyết hồ sơ"),
        (make.control_slip, "Mẫu số 06", "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
        (make.register, "Mẫu số 07", "Sổ theo dõi hồ sơ"),
    ],
)
def test_each_form_bears_its_number_and_name(build: Callable[[], Sheet], number: str, title: str) -> None:
    sheet = build()
    assert sheet.title == title
    assert sheet.form_line == f"{number}, Thông tư 03/2025/TT-VPCP, Phụ lục I"


def test_a_paper_older_than_the_circular_takes_the_earliest_edition() -> None:
    assert statutory.edition_on("01", date(2025, 7, 1)) is statutory.EDITIONS[0]


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(LookupError):
        statutory.edition_on("08", date(2026, 1, 1))


def test_the_receipt_promises_one_moment_and_explains_it() -> None:
    sheet = make.receipt()
    promise = sheet.blocks[0]
    assert isinstance(promise, Highlight)
    assert (promise.value.replace("\u00a0", " "), promise.detail.replace("\u00a0", " ")) == (
        "thứ Năm, 26/11/2026",
        "trước 17 giờ",
    )
    assert "Vì sao là ngày này?" in said(sheet)
    assert "15 giờ 20, ngày 23 tháng 11 năm 2026" in said(sheet)


def test_the_components_are_counted_by_kind_and_none_is_a_dash() -> None:
    table = next(block for block in make.receipt().blocks if isinstance(block, Table))
    assert table.rows[1][2:] == ("1", "2", "–")


def test_the_supplement_request_says_it_is_the_only_one() -> None:
    assert "chỉ yêu cầu một lần này" in said(make.supplement_request())


def test_a_second_request_names_who_allowed_it() -> None:
    data = statutory.SupplementData(
        letterhead=make.letterhead(),
        case=make.case("Lê Văn Sửu"),
        lacks=(statutory.Lack(what="Giấy báo tử", why="Chưa có", basis="Luật Hộ tịch, Điều 34"),),
        stage="Thẩm định",
        after="",
        contact="0220 3000 101",
        officer="Trần Thị Mai",
        exceptional_approval="ông Phạm Hữu Nghĩa",
    )
    words = said(statutory.supplement_request(data))
    assert "ông Phạm Hữu Nghĩa đồng ý" in words
    assert "một lần này" not in words


def test_the_apology_names_cause_agency_both_dates_and_that_it_is_the_last() -> None:
    words = said(make.apology())
    assert "Công an xã chưa xác minh xong" in words
    assert "Công an xã Chí Minh" in words
    assert "17 giờ 00, ngày 26 tháng 11 năm 2026" in words
    assert "thứ Hai, 30/11/2026" in words
    assert "Chỉ hẹn lại một lần (Nghị định 118/2025/NĐ-CP, Điều 19, khoản 6)" in words
    assert "xin lỗi bà" in words


def test_the_new_date_must_be_later() -> None:
    data = statutory.ApologyData(
        letterhead=make.letterhead(),
        case=make.case(),
        received_at=make.RECEIVED,
        due_at=make.DUE,
        new_due_at=make.DUE - timedelta(hours=1),
        cause="chưa xong",
        responsible="Công an xã",
        contact="0220 3000 101",
        signer=statutory.Signer(title=("Giám đốc",), name="Phạm Hữu Nghĩa"),
    )
    with pytest.raises(ValueError, match="after the promised one"):
        statutory.apology(data)


def test_the_register_says_chua_co_where_nothing_happened_yet() -> None:
    table = next(block for block in make.register(2).blocks if isinstance(block, Table))
    assert table.rows[0][8].startswith("17:00")
    assert table.rows[1][8:10] == ("chưa có", "chưa có")


def test_the_cash_receipt_adds_up_and_shows_a_waiver_with_its_ground() -> None:
    words = said(make.cash_receipt())
    assert "Mười sáu nghìn đồng" in words
    assert "0 đ" in words
    assert "Nghị quyết 02/2023/NQ-HĐND" in words
    assert "không thay biên lai điện tử" in words


def test_a_paper_without_number_leaves_a_blank_for_the_clerk() -> None:
    head = replace(make.letterhead(), number="", issued_at=datetime(2026, 11, 22, 23, 30, tzinfo=VIETNAM))
    data = statutory.RefusalData(
        letterhead=head,
        case=make.case(),
        grounds=(),
        advice="Bà nộp tại xã Tứ Kỳ.",
        contact="0220 3000 101",
        signer=statutory.Signer(title=("Giám đốc",), name="Phạm Hữu Nghĩa"),
    )
    sheet = statutory.refusal(data)
    assert sheet.document_number == "Số: …………"
    assert sheet.issued_on == date(2026, 11, 22)
    assert any(isinstance(block, Signatures) for block in sheet.blocks)
