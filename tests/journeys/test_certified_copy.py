"""“4 tại chỗ”: certified copies while the person waits, received, appraised, signed and returned at one counter."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from gandan.dossiers.models import Dossier
from gandan.journal.tests.settle import settle
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, come_in, fill, says, staff

Shoot = Callable[[Page, str], None]


def test_sao_y_xong_tai_cho(opened: Opener, clock: Clock, shoot: Shoot) -> None:
    clock.set("2026-11-23 09:00")
    mai, hoa = opened(DESK), opened(DESK)
    come_in(mai, staff("motcua"))
    come_in(hoa, staff("lanhdao"))
    dossier = _filed_at_the_counter(mai)
    clock.set("2026-11-23 09:02")
    mai.reload()
    _press(mai, "Chuyển xử lý")
    clock.set("2026-11-23 09:06")
    _press(mai, "Xong: Đối chiếu, ghi lời chứng, vào sổ")
    clock.set("2026-11-23 09:09")
    hoa.goto(f"/can-bo/ho-so/{dossier.code}/tai-cho/")
    _press(hoa, "Phê duyệt")
    clock.set("2026-11-23 09:11")
    _paid_in_cash(mai, dossier)
    clock.set("2026-11-23 09:12")
    mai.goto(f"/can-bo/ho-so/{dossier.code}/tai-cho/")
    _press(mai, "Trả kết quả")
    _four_times_and_the_minutes(mai)
    shoot(mai, "on-the-spot")
    settle()
    dossier.refresh_from_db()
    assert (dossier.is_same_day, dossier.outcome, dossier.status) == (True, "on_time", "returned")


def _filed_at_the_counter(page: Page) -> Dossier:
    page.goto("/can-bo/")
    page.get_by_role("link", name="Nhận hồ sơ tại quầy").click()
    page.get_by_role("main").get_by_role("searchbox").fill("sao y")
    page.get_by_role("button", name="Tìm thủ tục").click()
    page.get_by_role("link", name="Chứng thực bản sao từ bản chính").click()
    fill(
        page,
        {"Họ và tên người nộp": "Trịnh Văn Hùng", "Điện thoại": "0912345222", "Tên giấy tờ": "Bằng tốt nghiệp THPT"},
    )
    fill(page, {"Số trang của bản chính": "2", "Số bản cần": "3"})
    page.get_by_label("Loại bản sao").select_option("giay")
    page.get_by_label("Bản chính giấy tờ, văn bản", exact=True).check()
    page.get_by_role("button", name="Nhận hồ sơ, tính ngày hẹn").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("4 tại chỗ")
    return Dossier.objects.get()


def _press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("4 tại chỗ")


def _paid_in_cash(page: Page, dossier: Dossier) -> None:
    """Three copies of two pages, 2.000 đ a page."""
    page.goto(f"/can-bo/ho-so/{dossier.code}/")
    page.get_by_role("link", name="Thu tiền tại quầy").click()
    expect(page.get_by_label("Số tiền (đồng)")).to_have_value("12000")
    page.get_by_role("button", name="Thu tiền, ghi biên lai").click()
    says(page, "Đã thu tiền")
    aside = page.get_by_role("complementary")
    expect(aside).to_contain_text("12.000")
    expect(aside).to_contain_text("biên lai")


def _four_times_and_the_minutes(page: Page) -> None:
    steps = page.locator(".spot li")
    for number, (name, at) in enumerate(
        [("Tiếp nhận", "09:00"), ("Thẩm định", "09:06"), ("Phê duyệt", "09:09"), ("Trả kết quả", "09:12")]
    ):
        expect(steps.nth(number)).to_contain_text(name)
        expect(steps.nth(number)).to_contain_text(at)
    says(page, "12 phút")
    says(page, "từ lúc nhận đến lúc trả kết quả")
