"""A day in the hall: two ages are routed and called (S0.18); five people with one matter help each other (S0.22)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from playwright.sync_api import Locator, Page, expect

from gandan.catalog.models import Procedure
from gandan.hall import actions
from gandan.hall.actions.drawing import Wish
from gandan.hall.models import Counter, Ticket, Zone
from gandan.places.models import Agency
from gandan.portal.demonstration import COMMUNE
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, PHONE, come_in, fill, says, shown, staff

Clean = Callable[[Page], None]
Shoot = Callable[[Page, str], None]
MACHINE, BOARD = {"width": 1080, "height": 1920}, {"width": 1920, "height": 1080}
SELF_COUNTER = 4
OF_A_HALL = "hall_ticket, hall_sitting, hall_call, hall_daynumber, hall_peergroup, programmes_programme"


@pytest.fixture(autouse=True)
def _an_empty_hall(stage: None) -> Iterator[None]:
    """The counters of the demonstration stay, nobody sits or waits."""
    _clear()
    yield
    _clear()
    Counter.objects.update(zone=Zone.ASSISTED)


def _clear() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {OF_A_HALL} CASCADE")


def switch_on(page: Page, kind: str, name: str, typed: dict[str, str]) -> None:
    """The leader switches a programme on: the form, what it will do, the button."""
    page.goto(f"/can-bo/chuong-trinh/moi/{kind}/")
    fill(page, {"Tên chương trình": name, **typed})
    page.get_by_role("button", name="Xem trước khi bật").click()
    page.get_by_role("button", name="Bật chương trình").click()
    says(page, f"Đã bật “{name}”.")


# --- Two ages ------------------------------------------------------------------------------------------------------------
def test_hai_do_tuoi_hai_khu(opened: Opener, clock: Clock, clean: Clean, shoot: Shoot) -> None:
    clock.set("2026-11-23 08:40")
    _the_leader_prepares(opened(DESK))

    machine = opened(MACHINE)
    clock.set("2026-11-23 09:00")
    _draws(machine, 1959, "Người cao tuổi")
    _is_sent(machine, "001", "Khu có cán bộ hướng dẫn", "từ 40 tuổi")
    shoot(machine, "hall-kiosk-slip")
    clean(machine)
    machine.get_by_role("link", name="Xong, không cần in").click()
    _draws(machine, 2001, "Không, lấy số thường")
    _is_sent(machine, "002", "Khu tự nộp trên máy", "dưới 40 tuổi")

    board = opened(BOARD)
    _the_board_waits(board, clean, shoot)
    first, second = opened(DESK), opened(DESK)
    clock.set("2026-11-23 09:04")
    _calls(first, "motcua", "Quầy 1", "001")
    _calls(second, "chuyenvien", f"Quầy {SELF_COUNTER}", "002")
    _everybody_sees(board, opened(PHONE), shoot)
    clock.set("2026-11-23 09:16")
    for desk in (first, second):
        _serves(desk, clean)
    shoot(first, "hall-panel")
    first.goto("/can-bo/quay/so-lieu/")
    expect(first.locator("main")).to_contain_text("Số đã phục vụ")


def _the_leader_prepares(desk: Page) -> None:
    come_in(desk, staff("lanhdao"))
    switch_on(desk, "age_zones", "Phân luồng theo độ tuổi", {})
    desk.goto("/can-bo/quay/cai-dat/")
    desk.get_by_role("link", name=f"Quầy {SELF_COUNTER}", exact=True).click()
    desk.get_by_label("Khu", exact=True).select_option(label="Khu tự thực hiện")
    desk.get_by_role("button", name="Ghi quầy").click()
    expect(shown(desk, "Các quầy").filter(has_text=f"Quầy {SELF_COUNTER}")).to_contain_text("Khu tự thực hiện")


def _draws(machine: Page, year: int, priority: str) -> None:
    machine.goto(f"/man-hinh/lay-so/{COMMUNE}/")
    machine.get_by_role("button", name=re.compile("^Khai sinh, kết hôn")).click()
    machine.get_by_role("button", name=re.compile("^Đăng ký khai sinh\\W*$")).click()
    machine.get_by_role("button", name="Đã đủ giấy tờ").click()
    machine.get_by_label("Năm sinh, bốn chữ số").fill(str(year))
    machine.get_by_role("button", name="Tiếp tục").click()
    expect(machine.get_by_role("heading", name=re.compile("diện ưu tiên"))).to_be_visible()
    expect(machine.get_by_role("button", name="Người cao tuổi")).to_have_count(1 if year < 1967 else 0)
    machine.get_by_role("button", name=priority).click()


def _is_sent(machine: Page, number: str, zone: str, why: str) -> None:
    expect(machine.get_by_role("heading", level=1)).to_have_text(number)
    says(machine, f"Mời sang {zone}")
    says(machine, f"vì ông/bà {why}")
    expect(machine.get_by_role("button", name=re.compile("^Đổi sang Khu"))).to_be_visible()


def _line_of(board: Page, zone: str) -> Locator:
    return board.locator(".queue").filter(has_text=zone)


def _the_board_waits(board: Page, clean: Clean, shoot: Shoot) -> None:
    board.goto(f"/man-hinh/goi-so/{COMMUNE}/")
    says(board, "Chưa có số nào được gọi.")
    expect(_line_of(board, "Khu có cán bộ hướng dẫn")).to_contain_text("001")
    expect(_line_of(board, "Khu tự nộp trên máy")).to_contain_text("002")
    says(board, "Từ 40 tuổi có cán bộ hướng dẫn, dưới 40 tuổi tự nộp trên máy.")
    clean(board)
    shoot(board, "hall-board-waiting")


def _calls(desk: Page, username: str, counter: str, number: str) -> None:
    come_in(desk, staff(username))
    desk.goto("/can-bo/quay/")
    desk.get_by_role("button", name=f"Mở {counter}").click()
    desk.get_by_role("button", name="Gọi số tiếp theo").click()
    expect(desk.locator(".desk-now__number")).to_have_text(number)
    says(desk, f"Đang gọi tại {counter}")


def _everybody_sees(board: Page, phone: Page, shoot: Shoot) -> None:
    calls = board.locator("[data-calls]")  # without a stream the board asks for itself
    expect(calls).to_contain_text("001", timeout=15000)
    expect(calls.locator(".call--now")).to_contain_text("002")
    expect(calls.locator(".call--now")).to_contain_text(f"Quầy {SELF_COUNTER}")
    shoot(board, "hall-board-called")
    phone.goto(f"/so/{Ticket.objects.get(number=1).key}/")
    says(phone, "Mời đến Quầy 1")
    shoot(phone, "hall-follow")


def _serves(desk: Page, clean: Clean) -> None:
    desk.get_by_role("button", name="Bắt đầu").click()
    expect(desk.locator(".desk-now")).to_contain_text("Đang phục vụ")
    clean(desk)
    desk.get_by_role("button", name="Xong", exact=True).click()
    says(desk, "Chưa gọi số nào")


# --- Five people with one matter -------------------------------------------------------------------------------------------
def test_nam_nguoi_mot_nhom(opened: Opener, clock: Clock, clean: Clean, shoot: Shoot) -> None:
    clock.set("2026-11-23 08:30")
    _twelve_minutes_alone()
    leader, desk = opened(DESK), opened(DESK)
    come_in(leader, staff("lanhdao"))
    switch_on(leader, "peer_group", "Mỗi người một tay", {"Từ bao nhiêu người thì nhắc lập nhóm": "5"})
    come_in(desk, staff("motcua"))
    for number in range(1, 6):
        clock.set(f"2026-11-23 09:0{number}")
        _takes_a_number(desk, number)
    _the_group_is_proposed(desk, clean, shoot)
    clock.set("2026-11-23 09:10")
    _the_pioneer_consents(desk)
    clock.set("2026-11-23 09:40")
    _each_is_confirmed(desk)
    _time_is_saved(desk, clean, shoot)


def _twelve_minutes_alone() -> None:
    """Friday: five births served one after the other, twelve minutes each."""
    commune, minh = Agency.objects.get(code=COMMUNE), staff("chuyenvien")
    birth, at = Procedure.objects.get(code="1.001193"), datetime.fromisoformat("2026-11-20 08:00+07:00")
    counter = Counter.objects.get(agency=commune, number=1)
    actions.open_counter(counter, by=minh, now=at)
    for _ in range(5):
        actions.draw(commune, Wish(procedures=[birth]), by=minh, now=at)
        ticket = actions.call_next(counter, by=minh, now=at)
        assert ticket is not None
        actions.start_serving(ticket, by=minh, now=at)
        at += timedelta(minutes=12)
        actions.finish(ticket, by=minh, now=at)
    actions.close_counter(counter, by=minh, now=at)


def _takes_a_number(desk: Page, number: int) -> None:
    desk.goto("/can-bo/don-tiep/")
    desk.get_by_role("searchbox", name="Việc cần làm").fill("khai sinh")
    desk.get_by_role("button", name="Tìm thủ tục").click()
    desk.get_by_role("link", name="Đăng ký khai sinh", exact=True).click()
    desk.get_by_label(re.compile("^Hoặc năm sinh")).fill("1994")
    desk.get_by_role("button", name="Lấy số, in phiếu").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(f"00{number}")
    desk.get_by_role("link", name="Người tiếp theo").click()


def _the_group_is_proposed(desk: Page, clean: Clean, shoot: Shoot) -> None:
    says(desk, "5 người cùng chờ Đăng ký khai sinh")
    says(desk, "Số 001, 002, 003, 004, 005.")
    clean(desk)
    shoot(desk, "hall-reception")
    desk.get_by_role("button", name="Lập nhóm").click()


def _the_pioneer_consents(desk: Page) -> None:
    says(desk, "Ai đồng ý làm người tiên phong?")
    desk.get_by_label("Số 003").check()
    desk.get_by_role("button", name="Người này đã đồng ý").click()
    says(desk, "Hướng dẫn kỹ số 003")
    says(desk, "Các bước trên mẫu trống")
    desk.get_by_role("button", name="Đã hướng dẫn xong người tiên phong").click()
    desk.get_by_role("button", name="Số 003 bắt đầu hướng dẫn mọi người").click()
    expect(shown(desk, "Người trong nhóm").filter(has_text="003")).to_contain_text("người tiên phong")


def _each_is_confirmed(desk: Page) -> None:
    for number in range(1, 6):
        desk.get_by_role("button", name=f"Số 00{number} đã xong").click()
        expect(shown(desk, "Người trong nhóm").filter(has_text=f"00{number}")).to_contain_text("Đã xác nhận")
    says(desk, "Cả nhóm đã xong sau 30 phút.")
    desk.get_by_role("button", name="Kết thúc, tính thời gian tiết kiệm").click()


def _time_is_saved(desk: Page, clean: Clean, shoot: Shoot) -> None:
    says(desk, "30 phút cho 5 người")
    says(desk, "trung bình 12 phút một người")
    says(desk, "Tiết kiệm 30 phút")
    clean(desk)
    shoot(desk, "hall-group")
    desk.get_by_role("link", name="In thư cảm ơn").click()
    says(desk, "30 phút")
    desk.goto("/can-bo/quay/so-lieu/")
    expect(desk.locator("main")).to_contain_text("Phút tiết kiệm nhờ nhóm")
    assert Ticket.objects.filter(day=date(2026, 11, 23), status="done").count() == 5
