"""Far from home: ask by telephone page, photograph the papers, the family brings the originals and reads a code; a touchpoint."""

import re

from playwright.sync_api import Page, expect

from gandan.catalog.models import Procedure
from gandan.conversations import actions
from gandan.conversations.models import Precheck, Thread, Touchpoint
from gandan.dossiers.models import Dossier
from gandan.journal.tests.settle import settle
from tests.conftest import Clock

from .conftest import Opener
from .walks import (
    APPLICANT,
    CHILD,
    DESK,
    PARENTS,
    PHONE,
    come_in,
    commune,
    fill,
    go_on,
    picture,
    says,
    staff,
)

BIRTH = "1.001193"
QUESTION = "Tôi làm ở Bình Dương, nhờ bà nội nộp khai sinh cho cháu được không?"
NAME = "Nguyễn Thị Lan"


def test_di_lam_an_xa(opened: Opener, clock: Clock) -> None:
    now = clock.set("2026-11-23 08:00")
    field = Procedure.objects.get(code=BIRTH).field
    actions.give_field_duty(commune(), field, staff("chuyenvien"), by=staff("lanhdao"), now=now)
    lan = opened(PHONE)
    _asks_and_sends(lan)
    clock.set("2026-11-23 09:00")
    hoa = opened(DESK)
    come_in(hoa, staff("chuyenvien"))
    _finds_all_in_order(hoa)
    lan.reload()
    says(lan, Precheck.objects.get().code)
    clock.set("2026-11-24 08:00")
    minh = opened(DESK)
    come_in(minh, staff("motcua"))
    _opens_by_code(minh)


def _asks_and_sends(page: Page) -> None:
    page.goto(f"/hoi-dap/?tt={BIRTH}")
    page.get_by_label("Ông/bà muốn hỏi gì?").fill(QUESTION)
    page.get_by_label("Họ tên").fill(NAME)
    page.get_by_label("Số điện thoại").fill("0912345118")
    page.get_by_role("button", name="Gửi câu hỏi").click()
    says(page, QUESTION)
    page.get_by_role("button", name=re.compile("Gửi giấy tờ kiểm tra trước")).click()
    says(page, "Giấy tờ gửi trước")
    for number in range(Precheck.objects.get().papers.filter(is_required=True).count()):
        section = page.locator(".paperline", has_text="chưa gửi").first
        section.locator("input[type=file]").set_input_files(picture(f"giay-{number}.jpg"))
        section.get_by_role("button", name="Gửi ảnh này").click()
        says(page, "Đã nhận ảnh")
    page.get_by_label("Đi làm ăn xa").check()
    page.get_by_role("button", name="Lưu thông tin").click()
    says(page, "Đến quầy không phải khai lại")
    page.get_by_role("link", name="Điền cả tờ khai").click()
    page.get_by_role("link", name=re.compile("Làm tiếp|Điền tiếp|Tiếp tục")).click()
    fill(page, APPLICANT)
    page.get_by_label("bà", exact=True).check()
    go_on(page)
    fill(page, CHILD)
    page.get_by_label("Nam", exact=True).check()
    go_on(page)
    fill(page, PARENTS)
    go_on(page)
    fill(page, {"Quan hệ với bé": "mẹ"})
    go_on(page)
    page.goto(f"/hoi-dap/{Thread.objects.get().key}/")


def _finds_all_in_order(page: Page) -> None:
    one = Precheck.objects.get()
    page.goto(f"/can-bo/hoi-dap/{one.thread_id}/")
    says(page, QUESTION)
    page.goto(f"/can-bo/hoi-dap/giay-to/{one.pk}/")
    for paper in one.papers.filter(is_required=True):
        page.locator(f"[name='v-{paper.component}']").select_option("ok")
    page.get_by_role("button", name="Lưu kết luận").click()
    says(page, "Kết luận: đủ")
    one.refresh_from_db()
    assert one.is_far_away
    assert Thread.objects.get().answered_by == staff("chuyenvien")


def _opens_by_code(page: Page) -> None:
    one = Precheck.objects.get()
    page.goto("/can-bo/hoi-dap/giay-to/")
    page.get_by_label("Mã người nộp đọc").fill(one.code.lower())
    page.get_by_role("button", name="Mở").click()
    expect(page.get_by_label("Họ và tên người nộp")).to_have_value(NAME)
    expect(page.get_by_label(re.compile("^Họ, chữ đệm và tên của bé"))).to_have_value(
        CHILD["Họ, chữ đệm và tên của bé"]
    )
    page.get_by_role("button", name="Nhận hồ sơ, tính ngày hẹn").click()
    says(page, "từ bản kiểm tra trước")
    dossier = Dossier.objects.get()
    assert (dossier.applicant_name, dossier.precheck) == (NAME, one)
    assert dossier.received_at
    assert dossier.papers.exclude(file="").count() == one.papers.filter(is_required=True).count()


def test_cham_de_biet(opened: Opener, clock: Clock) -> None:
    now = clock.set("2026-11-23 20:00")
    facts = actions.TouchFacts(
        name="Bảng tin thôn 3", place="đầu thôn", topic="Khai sinh cho trẻ", body="Mang giấy chứng sinh."
    )
    point = actions.keep_touchpoint(commune(), facts, by=staff("lanhdao"), now=now)
    page = opened(PHONE)
    page.goto(f"/cham/{point.key}/")
    says(page, "Mang giấy chứng sinh.")
    page.get_by_label("Ông/bà muốn hỏi gì?").fill("làm giấy khai sinh cần gì")
    page.get_by_role("button", name="Gửi câu hỏi").click()
    settle()
    page.reload()
    says(page, "trả lời tự động")
    page.get_by_role("button", name="Tôi đã rõ").click()
    says(page, "Cảm ơn ông/bà")
    day = Touchpoint.objects.get().days.get()
    assert (day.opened, day.by_assistant) == (1, 1)
