"""The machine of Sa Đéc on its screen (S2.2): card by the reader, a guided filing, the fee by VietQR, the printed receipt; the
result out of a locker the next day. And: the server goes away, nothing typed is lost, the page comes back by itself."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django import Settings

from gandan.catalog.actions import verify_fee
from gandan.catalog.drafts import FeeDraft
from gandan.catalog.kept import forget_versions
from gandan.catalog.models import Fee, ProcedureVersion
from gandan.dossiers.models import Dossier, Payment, UnderProgramme
from gandan.gateways.locker import SimulatedLocker
from gandan.gateways.payment.webhook import sign
from gandan.gateways.printing import SimulatedPrinter
from gandan.gateways.sms.fake import FakeSms
from gandan.hall.models import Ticket
from gandan.journal.tests.settle import settle
from gandan.kiosks.models import Compartment, KioskFiling, Locker, Machine, Placement, Visit
from gandan.people.models import Role
from gandan.people.offices import Office
from gandan.places.models import Agency
from gandan.portal.demonstration import COMMUNE
from gandan.programmes.actions import Switch, switch_on
from gandan.programmes.models import Programme, Term
from gandan.publishing import actions as publishing
from gandan.publishing.models import Clip, Play, Screen
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, come_in, staff

Clean = Callable[[Page], None]
Shoot = Callable[[Page, str], None]
TOUCH = {"width": 1080, "height": 1920}
LED = {"width": 1920, "height": 1080}
SECRET = "khoa-thu-cua-ngan-hang"
CARD = "030190012412||Nguyễn Thị Lan|05031990|Nữ|Thôn Ngọc Lâm, xã Chí Minh, thành phố Hải Phòng|15082021"
PRIVATE = ("Nguyễn Thị Lan", "030190012412", "0912345118", "0912 345 118")


@pytest.fixture(autouse=True)
def _devices(stage: None, settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.OUTBOX_DIR = tmp_path
    settings.BANK_ACCOUNT, settings.PAYMENT_WEBHOOK_SECRET = "1234567890", SECRET
    yield
    for model in (Placement, KioskFiling, Visit, Machine, Compartment, Locker, Ticket, UnderProgramme, Term, Programme):
        model.objects.all().delete()
    Fee.objects.filter(agency__code=COMMUNE).delete()
    forget_versions()


@pytest.fixture
def machine(opened: Opener, clock: Clock, clean: Clean, shoot: Shoot) -> Machine:
    """Registered on its page by who keeps the system; the programme of the model is on."""
    now = clock.set("2026-11-23 09:00")
    commune = Agency.objects.get(code=COMMUNE)
    wanted = Switch(
        kind="self_service_machine", agency=commune, name="Máy APS", parameters={}, since=date(2026, 11, 23)
    )
    switch_on(wanted, by=None, now=now.replace(day=22))
    clerk = Office(staff("vanthu"), commune, frozenset({str(Role.CLERK)}))
    version = ProcedureVersion.objects.get(procedure__code="1.004873", is_published=True)
    fee = FeeDraft(
        channels=("online",), amount=8000, citation="Nghị quyết 05", source="Nghị quyết 05", source_on=date(2026, 1, 1)
    )
    verify_fee(version, fee, by=clerk, now=now)
    desk = opened(DESK)
    come_in(desk, staff("quantri"))
    desk.goto("/can-bo/may-aps/")
    desk.get_by_role("link", name="Thêm máy").click()
    desk.get_by_label(re.compile("^Tên máy")).fill("Máy APS nhà văn hóa")
    desk.get_by_label(re.compile("^Đặt ở đâu")).fill("Nhà văn hóa thôn Ngọc Lâm")
    desk.get_by_label(re.compile("^Số ngăn")).fill("12")
    clean(desk)
    desk.locator("main form button").last.click()
    expect(desk.get_by_role("heading", name="Máy APS nhà văn hóa", exact=True)).to_be_visible()
    clean(desk)
    shoot(desk, "aps-machine")
    return Machine.objects.get()


def test_nop_buoi_toi_nhan_hom_sau(opened: Opener, clock: Clock, machine: Machine, clean: Clean, shoot: Shoot) -> None:
    clock.set("2026-11-23 19:30")
    kiosk = opened(TOUCH)
    kiosk.goto(f"/man-hinh/may-aps/{machine.key}/")
    clean(kiosk)
    shoot(kiosk, "aps-start")
    _choose(kiosk, clean, shoot)
    _card(kiosk, clean, shoot)
    _declare(kiosk, clean, shoot)
    _pay(kiosk, machine, clean, shoot)

    clock.set("2026-11-25 08:30")
    dossier = Dossier.objects.get()
    _worked(opened, dossier, clock)
    clock.set("2026-11-25 16:00")
    code = _into_the_locker(opened, machine, dossier, clean, shoot)

    clock.set("2026-11-25 20:05")
    _out_of_the_locker(kiosk, machine, code, clean, shoot)
    dossier.refresh_from_db()
    assert dossier.status == "returned"


def _choose(kiosk: Page, clean: Clean, shoot: Shoot) -> None:
    kiosk.get_by_role("button", name=re.compile("^Nộp hồ sơ")).click()
    expect(kiosk.get_by_role("heading", name="Ông/bà nộp hồ sơ gì?")).to_be_visible()
    clean(kiosk)
    shoot(kiosk, "aps-find")
    kiosk.get_by_label("Việc cần làm").fill("giay doc than")
    kiosk.get_by_role("button", name="Tìm").click()
    kiosk.get_by_role("link", name=re.compile("tình trạng hôn nhân")).first.click()
    expect(kiosk.get_by_role("button", name="Bắt đầu khai")).to_be_visible()
    clean(kiosk)
    shoot(kiosk, "aps-procedure")
    kiosk.get_by_role("button", name="Bắt đầu khai").click()


def _card(kiosk: Page, clean: Clean, shoot: Shoot) -> None:
    """The reader types into whatever is there: first a QR that is none, then the card."""
    expect(kiosk.get_by_role("heading", name="Đưa thẻ căn cước vào đầu đọc")).to_be_visible()
    kiosk.keyboard.type("https://vi.du/khong-phai-the|abc")
    kiosk.keyboard.press("Enter")
    expect(kiosk.get_by_role("alert").filter(has_text="Chưa đọc được thẻ")).to_contain_text(
        "không phải của thẻ căn cước"
    )
    clean(kiosk)
    shoot(kiosk, "aps-card")
    kiosk.keyboard.type(CARD)
    kiosk.keyboard.press("Enter")
    expect(kiosk.get_by_label(re.compile("^Họ, chữ đệm và tên"))).to_have_value("Nguyễn Thị Lan")


def _declare(kiosk: Page, clean: Clean, shoot: Shoot) -> None:
    """What the card said is there; only the rest is asked."""
    go_on = kiosk.get_by_role("button", name="Tiếp tục")
    clean(kiosk)
    kiosk.get_by_label(re.compile("^Số điện thoại")).fill("0912345118")
    shoot(kiosk, "aps-applicant")
    go_on.click()
    expect(kiosk.get_by_label(re.compile("^Ngày sinh"))).to_have_value("05/03/1990")
    expect(kiosk.get_by_label(re.compile("^Số định danh"))).to_have_value("030190012412")
    kiosk.get_by_label(re.compile("^Dân tộc")).fill("Kinh")
    kiosk.get_by_label("Chưa kết hôn lần nào").check()
    clean(kiosk)
    shoot(kiosk, "aps-subject")
    go_on.click()
    kiosk.get_by_label(re.compile("^Mục đích")).select_option(label="Mua bán, chuyển nhượng tài sản")
    go_on.click()
    expect(kiosk.get_by_role("heading", name="Giấy tờ", exact=True)).to_be_visible()
    clean(kiosk)
    shoot(kiosk, "aps-papers")
    go_on.click()
    expect(kiosk.get_by_role("heading", name="Kiểm tra trước khi nộp")).to_be_visible()
    clean(kiosk)
    shoot(kiosk, "aps-check")
    kiosk.get_by_label(re.compile("Tôi cam đoan")).check()
    kiosk.get_by_role("button", name="Nộp hồ sơ").click()


def _pay(kiosk: Page, machine: Machine, clean: Clean, shoot: Shoot) -> None:
    """The receipt is out, the code to pay stands there, the bank tells, the screen says so by itself."""
    expect(kiosk.get_by_role("heading", name="Đã gửi hồ sơ")).to_be_visible()
    assert len(SimulatedPrinter(str(machine.pk)).printed()) == 1
    expect(kiosk.get_by_text("Quét bằng ứng dụng ngân hàng")).to_be_visible()
    clean(kiosk)
    shoot(kiosk, "aps-receipt")
    assert not any(one in kiosk.content() for one in PRIVATE)
    payment = Payment.objects.get()
    body = json.dumps({"reference": "FT26327", "amount": payment.amount, "memo": payment.memo, "paid_at": "x"}).encode()
    moment = str(int(payment.dossier.submitted_at.timestamp()))
    signed = {"X-Timestamp": moment, "X-Signature": sign(SECRET, moment, body)}
    told = Client().post("/thanh-toan/ngan-hang/", body, content_type="application/json", headers=signed)
    assert told.json() == {"settled": True}
    expect(kiosk.get_by_text("Đã nộp")).to_be_visible(timeout=12_000)
    kiosk.get_by_role("button", name="Xong, xóa màn hình").click()
    expect(kiosk.get_by_role("heading", name=re.compile("làm việc gì"))).to_be_visible()
    kiosk.go_back()
    expect(kiosk.get_by_role("heading", name=re.compile("làm việc gì"))).to_be_visible()


def _worked(opened: Opener, dossier: Dossier, clock: Clock) -> None:
    """At the Centre the dossier goes its usual way."""
    from gandan.dossiers import actions

    actions.receive(dossier, by=staff("motcua"), now=clock.now)
    actions.hand_over(dossier, by=staff("motcua"), now=clock.now)
    for leg in dossier.legs.exclude(role="leader"):
        actions.finish_leg(leg, by=staff("chuyenvien"), now=clock.now)
    dossier.refresh_from_db()
    actions.approve(dossier, by=staff("lanhdao"), now=clock.now)
    dossier.refresh_from_db()


def _into_the_locker(opened: Opener, machine: Machine, dossier: Dossier, clean: Clean, shoot: Shoot) -> str:
    desk = opened(DESK)
    come_in(desk, staff("motcua"))
    desk.goto("/can-bo/may-aps/")
    desk.get_by_role("link", name=re.compile("Máy APS nhà văn hóa")).click()
    clean(desk)
    desk.get_by_role("listitem").filter(has_text="07").get_by_role("link", name="Trống, đặt kết quả").click()
    desk.get_by_label(re.compile("^Mã hồ sơ")).fill(dossier.code)
    clean(desk)
    desk.get_by_role("button", name="Mở ngăn").click()
    expect(desk.get_by_role("heading", name=re.compile("đang mở"))).to_be_visible()
    SimulatedLocker(str(machine.locker_id)).put(7)
    desk.get_by_role("button", name="Đã đặt kết quả").click()
    settle()
    to, text = FakeSms.sent[-1]
    found = re.search(r"\d{4} \d{4}", text)
    assert to == "0912345118"
    assert found
    desk.reload()
    clean(desk)
    shoot(desk, "aps-placement")
    assert found[0] not in desk.content()
    desk.goto("/can-bo/may-aps/")
    shoot(desk, "aps-machines")
    return found[0]


def _out_of_the_locker(kiosk: Page, machine: Machine, code: str, clean: Clean, shoot: Shoot) -> None:
    """A wrong code is told; the right one opens the compartment; five stars; the screen is wiped."""
    kiosk.goto(f"/man-hinh/may-aps/{machine.key}/")
    kiosk.get_by_role("button", name=re.compile("^Nhận kết quả")).click()
    kiosk.get_by_label("Mã mở ngăn").fill("11112222")
    kiosk.get_by_role("button", name="Mở ngăn").click()
    expect(kiosk.locator("main [role=alert]")).to_be_visible()
    clean(kiosk)
    kiosk.get_by_label("Mã mở ngăn").fill(code)
    shoot(kiosk, "aps-pick-up")
    kiosk.get_by_role("button", name="Mở ngăn").click()
    expect(kiosk.get_by_role("heading", name="Ngăn 07 đang mở")).to_be_visible()
    clean(kiosk)
    shoot(kiosk, "aps-fetched")
    kiosk.get_by_role("button", name=re.compile("^Rất hài lòng")).click()
    expect(kiosk.get_by_text("Cảm ơn ông/bà đã góp ý.")).to_be_visible()
    kiosk.get_by_role("button", name="Kết thúc").click()
    expect(kiosk.get_by_role("heading", name=re.compile("làm việc gì"))).to_be_visible()


def test_mat_may_chu_thi_giu_nguyen_roi_tro_lai(
    opened: Opener, clock: Clock, machine: Machine, clean: Clean, shoot: Shoot
) -> None:
    """The cable is in, the server is not: what was typed stays, the page says so, and goes on when it is back."""
    clock.set("2026-11-23 19:30")
    kiosk = opened(TOUCH)
    kiosk.goto(f"/man-hinh/may-aps/{machine.key}/")
    kiosk.get_by_role("button", name=re.compile("^Nộp hồ sơ")).click()
    kiosk.get_by_label("Việc cần làm").fill("giay doc than")
    kiosk.route("**/*", lambda route: route.abort())
    kiosk.get_by_role("button", name="Tìm").click()
    told = kiosk.get_by_text("Máy đang mất mạng.")
    expect(told).to_be_visible()
    clean(kiosk)
    shoot(kiosk, "aps-server-gone")
    expect(kiosk.get_by_label("Việc cần làm")).to_have_value("giay doc than")
    kiosk.unroute("**/*")
    kiosk.get_by_role("button", name="Tìm").click()
    expect(kiosk.get_by_role("link", name=re.compile("tình trạng hôn nhân")).first).to_be_visible()

    kiosk.get_by_role("button", name="Kết thúc").click()
    expect(kiosk.get_by_role("heading", name=re.compile("làm việc gì"))).to_be_visible()
    kiosk.route("**/*", lambda route: route.fulfill(status=502))
    kiosk.get_by_role("button", name=re.compile("^Nộp hồ sơ")).click()
    expect(told).to_be_visible()
    kiosk.unroute("**/*")
    expect(told).to_be_hidden(timeout=12_000)


def test_lay_so_theo_tuoi(opened: Opener, clock: Clock, machine: Machine, clean: Clean, shoot: Shoot) -> None:
    """Zones are on: a year that is none is asked again, a person of 68 is led, and may go to the other zone at once."""
    now = clock.set("2026-11-23 10:00")
    wanted = Switch(
        kind="age_zones",
        agency=machine.agency,
        name="Phân luồng theo độ tuổi 40",
        parameters={},
        since=date(2026, 11, 23),
    )
    switch_on(wanted, by=None, now=now.replace(day=22))
    kiosk = opened(TOUCH)
    kiosk.goto(f"/man-hinh/may-aps/{machine.key}/")
    kiosk.get_by_role("button", name=re.compile("^Lấy số")).click()
    kiosk.get_by_label("Năm sinh, bốn chữ số").fill("58")
    kiosk.get_by_role("button", name="Lấy số").click()
    expect(kiosk.get_by_text("Năm sinh 58 chưa đúng.")).to_be_visible()
    clean(kiosk)
    shoot(kiosk, "aps-age")
    kiosk.get_by_label("Năm sinh, bốn chữ số").fill("1958")
    kiosk.get_by_role("button", name="Lấy số").click()
    expect(kiosk.get_by_text("Mời sang Khu có cán bộ hướng dẫn")).to_be_visible()
    clean(kiosk)
    kiosk.get_by_role("button", name=re.compile("^Đổi sang")).click()
    expect(kiosk.get_by_text("Mời sang Khu tự nộp trên máy")).to_be_visible()
    shoot(kiosk, "aps-number")
    kiosk.reload()
    assert Ticket.objects.count() == 1
    assert len(SimulatedPrinter(str(machine.pk)).printed()) == 1


def test_man_hinh_led_mat_mang_van_phat(opened: Opener, clock: Clock, clean: Clean, shoot: Shoot) -> None:
    """The screen in the street goes on from what it has, through a reload too; it says since when, and stops saying so."""
    now = clock.set("2026-11-23 10:02")
    keeper, commune = staff("truyenthong"), Agency.objects.get(code=COMMUNE)
    wanted = Switch(kind="led_loop", agency=commune, name="LED", parameters={"minutes": 60}, since=date(2026, 11, 23))
    switch_on(wanted, by=None, now=now.replace(day=22))
    led = publishing.keep_screen(commune, publishing.ScreenDraft("Vòng xoay trung tâm"), by=keeper, now=now)
    words = "Hồ sơ hẹn ngày nào, trả ngày ấy."
    draft = publishing.ClipDraft("Khẩu hiệu", "text", "slogan", words, 20)
    publishing.arrange(led, clips=[publishing.add_clip(commune, draft, by=keeper, now=now)], by=keeper, now=now)
    try:
        page = opened(LED)
        page.goto(f"/man-hinh/led/{led.key}/")
        expect(page.get_by_text(words)).to_be_visible()
        clean(page)
        shoot(page, "led")
        _lost_and_back(page, words, clock, shoot)
    finally:
        for model in (Play, Screen, Clip):
            model.objects.all().delete()


def _lost_and_back(page: Page, words: str, clock: Clock, shoot: Shoot) -> None:
    page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    lost = page.get_by_text("Mất mạng, vẫn phát theo lịch nhận lúc")
    expect(page.get_by_text(words)).to_be_visible()
    expect(lost).to_be_hidden()
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text(words)).to_be_visible()
    expect(lost).to_be_visible(timeout=60_000)
    shoot(page, "led-lost")
    clock.set("2026-11-23 10:05")
    page.context.set_offline(False)
    expect(lost).to_be_hidden(timeout=30_000)
    expect(page.get_by_text(words)).to_be_visible()
