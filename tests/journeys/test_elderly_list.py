"""Nobody of 75 is left out: two files, 200 people to reach, each hamlet's to its head, every one to a final state (S0.21)."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date

import pytest
from openpyxl import load_workbook
from playwright.sync_api import FilePayload, Page, expect

from gandan.core.tables import XLSX, as_xlsx
from gandan.outreach.models import ListedPerson, Listing
from gandan.places.models import Agency, Hamlet, hamlet_sort_key
from gandan.portal.demonstration import COMMUNE
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, come_in, filed, staff

Clean = Callable[[Page], None]
Shoot = Callable[[Page, str], None]
HAMLETS = {"Số 11": "Nguyễn Văn Trưởng", "Số 12": "Bùi Thị Mận", "Số 13": ""}
TO_REACH, RECEIVING, YOUNG = 200, 30, 40
NAMES = ("Nguyễn Văn", "Trần Thị", "Phạm Văn", "Lê Thị", "Vũ Văn")


@pytest.fixture(autouse=True)
def _hamlets(stage: None) -> object:
    commune = Agency.objects.get(code=COMMUNE)
    made = [
        Hamlet.objects.create(commune=commune, kind="tdp", name=name, head_name=head, sort_name=hamlet_sort_key(name))
        for name, head in HAMLETS.items()
    ]
    yield
    Listing.objects.all().delete()
    Hamlet.objects.filter(pk__in=[one.pk for one in made]).delete()


def _person(one: int) -> tuple[str, date, str]:
    """Number 1 to 230 are older than 75, the others young."""
    year = 1936 + one % 14 if one <= TO_REACH + RECEIVING else 1970 + one % 20
    return f"{NAMES[one % 5]} {one}", date(year, one % 12 + 1, one % 27 + 1), f"030{one:09d}"


def population() -> FilePayload:
    """270 people by CSV; one stands there twice."""
    lines = ["STT;Họ tên;Sinh ngày;CCCD;Khu;Chỗ ở hiện nay;ĐT"]
    for one in [*range(1, TO_REACH + RECEIVING + YOUNG + 1), 7]:
        name, born, number = _person(one)
        lines.append(f"{one};{name};{born:%d/%m/%Y};{number};TDP số {11 + one % 3};Nhà {one};0912{one:06d}")
    return {"name": "dan-cu.csv", "mimeType": "text/csv", "buffer": "\n".join(lines).encode("utf-8-sig")}


def insurance() -> FilePayload:
    """The first 30 receive already: a workbook of Social Insurance with columns of its own names."""
    rows = [
        (str(one), number, name, f"{born:%d/%m/%Y}", "BT")
        for one in range(1, RECEIVING + 1)
        for name, born, number in [_person(one)]
    ]
    heads = ("TT", "Mã định danh", "Đối tượng", "NS", "Loại")
    return {"name": "bhxh.xlsx", "mimeType": XLSX, "buffer": as_xlsx("Đang hưởng", heads, rows)}


def test_hai_tep_hai_tram_nguoi_khong_sot_ai(opened: Opener, clock: Clock, clean: Clean, shoot: Shoot) -> None:
    clock.set("2026-11-23 09:00")
    desk = opened(DESK)
    come_in(desk, staff("lanhdao"))
    _made_and_fed(desk, clean)
    _given_to_heads(desk, clean, shoot)
    sheets = _all_ended(desk, clean, shoot, clock)
    assert sheets <= 4, "two hundred people are a few pages of work"
    _told_and_closed(desk)


def _made_and_fed(desk: Page, clean: Clean) -> None:
    desk.goto("/can-bo/ra-soat/")
    desk.get_by_role("link", name="Lập danh sách").click()
    desk.get_by_label("Tên danh sách").fill("Người từ 75 tuổi chưa hưởng trợ cấp hưu trí xã hội")
    expect(desk.get_by_label("Từ đủ bao nhiêu tuổi")).to_have_value("75")
    clean(desk)
    desk.get_by_role("button", name="Lập danh sách").click()
    _feed(
        desk,
        "Danh sách dân cư",
        population(),
        {"Họ và tên": "Họ tên", "Ngày sinh": "Sinh ngày", "Thôn, tổ dân phố": "Khu"},
        clean,
    )
    _feed(
        desk,
        "Danh sách đang hưởng",
        insurance(),
        {"Họ và tên": "Đối tượng", "Ngày sinh": "NS", "Số định danh, căn cước": "Mã định danh"},
        clean,
    )
    desk.get_by_role("link", name="Đối chiếu").click()
    desk.get_by_role("button", name="Đối chiếu").click()
    expect(desk.get_by_text("230 người đủ điều kiện, 30 người đã hưởng, 200 người cần đến.")).to_be_visible()
    expect(desk.get_by_text("0/200 người có kết quả cuối, còn 200 người")).to_be_visible()
    desk.get_by_text("1 dòng cần xem lại").click()
    expect(desk.get_by_text("Trùng người với dòng 8, đã gộp làm một.")).to_be_visible()


def _feed(desk: Page, part: str, file: FilePayload, columns: dict[str, str], clean: Clean) -> None:
    """A file goes in; columns that the guess missed are pointed out by hand."""
    desk.get_by_role("link", name="Nạp tệp").click()
    desk.get_by_label("Tệp này là").select_option(label=part)
    desk.get_by_label("Tệp CSV hoặc XLSX").set_input_files(files=[file])
    desk.get_by_role("button", name="Nạp tệp").click()
    expect(desk.get_by_role("heading", name="Cột nào là gì?")).to_be_visible()
    clean(desk)
    for label, column in columns.items():
        desk.get_by_label(re.compile(f"^{label}")).select_option(label=column)
    desk.get_by_role("button", name="Đọc theo các cột này").click()
    expect(desk.get_by_text(f"Đã đọc “{file['name']}”.")).to_be_visible()


def _given_to_heads(desk: Page, clean: Clean, shoot: Shoot) -> None:
    """Two hamlets have a head; of the third somebody is named by hand."""
    desk.get_by_role("button", name="Giao về từng trưởng thôn, tổ trưởng").click()
    given = ListedPerson.objects.filter(status="assigned")
    expect(desk.get_by_text(f"Đã giao {given.count()} người cho trưởng thôn, tổ trưởng.")).to_be_visible()
    assert set(given.values_list("head_name", flat=True)) == {"Nguyễn Văn Trưởng", "Bùi Thị Mận"}
    desk.get_by_role("link", name="Giao Số 13").click()
    desk.get_by_label("Người phụ trách ở khu dân cư").fill("Trịnh Văn Hùng")
    desk.get_by_role("button", name="Giao danh sách").click()
    expect(desk.get_by_role("row").filter(has_text="Trịnh Văn Hùng")).to_contain_text("Số 13")
    clean(desk)
    shoot(desk, "elderly-list")
    with desk.expect_download() as caught:
        desk.get_by_role("link", name="XLSX Số 12").click()
    rows = _rows(caught.value.path().read_bytes())
    mine = ListedPerson.objects.filter(hamlet__name="Số 12")
    assert len(rows) == mine.count()
    assert {row[7] for row in rows} == {"Bùi Thị Mận"}
    assert all("*" in row[2] or "…" in row[2] or "•" in row[2] for row in rows), rows[0]


def _rows(body: bytes) -> list[tuple[str, ...]]:
    """The people of a downloaded sheet, without title and heads."""
    sheet = load_workbook(io.BytesIO(body)).active
    assert sheet is not None
    rows = [tuple(str(cell or "") for cell in row) for row in sheet.iter_rows(values_only=True)]
    return rows[next(place for place, row in enumerate(rows) if row[0] == "Họ tên") + 1 :]


def _all_ended(desk: Page, clean: Clean, shoot: Shoot, clock: Clock) -> int:
    """Sheets until nobody is open: most filed, some refused or gone, one by the code of the dossier."""
    dossier = filed("1.001699", now=clock.now, channel="counter")
    desk.get_by_role("link", name="Ghi kết quả nhiều người").click()
    for sheet in range(1, 10):
        left = ListedPerson.objects.still_open().count()
        lines = desk.locator(".endings tbody tr")
        lines.nth(0).get_by_role("combobox").select_option(label="Từ chối")
        lines.nth(1).get_by_role("combobox").select_option(label="Đã chuyển đi")
        lines.nth(2).get_by_role("combobox").select_option(label="Đã nộp hồ sơ")
        lines.nth(2).get_by_role("textbox").fill(dossier.code)
        desk.get_by_label("Kết quả cho mọi dòng còn trống").select_option(label="Không đủ điều kiện")
        desk.get_by_role("button", name="Điền").click()
        desk.get_by_role("button", name="Ghi kết quả").click()
        expect(desk.get_by_role("alert")).to_contain_text("dòng chưa ghi được")
        if sheet == 1:
            clean(desk)
            shoot(desk, "elderly-sheet")
        desk.get_by_label("Lý do chung").fill("Theo xác nhận của tổ trưởng ngày 22/11")
        desk.get_by_role("button", name="Ghi kết quả").click()
        expect(desk.get_by_text(re.compile(r"Đã ghi kết quả của \d+ người"))).to_be_visible()
        if not ListedPerson.objects.still_open().exists():
            return sheet
        assert ListedPerson.objects.still_open().count() < left
    return sheet


def _told_and_closed(desk: Page) -> None:
    expect(desk.get_by_text("200/200 người có kết quả cuối, không sót ai.")).to_be_visible()
    with desk.expect_download() as caught:
        desk.get_by_text("Tải danh sách đang xem").get_by_role("link", name="XLSX").click()
    rows = _rows(caught.value.path().read_bytes())
    assert len(rows) == 200
    assert {row[8] for row in rows} == {"Từ chối", "Đã chuyển đi", "Đã nộp hồ sơ", "Không đủ điều kiện"}
    assert all(row[9] for row in rows), "every final state has its reason"
    desk.get_by_role("link", name="Kết thúc danh sách").click()
    desk.get_by_role("button", name="Kết thúc danh sách").click()
    expect(desk.get_by_text("đã kết thúc").first).to_be_visible()
    assert not ListedPerson.objects.exclude(phone="").exists()
