"""Everything works without JavaScript: the whole filing, the large type, the officer's press."""

import re

from playwright.sync_api import expect

from gandan.dossiers.models import Dossier
from tests.conftest import Clock

from .conftest import Opener
from .walks import (
    DESK,
    PHONE,
    come_in,
    file_birth,
    fill,
    go_on,
    picture,
    press,
    promise_and_submit,
    row_of,
    says,
    sign_in_by_code,
    staff,
)  # fmt: skip


def test_nop_ho_so_khong_co_javascript(opened: Opener, clock: Clock) -> None:
    clock.set("2026-11-23 10:00")
    page = opened(PHONE, script=False)
    page.goto("/")
    page.get_by_role("button", name="Chữ to").click()
    expect(page.locator("html")).to_have_attribute("data-type", "large")
    expect(page.get_by_role("button", name="Chữ to")).to_have_attribute("aria-pressed", "true")
    file_birth(page)
    page.get_by_label("Giấy chứng sinh").first.set_input_files(picture())
    page.get_by_role("button", name="Gửi ảnh này").first.click()
    says(page, "Tệp 1")
    go_on(page)
    promise_and_submit(page)
    sign_in_by_code(page, "0912345118")
    expect(page.get_by_label(re.compile("Tôi cam đoan"))).to_be_checked()
    page.get_by_role("button", name="Nộp hồ sơ").click()
    says(page, "Đã gửi hồ sơ")
    expect(page.locator("html")).to_have_attribute("data-type", "large")
    dossier = Dossier.objects.get()
    assert dossier.papers.count() == 1
    assert dossier.owner is not None

    desk = opened(DESK, script=False)
    come_in(desk, staff("motcua"))
    desk.goto("/can-bo/")
    row_of(desk, dossier).get_by_role("link").click()
    press(desk, "Tiếp nhận", "Tiếp nhận hồ sơ")
    says(desk, "Đã tiếp nhận")


def test_loi_nhap_noi_ro_khong_can_javascript(opened: Opener, clock: Clock) -> None:
    clock.set("2026-11-23 10:00")
    page = opened(PHONE, script=False)
    page.goto("/nop-ho-so/1.001193/")
    page.get_by_role("button", name="Bắt đầu").click()
    go_on(page)
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("chỗ cần sửa")
    expect(summary.get_by_role("link").first).to_have_attribute("href", "#id_applicant_name")
    fill(page, {"Số định danh của người nộp": "0301960124"})
    go_on(page)
    says(page, "Số định danh có 12 chữ số. Ô này đang có 10.")
    expect(page.get_by_label("Số định danh của người nộp")).to_have_value("0301960124")
