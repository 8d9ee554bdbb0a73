"""Bà Lan registers the birth of her child by telephone, on the Monday before the new holiday."""

import re
from collections.abc import Callable

from django.core import mail
from playwright.sync_api import Page, expect

from gandan.dossiers.models import Dossier, Rating
from gandan.journal.tests.settle import settle
from tests.conftest import Clock

from .conftest import Opener
from .walks import (
    APPLICANT,
    CHILD,
    DESK,
    PARENTS,
    PHONE,
    SECRETS,
    fill,
    go_on,
    picture,
    press,
    row_of,
    says,
    sign_in,
    sign_in_by_code,
)  # fmt: skip

Shoot = Callable[[Page, str], None]


def test_tu_dien_thoai_den_ket_qua(opened: Opener, clock: Clock, shoot: Shoot) -> None:
    clock.set("2026-11-23 15:20")
    lan, mai = opened(PHONE), opened(DESK)
    dossier = _she_files(lan, shoot)
    clock.set("2026-11-23 15:40")
    _mai_asks_once(mai, dossier, shoot)
    _she_completes(lan, dossier)
    clock.set("2026-11-23 16:10")
    _mai_receives(mai, dossier, shoot)
    _the_receipt_says_when(lan, dossier, shoot)
    clock.set("2026-11-25 09:00")
    _the_office_works(opened, dossier, shoot)
    _she_rates(opened(PHONE), dossier)
    _anybody_sees_no_name(opened(PHONE), dossier)


def _she_files(page: Page, shoot: Shoot) -> Dossier:
    page.goto("/")
    shoot(page, "home")
    page.get_by_role("link", name="Đăng nhập bằng số điện thoại").click()
    sign_in_by_code(page, "0912 345 118")
    page.goto("/")
    page.get_by_role("searchbox").fill("lam giay khai sinh")
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("main").get_by_role("link", name="Đăng ký khai sinh", exact=False).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Đăng ký khai sinh")
    shoot(page, "procedure")
    page.get_by_role("main").get_by_role("link", name=re.compile("Nộp")).first.click()
    page.get_by_role("button", name="Bắt đầu").click()
    fill(page, APPLICANT | {"E-mail": "lan@example.vn"})
    page.get_by_label("bà", exact=True).check()
    go_on(page)
    _a_wrong_day_first(page, shoot)
    fill(page, PARENTS)
    go_on(page)
    fill(page, {"Quan hệ với bé": "mẹ"})
    go_on(page)
    page.get_by_label("Giấy chứng sinh").first.set_input_files(picture())
    shoot(page, "papers")
    go_on(page)
    says(page, "Kiểm tra trước khi nộp")
    shoot(page, "check")
    _a_double_click_files_once(page)
    says(page, "Đã gửi hồ sơ")
    shoot(page, "receipt-sent")
    return Dossier.objects.get()


def _a_wrong_day_first(page: Page, shoot: Shoot) -> None:
    fill(page, CHILD | {"Ngày sinh": "31/11/2026"})
    page.get_by_label("Nam", exact=True).check()
    go_on(page)
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("Tháng 11 chỉ có 30 ngày")
    expect(summary).to_be_focused()
    expect(page).to_have_title(re.compile("^Lỗi:"))
    shoot(page, "step-with-error")
    summary.get_by_role("link").first.click()
    expect(page.get_by_label("Ngày sinh")).to_be_focused()
    page.get_by_label("Ngày sinh").fill("05/11/2026")
    go_on(page)


def _a_double_click_files_once(page: Page) -> None:
    page.get_by_label(re.compile("Tôi cam đoan")).check()
    page.get_by_role("button", name="Nộp hồ sơ").dblclick()
    page.wait_for_url(re.compile("/giay-hen/"))
    assert Dossier.objects.count() == 1


