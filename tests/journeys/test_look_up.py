"""Where is my dossier? By the QR on the receipt, or by its code and the last four digits of the telephone."""

from playwright.sync_api import Page, expect

from gandan.dossiers.models import Dossier
from gandan.dossiers.sheets import tracking_url
from tests.conftest import Clock

from .conftest import Opener
from .walks import PHONE, SECRETS, filed, says


def _look_up(page: Page, code: str, digits: str) -> None:
    page.goto("/tra-cuu/")
    page.get_by_label("Mã hồ sơ").fill(code)
    page.get_by_label("Bốn số cuối điện thoại của người nộp").fill(digits)
    page.get_by_role("button", name="Tra cứu").click()


def _dossier(clock: Clock) -> Dossier:
    return filed("1.001193", now=clock.set("2026-11-23 15:20"))


def test_quet_ma_qr_khong_thay_ten(opened: Opener, clock: Clock) -> None:
    dossier, page = _dossier(clock), opened(PHONE)
    address = tracking_url(dossier)
    assert address.endswith(f"/theo-doi/{dossier.key}/")
    page.goto(f"/theo-doi/{dossier.key}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng ký khai sinh")
    assert [secret for secret in SECRETS if secret in page.content()] == []
    page.goto(f"/ho-so/{dossier.key}/giay-hen/")
    assert page.url.endswith(f"/theo-doi/{dossier.key}/"), "the receipt bears a name: not for everybody with the key"


def test_ma_va_bon_so_cuoi(opened: Opener, clock: Clock) -> None:
    dossier, page = _dossier(clock), opened(PHONE)
    _look_up(page, f" {dossier.code.lower()} ", "5118")
    page.wait_for_url(f"**/theo-doi/{dossier.key}/")


def test_sai_so_roi_qua_nhieu_lan(opened: Opener, clock: Clock) -> None:
    dossier, page = _dossier(clock), opened(PHONE)
    for _ in range(5):
        _look_up(page, dossier.code, "0000")
        says(page, "Không có hồ sơ nào với mã và bốn số này")
    expect(page.get_by_label("Mã hồ sơ")).to_have_value(dossier.code)
    _look_up(page, dossier.code, "5118")
    says(page, "Đã tra quá nhiều lần")
    clock.set("2026-11-23 15:31")
    _look_up(page, dossier.code, "5118")
    page.wait_for_url(f"**/theo-doi/{dossier.key}/")


def test_ma_qr_gia(opened: Opener, clock: Clock) -> None:
    dossier, page = _dossier(clock), opened(PHONE)
    for key in (f"{dossier.key[:-1]}!", "0" * 22, "..%2f..%2fetc"):
        answer = page.goto(f"/theo-doi/{key}/")
        assert answer
        assert answer.status == 404
        expect(page.get_by_role("heading", level=1)).to_contain_text("Không tìm thấy trang này")
        says(page, "Tra cứu")
