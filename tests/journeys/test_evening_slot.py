"""An evening of Phường 4 (S3.18): hours switched on, a place booked by phone, assigned, checked in, served, counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from gandan.booking.models import Appointment
from gandan.gateways.sms.fake import FakeSms
from gandan.hall.models import Sitting
from gandan.journal.tests.settle import settle
from gandan.portal.demonstration import COMMUNE
from tests.conftest import Clock

from .conftest import Opener
from .test_hall_day import MACHINE, _clear
from .walks import DESK, PHONE, come_in, fill, newest_code, says, shown, staff

Clean = Callable[[Page], None]
Shoot = Callable[[Page, str], None]
HOURS = "Đặt lịch làm việc ngoài giờ"
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu")


@pytest.fixture(autouse=True)
def _an_empty_hall(stage: None) -> Iterator[None]:
    yield
    _clear()


def test_mot_buoi_chieu_toi(opened: Opener, clock: Clock, clean: Clean, shoot: Shoot) -> None:
    clock.set("2026-11-23 09:00")
    leader, phone = opened(DESK), opened(PHONE)
    come_in(leader, staff("lanhdao"))
    _the_hours_begin(leader)
    _lan_books(phone, clean, shoot)
    _the_leader_assigns(leader, clean)
    settle()
    assert "đã xác nhận, cán bộ Trần Thị Mai phục vụ" in FakeSms.sent[-1][1]

    clock.set("2026-11-25 17:22")
    _the_machine_is_closed(opened(MACHINE), clean, shoot)
    desk = opened(DESK)
    come_in(desk, staff("motcua"))
    _she_comes(desk, clean, shoot)
    _she_is_served(desk, clock)
    settle()
    phone.reload()
    says(phone, "Đã phục vụ")
    _it_is_counted(desk)
    assert Appointment.objects.get().is_out_of_hours


def _the_hours_begin(leader: Page) -> None:
    hours = dict.fromkeys(WEEKDAYS, "6:00-7:30, 11:30-13:00, 17:00-19:00") | {"Thứ Bảy": "7:30-11:30"}
    matters = "Chứng thực\nXác nhận chữ ký\nTư vấn pháp luật"
    leader.goto("/can-bo/chuong-trinh/moi/extra_hours/")
    leader.get_by_label("Lãnh đạo phân công cán bộ cho từng lịch").check()
    fill(leader, {"Tên chương trình": HOURS, **hours, "Lĩnh vực, việc nhận": matters})
    leader.get_by_role("button", name="Xem trước khi bật").click()
    leader.get_by_role("button", name="Bật chương trình").click()
    says(leader, f"Đã bật “{HOURS}”.")


def _lan_books(phone: Page, clean: Clean, shoot: Shoot) -> None:
    phone.goto("/dat-lich/")
    clean(phone)
    shoot(phone, "booking-what")
    phone.get_by_role("link", name=re.compile("^Chứng thực")).click()
    phone.get_by_role("link", name=re.compile("25.11")).click()
    clean(phone)
    shoot(phone, "booking-when")
    phone.get_by_role("link", name="17:30", exact=True).click()
    fill(
        phone, {"Họ và tên": "Nguyễn Thị Lan", "Số điện thoại": "0912 345 118", "Nói thêm về việc cần làm": "2 bản sao"}
    )
    phone.get_by_role("button", name="Nhận mã giữ chỗ").click()
    phone.get_by_label(re.compile("^Mã 6 số")).fill(newest_code())
    phone.get_by_role("button", name="Đặt lịch này").click()
    says(phone, "Đã giữ lịch hẹn.")
    says(phone, "Lãnh đạo đang phân công cán bộ.")
    expect(phone.get_by_role("heading", level=1)).to_contain_text("25/11")
    clean(phone)
    shoot(phone, "booking-mine")


def _the_leader_assigns(leader: Page, clean: Clean) -> None:
    leader.goto("/can-bo/lich-hen/phan-cong/")
    clean(leader)
    leader.get_by_label("Cán bộ phục vụ Nguyễn Thị Lan").select_option(label="Trần Thị Mai")
    leader.get_by_role("button", name="Phân công").click()
    says(leader, "Đã phân công Trần Thị Mai cho lịch của Nguyễn Thị Lan.")


def _the_machine_is_closed(machine: Page, clean: Clean, shoot: Shoot) -> None:
    """These hours are by appointment: the machine gives no number, and says when it does again."""
    machine.goto(f"/man-hinh/lay-so/{COMMUNE}/")
    says(machine, "Mở lại lúc 7 giờ 30")
    expect(machine.locator("main")).to_contain_text("thứ Năm, 26/11")
    clean(machine)
    shoot(machine, "hall-kiosk-closed")


def _she_comes(desk: Page, clean: Clean, shoot: Shoot) -> None:
    desk.goto("/can-bo/lich-hen/")
    clean(desk)
    shoot(desk, "booking-day")
    desk.get_by_role("link", name="Nguyễn Thị Lan").click()
    desk.get_by_role("button", name="Đã đến, cấp số").click()
    says(desk, "Nguyễn Thị Lan đã đến. Số 001, gọi theo giờ hẹn.")


def _she_is_served(desk: Page, clock: Clock) -> None:
    clock.set("2026-11-25 17:30")
    desk.goto("/can-bo/quay/")
    desk.get_by_role("button", name="Mở Quầy 1").click()
    says(desk, "hẹn 17 giờ 30")
    desk.get_by_role("button", name="Gọi số tiếp theo").click()
    expect(desk.locator(".desk-now__number")).to_have_text("001")
    desk.get_by_role("button", name="Bắt đầu").click()
    clock.set("2026-11-25 17:42")
    desk.get_by_role("button", name="Xong", exact=True).click()
    says(desk, "Chưa gọi số nào")
    desk.get_by_role("button", name="Đóng quầy").click()
    assert not Sitting.objects.filter(until__isnull=True).exists()


def _it_is_counted(desk: Page) -> None:
    desk.goto("/can-bo/lich-hen/ngoai-gio/")
    row = shown(desk, "Theo ngày").filter(has_text="Trần Thị Mai")
    expect(row).to_contain_text("17:30–18:00")
