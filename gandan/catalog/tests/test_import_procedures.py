"""Exports of the portal are taken in: broken lines refused one by one, placeholders never a promise."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from gandan.catalog import actions
from gandan.catalog.actions import ImportReport
from gandan.catalog.drafts import Draft
from gandan.catalog.models import Fee, Origin, Procedure, ProcedureVersion, TimeLimit
from gandan.catalog.portal_rows import DOUBTFUL_FEE, DOUBTFUL_TIME, read_lines, read_row
from gandan.people.offices import Office
from gandan.places.models import Agency

from . import make

pytestmark = pytest.mark.django_db
REAL = settings.BASE_DIR.parent / "shared" / "data" / "procedures.jsonl"


def take_in(*rows: dict[str, Any] | str) -> ImportReport:
    return actions.import_procedures(make.lines(*rows), source="tệp thử", today=make.TODAY)


def test_it_works(tmp_path: Path, chi_minh: Agency, client: Client) -> None:
    file = tmp_path / "moi.jsonl"
    file.write_text("\n".join(make.lines(make.row("1.000001"), make.row("1.000002"))), encoding="utf-8")

    call_command("catalog", "import", str(file))

    page = client.get("/thu-tuc/1.000001/").content.decode()
    assert "Xác nhận việc làm thử" in page
    assert "5\u00a0ngày\u00a0làm\u00a0việc" in page
    assert "Mức thu (tại quầy) chưa được xác nhận" in page


def test_broken_lines_are_refused_one_by_one() -> None:
    report = take_in(
        "{broken",
        make.row("1.000001"),
        make.row(code=""),
        make.row("1.000003", name=" "),
        make.row("2.0024"),
        make.row("1.000001"),
        make.row("1.000005", methods=[make.method(time_unit="fortnight")]),
        "[1, 2]",
        "",
        make.row("1.000006", components="none"),
        make.row("1.000007", methods=[make.method(time_value="soon")]),
        make.row("1.000008", name="x" * 1001),
        make.row("1.000009"),
    )

    assert report.added == ["1.000001", "1.000009"]
    assert [(one.line, one.reason) for one in report.refused] == [
        (1, "không phải JSON hợp lệ"),
        (3, "thiếu mã thủ tục (code)"),
        (4, "thiếu tên thủ tục (name)"),
        (5, "mã “2.0024” không đúng dạng n.nnnnnn"),
        (6, "trùng mã với dòng 2"),
        (7, "không hiểu đơn vị thời hạn “fortnight”"),
        (8, "phải là một đối tượng JSON"),
        (10, "mục components phải là danh sách các đối tượng"),
        (11, "số lượng của thời hạn không đọc được: “soon”"),
        (12, "tên dài 1001 ký tự, nhiều nhất 1000"),
    ]


def test_a_file_without_one_good_line_ends_with_an_error(tmp_path: Path) -> None:
    file = tmp_path / "hong.jsonl"
    file.write_text("not json\n", encoding="utf-8")
    with pytest.raises(CommandError, match="Không nhập được dòng nào"):
        call_command("catalog", "import", str(file))
    with pytest.raises(CommandError, match="Không đọc được tệp"):
        call_command("catalog", "import", str(tmp_path / "none.jsonl"))


@pytest.mark.parametrize(
    "method",
    [
        pytest.param({"time_raw": "1 ngày", "time_value": 1, "time_unit": "day"}, id="one day"),
        pytest.param({"time_raw": "1", "time_value": 1, "time_unit": "other"}, id="other"),
        pytest.param({"time_raw": "N/A", "time_value": None, "time_unit": None}, id="none"),
        pytest.param({"time_raw": "3.5 ngày làm việc", "time_value": 3.5, "time_unit": "working_day"}, id="halves"),
        pytest.param({"time_raw": "02 Giờ", "time_value": 2, "time_unit": "hour"}, id="hours of whose clock"),
    ],
)
def test_doubtful_times_promise_nothing_even_without_a_flag(method: dict[str, Any]) -> None:
    draft = read_row(make.row(methods=[make.method(**method)]))
    assert not any(limit.is_verified for limit in draft.limits)


@pytest.mark.parametrize(
    "text", ["Miễn phí", "Phí : 0 Đồng", "", "Không có thông tin(1)", "700 VNĐ(700.000 đồng/cơ sở)"]
)
def test_doubtful_fees_have_no_amount(text: str) -> None:
    draft = read_row(make.row(methods=[make.method(fee_raw=text)]))
    assert [(fee.amount, fee.is_verified) for fee in draft.fees] == [(None, False)]


def test_two_ways_of_filing_with_different_times_are_left_to_a_clerk() -> None:
    draft = read_row(
        make.row(methods=[make.method(), make.method(channel="Trực tuyến", time_value=3, time_raw="3 ngày làm việc")])
    )
    assert draft.limits == ()
    assert draft.warnings == ("Nguồn ghi nhiều thời hạn: 3 ngày làm việc; 5 ngày làm việc.",)


def test_notes_are_not_papers_and_cases_stay_cases() -> None:
    papers = [
        {"group": "Lưu ý", "name": "Xuất trình bản chính", "originals": 0, "copies": 0, "is_note": True},
        {"group": "Trường hợp ủy quyền", "name": "Văn bản ủy quyền", "originals": 1, "copies": 0, "is_note": False},
        {"group": "Giấy tờ phải nộp", "name": "Tờ khai", "originals": 1, "copies": None, "is_note": False},
    ]
    draft = read_row(make.row(components=papers))
    assert [(one["name"], one["group"], one["when"]) for one in draft.components] == [
        ("Văn bản ủy quyền", "when", "Trường hợp ủy quyền"),
        ("Tờ khai", "always", ""),
    ]


def test_what_is_already_known_is_kept(administrator: Office) -> None:
    make.version("1.000001", origin=Origin.SHIPPED)
    edited = make.version("1.000002", origin=Origin.IMPORTED)
    actions.verify_limit(edited, make.confirmed_limit(), by=administrator, now=make.NOW)

    report = take_in(make.row("1.000001"), make.row("1.000002"), make.row("1.000003"))

    assert (report.kept, report.added) == (["1.000001", "1.000002"], ["1.000003"])
    assert ProcedureVersion.objects.filter(procedure__code__in=report.kept).count() == 2


def test_a_second_import_changes_only_what_changed(clerk: Office) -> None:
    take_in(make.row("1.000001"), make.row("1.000002"))
    first = ProcedureVersion.objects.get(procedure__code="1.000001")
    actions.verify_fee(first, make.confirmed_fee(8000), by=clerk, now=make.NOW)

    report = take_in(make.row("1.000001", decision_no="11/QĐ-BNV"), make.row("1.000002"))

    assert (report.renewed, report.unchanged) == (["1.000001"], ["1.000002"])
    now = ProcedureVersion.objects.in_force(make.TODAY).get(procedure__code="1.000001")
    assert (now.number, now.decision_no) == (2, "11/QĐ-BNV")
    assert 8000 in [fee.amount for fee in now.fees_in(clerk.commune)]


def test_warnings_are_for_the_clerk_and_old_district_procedures_stay_drafts() -> None:
    take_in(
        make.row("1.000001", flags=["mentions_abolished_level_or_agency"]),
        make.row("1.000002", flags=["abolished_district_level_variant"]),
    )
    shown, hidden = ProcedureVersion.objects.order_by("procedure__code")
    assert "cấp huyện" in shown.warnings[0]
    assert (shown.is_published, hidden.is_published) == (True, False)


def test_the_real_file_promises_nothing_it_does_not_know() -> None:
    with REAL.open(encoding="utf-8") as lines:
        report = actions.import_procedures(lines, source=REAL.name, today=make.TODAY)

    assert (len(report.added), report.refused) == (559, [])
    assert Procedure.objects.count() == 559
    flags = {row["code"]: set(row["flags"]) for row in map(json.loads, REAL.read_text(encoding="utf-8").splitlines())}
    doubtful_time = [code for code, found in flags.items() if found & DOUBTFUL_TIME]
    doubtful_fee = [code for code, found in flags.items() if found & DOUBTFUL_FEE]
    assert (len(doubtful_time), len(doubtful_fee)) == (69, 511)
    assert not TimeLimit.objects.filter(version__procedure__code__in=doubtful_time, is_verified=True).exists()
    fees = Fee.objects.filter(version__procedure__code__in=doubtful_fee)
    assert not fees.exclude(amount=None, is_verified=False).exists()
    assert TimeLimit.objects.filter(is_verified=True).count() == 296


def test_every_real_line_can_be_read_as_a_version() -> None:
    with REAL.open(encoding="utf-8") as lines:
        drafts = [one.checked() for one in read_lines(lines) if isinstance(one, Draft)]
    assert len(drafts) == 559
