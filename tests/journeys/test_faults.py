"""What goes wrong on an ordinary day: a clear Vietnamese message, nothing lost, nothing doubled."""

import re
from datetime import datetime

import pytest
from playwright.sync_api import FilePayload, Page, expect

from gandan.dossiers import actions
from gandan.dossiers.models import Dossier, Draft
from tests.conftest import Clock

from .conftest import Opener
from .walks import (
    DESK,
    PHONE,
    citizen,
    come_in,
    file_birth,
    filed,
    fill,
    go_on,
    picture,
    promise_and_submit,
    says,
    sign_in_by_code,
    staff,
)  # fmt: skip

MEGABYTE = 2**20
BAD_FILES: list[tuple[str, bytes, str]] = [
    ("virus.pdf", b"%PDF-1.7\n1 0 obj<</S/JavaScript/JS (app.alert(1))>>\n%%EOF", "có chương trình"),
    ("gia.jpg", b"MZ\x90\x00" * 400, "có mã độc"),
    ("trang.html", b"<script>alert(1)</script>", "có mã độc"),
    ("to.jpg", b"\xff\xd8\xff\xe0" + b"0" * (10 * MEGABYTE + 1), "tối đa 10 MB"),
    ("ghi-chu.txt", "Giấy chứng sinh số 118".encode(), "Xin gửi ảnh (JPG, PNG, WEBP) hoặc tệp PDF"),
    ("rong.pdf", b"", "không có nội dung"),
]


@pytest.fixture
def at_papers(opened: Opener, clock: Clock) -> Page:
    clock.set("2026-11-23 10:00")
    page = opened(PHONE)
    come_in(page, citizen("0912345118"))
    file_birth(page)
    return page


@pytest.fixture
def new(clock: Clock) -> Dossier:
    now: datetime = clock.set("2026-11-23 10:00")
    return filed("1.001193", now=now)


def test_tep_xau_noi_ro_va_giu_lai_moi_thu(at_papers: Page) -> None:
    page = at_papers
    page.get_by_label("Giấy chứng sinh").first.set_input_files(picture())
    page.get_by_role("button", name="Gửi ảnh này").first.click()
    for name, content, words in BAD_FILES:
        bad: FilePayload = {"name": name, "mimeType": "image/jpeg", "buffer": content}
        page.get_by_label("Giấy chứng sinh").first.set_input_files(bad)
        go_on(page)
        expect(page.get_by_role("alert")).to_contain_text(words)
        says(page, "Tệp 1")
    assert Draft.objects.get().papers.count() == 1
    page.goto(page.url)
    go_on(page)
    says(page, "Phạm Gia Bảo")


def test_nut_quay_lai_sau_khi_nop(at_papers: Page) -> None:
    page = at_papers
    go_on(page)
    check = page.url
    promise_and_submit(page)
    page.wait_for_url(re.compile("/giay-hen/"))
    page.go_back()
    page.wait_for_load_state()
    again = page.get_by_role("button", name="Nộp hồ sơ")
    if again.count():
        page.get_by_label(re.compile("Tôi cam đoan")).check()
        again.click()
    page.wait_for_url(re.compile("/giay-hen/"))
    page.goto(check)
    page.wait_for_url(re.compile("/giay-hen/"))
    assert Dossier.objects.count() == 1


def test_het_phien_giua_chung(at_papers: Page) -> None:
    page = at_papers
    page.context.clear_cookies(name="sessionid")
    page.get_by_label("Giấy chứng sinh").first.set_input_files(picture())
    go_on(page)
    says(page, "Phạm Gia Bảo")
    promise_and_submit(page)
    sign_in_by_code(page, "0912345118")
    page.get_by_role("button", name="Nộp hồ sơ").click()
    says(page, "Đã gửi hồ sơ")
    dossier = Dossier.objects.get()
    assert dossier.answers["child_name"] == "Phạm Gia Bảo"
    assert dossier.papers.count() == 1


def test_mat_mang_roi_gui_lai(at_papers: Page) -> None:
    page = at_papers
    go_on(page)
    page.get_by_label(re.compile("Tôi cam đoan")).check()
    page.context.set_offline(True)
    page.get_by_role("button", name="Nộp hồ sơ").click()
    says(page, "Chưa gửi được, mạng bị ngắt. Những gì đã điền vẫn còn.")
    assert Dossier.objects.count() == 0
    page.context.set_offline(False)
    page.get_by_role("button", name="Nộp hồ sơ").click()
    says(page, "Đã gửi hồ sơ")
    assert Dossier.objects.count() == 1


def test_trang_mo_qua_lau(at_papers: Page) -> None:
    page = at_papers
    page.go_back()
    fill(page, {"Quan hệ với bé": "bà ngoại"})
    page.context.clear_cookies(name="csrftoken")
    go_on(page)
    says(page, "Trang đã mở quá lâu")
    page.get_by_role("button", name="Gửi lại").click()
    says(page, "Giấy tờ")
    assert Draft.objects.get().answers["relation"] == "bà ngoại"


def test_hai_can_bo_mot_ho_so(opened: Opener, clock: Clock, new: Dossier) -> None:
    mai, minh = opened(DESK), opened(DESK)
    come_in(mai, staff("motcua"))
    come_in(minh, staff("chuyenvien"))
    for page in (mai, minh):
        page.goto(f"/can-bo/ho-so/{new.code}/tiep-nhan/")
    mai.get_by_role("button", name="Tiếp nhận hồ sơ").click()
    says(mai, "Đã tiếp nhận")
    minh.get_by_role("button", name="Tiếp nhận hồ sơ").click()
    expect(minh.get_by_role("alert")).to_contain_text(re.compile("vừa được người khác cập nhật|đang ở bước"))
    new.refresh_from_db()
    assert new.holder == staff("motcua")


def test_bam_hai_lan_tai_quay(opened: Opener, clock: Clock) -> None:
    clock.set("2026-11-23 10:00")
    page = opened(DESK)
    come_in(page, staff("motcua"))
    page.goto("/can-bo/ho-so-moi/2.000815/")
    fill(page, {"Họ và tên người nộp": "Trịnh Văn Hùng", "Tên giấy tờ": "Thẻ căn cước"})
    fill(page, {"Số trang của bản chính": "1", "Số bản cần": "1"})
    page.get_by_label("Loại bản sao").select_option("giay")
    page.get_by_role("button", name="Nhận hồ sơ, tính ngày hẹn").dblclick()
    says(page, "4 tại chỗ")
    assert Dossier.objects.count() == 1


def test_ho_so_xa_khac_khong_co_o_day(opened: Opener, clock: Clock, new: Dossier) -> None:
    """The address of a dossier of somebody else, typed by a citizen."""
    actions.receive(new, by=staff("motcua"), now=clock.now)
    page = opened(PHONE)
    come_in(page, citizen("0912999888", "Trần Văn Nam"))
    answer = page.goto(f"/cong-dan/ho-so/{new.code}/")
    assert answer
    assert answer.status == 404
    says(page, "Không tìm thấy trang này")
