"""Văn thư keeps the promises true: a fee with its source, a day off with its notice, a year confirmed."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from gandan.catalog.models import Fee
from gandan.places.models import CalendarDay, CalendarYear
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, PHONE, come_in, fill, says, staff

Shoot = Callable[[Page, str], None]
CONFIRMATION = "2.000635"
"""“Cấp bản sao Trích lục hộ tịch”: the fee of a copy is not confirmed in the curated set."""


@pytest.fixture
def desk(opened: Opener, clock: Clock) -> Page:
    clock.set("2026-11-23 09:00")
    page = opened(DESK)
    come_in(page, staff("vanthu"))
    return page


@pytest.fixture
def law_as_it_was() -> Iterator[None]:
    """The other stories count on the calendar and the fees as they are shipped."""
    fees = set(Fee.objects.values_list("pk", flat=True))
    years = set(CalendarYear.objects.values_list("pk", flat=True))
    days = set(CalendarDay.objects.values_list("pk", flat=True))
    yield
    Fee.objects.exclude(pk__in=fees).delete()
    CalendarYear.objects.exclude(pk__in=years).delete()
    CalendarDay.objects.exclude(pk__in=days).delete()


def test_xac_nhan_muc_thu(desk: Page, opened: Opener, law_as_it_was: None) -> None:
    public = opened(PHONE)
    public.goto(f"/thu-tuc/{CONFIRMATION}/")
    says(public, "chưa được xác nhận")
    desk.goto("/can-bo/")
    desk.get_by_text("Thêm", exact=True).click()
    desk.get_by_role("link", name="Thủ tục", exact=True).click()
    desk.goto(f"/can-bo/thu-tuc/{CONFIRMATION}/")
    fees = desk.get_by_role("region", name="Mức thu")
    fees.get_by_role("row").filter(has_text="Phí cấp bản sao").get_by_role("link", name="Xác nhận").click()
    desk.get_by_role("button", name="Xác nhận mức thu").click()
    expect(desk.get_by_role("alert")).to_be_visible()
    fill(
        desk,
        {
            "Mức thu, đồng": "8.000",
            "Căn cứ": "Nghị quyết 23/2026/NQ-HĐND",
            "Nguồn": "Nghị quyết 23/2026/NQ-HĐND, phụ lục II",
            "Ngày của nguồn": "28/07/2026",
        },
    )
    desk.get_by_role("button", name="Xác nhận mức thu").click()
    expect(desk.get_by_role("region", name="Mức thu")).to_contain_text("Nghị quyết 23/2026/NQ-HĐND")
    public.reload()
    expect(public.get_by_role("main")).to_contain_text("8.000")
    expect(public.get_by_role("main")).to_contain_text("Nghị quyết 23/2026/NQ-HĐND")


def test_them_ngay_nghi_kem_thong_bao(desk: Page, opened: Opener, shoot: Shoot, law_as_it_was: None) -> None:
    desk.goto("/can-bo/lich/")
    shoot(desk, "calendar")
    desk.get_by_role("link", name="Thêm ngày").click()
    fill(desk, {"Ngày": "26/11/2026", "Tên ngày": "Nghỉ theo thông báo của thành phố"})
    desk.get_by_role("button", name="Ghi ngày này").click()
    expect(desk.get_by_role("alert")).to_contain_text("Xin ghi văn bản cho nghỉ")
    fill(desk, {"Căn cứ": "Thông báo 118/TB-UBND ngày 20/11/2026"})
    desk.get_by_role("button", name="Ghi ngày này").click()
    says(desk, "Đã ghi thứ Năm, 26/11")
    home = opened(PHONE)
    home.goto("/")
    expect(home.get_by_role("main")).to_contain_text("Nghỉ theo thông báo của thành phố")
    expect(home.get_by_role("main")).to_contain_text("118/TB-UBND")


def test_xac_nhan_du_mot_nam(desk: Page, law_as_it_was: None) -> None:
    desk.goto("/can-bo/lich/?nam=2027")
    says(desk, "Chưa xác nhận nhập đủ")
    desk.get_by_role("link", name="Xác nhận đã nhập đủ năm 2027").click()
    fill(desk, {"Căn cứ": "Thông báo 9441/TB-BNV ngày 15/11/2026"})
    desk.get_by_role("button", name="Xác nhận năm 2027").click()
    says(desk, "Năm 2027 đã nhập đủ")
    expect(desk.get_by_role("complementary")).to_contain_text("9441/TB-BNV")