def _mai_asks_once(page: Page, dossier: Dossier, shoot: Shoot) -> None:
    sign_in(page, "motcua")
    row = row_of(page, dossier)
    expect(row).to_contain_text("chưa xem")
    expect(row).to_contain_text("Mới đăng ký")
    shoot(page, "inbox-new")
    row.get_by_role("link").click()
    shoot(page, "dossier-new")
    page.get_by_role("link", name="Yêu cầu bổ sung").click()
    page.get_by_role("group", name="Giấy tờ cần bổ sung").get_by_label("Giấy chứng sinh", exact=True).check()
    page.get_by_label("Cần bổ sung gì, vì sao").fill("Ảnh Giấy chứng sinh bị lóa ở góc trên, chưa đọc được số giấy.")
    page.get_by_role("button", name="Gửi yêu cầu bổ sung").click()
    says(page, "Đã yêu cầu bổ sung")
    settle()


def _she_completes(page: Page, dossier: Dossier) -> None:
    (letter,) = [one for one in mail.outbox if "lóa" in one.body]
    assert letter.to == ["lan@example.vn"]
    page.goto("/cong-dan/thu/")
    says(page, "bổ sung")
    page.goto(f"/cong-dan/ho-so/{dossier.code}/")
    says(page, "Ảnh Giấy chứng sinh bị lóa")
    page.get_by_label("Giấy chứng sinh").first.set_input_files(picture("chup-lai.jpg"))
    page.get_by_role("button", name="Gửi bổ sung").click()
    says(page, "Trung tâm đã nhận phần bổ sung")


def _mai_receives(page: Page, dossier: Dossier, shoot: Shoot) -> None:
    page.goto(f"/can-bo/ho-so/{dossier.code}/")
    blocked = page.get_by_role("button", name="Yêu cầu bổ sung")
    expect(blocked).to_be_disabled()
    says(page, "đã dùng lần duy nhất")
    press(page, "Tiếp nhận", "Tiếp nhận hồ sơ")
    says(page, "Đã tiếp nhận")
    settle()


def _the_receipt_says_when(page: Page, dossier: Dossier, shoot: Shoot) -> None:
    """Received on Monday after 15:00, on a same-day procedure; Tuesday 24/11 is the holiday."""
    page.goto(f"/ho-so/{dossier.key}/giay-hen/")
    date = page.locator(".deadline__date")
    expect(date).to_contain_text("thứ Tư, 25/11")
    expect(date).to_contain_text("17 giờ")
    expect(page.locator("details.working")).to_contain_text("24/11")
    shoot(page, "giay-hen")


def _the_office_works(opened: Opener, dossier: Dossier, shoot: Shoot) -> None:
    mai, minh, hoa = opened(DESK), opened(DESK), opened(PHONE)
    for page, who in ((mai, "motcua"), (minh, "chuyenvien"), (hoa, "lanhdao")):
        sign_in(page, who)
    there = f"/can-bo/ho-so/{dossier.code}/"
    mai.goto(there)
    press(mai, "Chuyển xử lý", "Chuyển xử lý")
    minh.goto(there)
    minh.get_by_role("link", name="Ghi xong bước").click()
    minh.get_by_label("Kết quả của bước").fill("Đã ghi Sổ đăng ký khai sinh, số 118.")
    minh.get_by_role("button", name="Ghi xong bước").click()
    shoot(minh, "dossier")
    hoa.goto(there)
    hoa.get_by_role("link", name="Phê duyệt").click()
    shoot(hoa, "approve-phone")
    hoa.get_by_label("Số kết quả").fill("118/2026")
    hoa.get_by_role("button", name="Ký duyệt").click()
    says(hoa, "Đã phê duyệt")
    mai.goto(there)
    press(mai, "Trả kết quả", "Ghi đã trả kết quả")
    says(mai, "Đã trả kết quả")
    settle()


def _she_rates(page: Page, dossier: Dossier) -> None:
    page.goto(f"/cong-dan/ho-so/{dossier.code}/")
    sign_in_by_code(page, "0912 345 118")
    page.get_by_label("5 sao, rất hài lòng").check()
    page.get_by_role("button", name="Gửi đánh giá").click()
    says(page, "Cảm ơn ông/bà đã đánh giá")
    assert Rating.objects.get().stars == 5


def _anybody_sees_no_name(page: Page, dossier: Dossier) -> None:
    page.goto(f"/theo-doi/{dossier.key}/")
    says(page, "Đã trả kết quả")
    shown = page.content()
    assert [secret for secret in SECRETS if secret in shown] == []
