"""A Sunday morning of a consulting team (S3.20, S3.27): formed, rostered, signed in, one absent, help logged, counted."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from gandan.outreach.models import Shift, Support, Team
from gandan.places.models import Agency, Hamlet, hamlet_sort_key
from gandan.portal.demonstration import COMMUNE
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, PHONE, come_in, staff

Clean = Callable[[Page], None]
Shoot = Callable[[Page, str], None]
TEAM, HAMLET = "Tổ tư vấn khu phố 21", "số 21"
PEOPLE = "Nguyễn Văn Trưởng; Trưởng thôn; 0912345201\nBùi Thị Mận; Phụ nữ\nĐỗ Văn Thắng; Đoàn Thanh niên"
NAMES = ("Nguyễn Văn Trưởng", "Bùi Thị Mận", "Đỗ Văn Thắng")


@pytest.fixture(autouse=True)
def _hamlet(stage: None) -> Iterator[None]:
    commune = Agency.objects.get(code=COMMUNE)
    made = Hamlet.objects.create(commune=commune, kind="khu", name=HAMLET, sort_name=hamlet_sort_key(HAMLET))
    yield
    for model in (Support, Shift, Team):
        model.objects.all().delete()
    made.delete()


def test_mot_sang_chu_nhat(opened: Opener, clock: Clock, clean: Clean, shoot: Shoot) -> None:
    clock.set("2026-11-23 09:00")
    desk = opened(DESK)
    come_in(desk, staff("lanhdao"))
    _formed(desk, clean)
    _rostered(desk, clean, shoot)

    clock.set("2026-11-29 07:50")
    phone = opened(PHONE)
    come_in(phone, staff("motcua"))
    _signed_in(phone, clean, shoot, clock)
    _logged(phone, clean, shoot, clock)

    clock.set("2026-11-29 11:05")
    come_in(desk, staff("lanhdao"))  # who signed in on Monday is asked again
    _counted(desk, clean, shoot)


def _formed(desk: Page, clean: Clean) -> None:
    desk.goto("/can-bo/to-doi/")
    desk.get_by_role("link", name=f"Khu phố {HAMLET}").click()
    desk.get_by_label("Tên tổ, đội").fill(TEAM)
    desk.get_by_label(re.compile("^Mỗi ca bao nhiêu người")).fill("3")
    desk.get_by_label(re.compile("^Thứ ")).select_option(label="Chủ nhật")
    desk.get_by_label(re.compile("^Từ")).fill("08:00")
    desk.get_by_label(re.compile("^Đến")).fill("11:00")
    desk.get_by_label(re.compile("^Nơi trực")).fill("Ban điều hành khu phố 21")
    desk.get_by_label(re.compile("^Thành viên")).fill(PEOPLE)
    clean(desk)
    desk.get_by_role("button", name="Thành lập tổ").click()
    expect(desk.get_by_role("heading", name=TEAM)).to_be_visible()
    expect(desk.get_by_text("Chủ nhật").first).to_be_visible()
    clean(desk)


def _rostered(desk: Page, clean: Clean, shoot: Shoot) -> None:
    """The week shows a hole of three before, three names after, as the leaflet of the hamlet says."""
    desk.get_by_role("link", name="Xem lịch trực").click()
    row = desk.get_by_role("row").filter(has_text="08:00–11:00")
    expect(row).to_contain_text("Chưa có người")
    desk.get_by_role("link", name="Xếp lịch").click()
    clean(desk)
    desk.get_by_label("Từ ngày").fill("29/11/2026")
    desk.get_by_label("Đến ngày").fill("29/11/2026")
    desk.get_by_role("button", name="Xếp lịch").click()
    expect(desk.get_by_text("Đã xếp thêm 3 ca.")).to_be_visible()
    for name in NAMES:
        expect(row).to_contain_text(name)
    expect(row).not_to_contain_text("hiếu")
    shoot(desk, "roster-planned")
    public = desk.request.get("/to-ho-tro/").text()
    assert "Ban điều hành khu phố 21" in public
    assert "29/11" in public


def _signed_in(phone: Page, clean: Clean, shoot: Shoot, clock: Clock) -> None:
    """Two come; the third is ill and somebody covers, all from the telephone."""
    team = Team.objects.get(name=TEAM)
    phone.goto("/can-bo/lich-truc/")
    expect(phone.get_by_role("heading", name=re.compile(TEAM))).to_be_visible()
    clean(phone)
    shoot(phone, "roster-phone")
    phone.get_by_role("link", name=NAMES[0]).click()
    clean(phone)
    phone.get_by_role("button", name="Điểm danh có mặt").click()
    expect(phone.get_by_text("Có mặt").first).to_be_visible()
    phone.get_by_role("link", name=re.compile("Lịch trực")).first.click()
    phone.get_by_role("button", name=f"Có mặt {NAMES[1]}").click()
    expect(phone.get_by_role("button", name="Có mặt")).to_have_count(1)
    clock.set("2026-11-29 08:10")
    phone.get_by_role("link", name=NAMES[2]).click()
    phone.get_by_role("link", name="Báo vắng").click()
    phone.get_by_label("Lý do vắng").fill("Ốm")
    phone.get_by_role("button", name="Báo vắng").click()
    phone.goto("/can-bo/lich-truc/")
    expect(phone.get_by_text("Hôm nay còn thiếu người")).to_be_visible()
    expect(phone.get_by_text("có 2, cần 3 người")).to_be_visible()
    clean(phone)
    assert team.shifts.filter(status="absent").count() == 1


def _logged(phone: Page, clean: Clean, shoot: Shoot, clock: Clock) -> None:
    """A press a help; who helped stays chosen for the next."""
    clock.set("2026-11-29 09:15")
    phone.goto("/can-bo/luot-ho-tro/")
    clean(phone)
    phone.get_by_text("Ghi thêm người hỗ trợ").click()
    phone.get_by_label(re.compile("^Người hỗ trợ")).select_option(label=NAMES[1])
    phone.get_by_role("button", name="Cài đặt VNeID").click()
    expect(phone.get_by_text("Đã ghi: Cài đặt VNeID.")).to_be_visible()
    for kind in ("Tạo tài khoản", "Nộp hồ sơ trực tuyến", "Nộp hồ sơ trực tuyến"):
        phone.get_by_role("button", name=kind).click()
        expect(phone.get_by_text(f"Đã ghi: {kind}.")).to_be_visible()
    phone.get_by_text("Ghi thêm người hỗ trợ").click()
    phone.get_by_label(re.compile("^Chưa xong vì")).fill("Cần đến công an xã")
    phone.get_by_role("button", name="Cài đặt VNeID").click()
    phone.get_by_role("link", name=re.compile("Ghi nhầm")).nth(1).click()
    phone.get_by_role("button", name="Bỏ lượt này").click()
    shoot(phone, "supports-phone")
    assert Support.objects.filter(member__name=NAMES[1]).count() == 4


def _counted(desk: Page, clean: Clean, shoot: Shoot) -> None:
    desk.goto("/can-bo/luot-ho-tro/")
    expect(desk.get_by_role("heading", name="Tháng 11/2026: 4 lượt")).to_be_visible()
    expect(desk.get_by_text(re.compile("1 Cần đến công an xã"))).to_be_visible()
    clean(desk)
    shoot(desk, "supports")
    desk.goto("/can-bo/to-doi/")
    desk.get_by_role("link", name=TEAM, exact=True).click()
    hours = desk.get_by_role("table", name="Giờ trực của từng thành viên")
    expect(hours.get_by_role("row").filter(has_text=NAMES[1])).to_contain_text(re.compile(r"1\s*3,2\s*4"))
    expect(hours.get_by_role("row").filter(has_text=NAMES[2])).to_contain_text(re.compile(r"0\s*0\s*0"))
    shoot(desk, "team")
    with desk.expect_download() as caught:
        desk.get_by_text("Tải làm danh sách cảm ơn").get_by_role("link", name="XLSX").click()
    assert caught.value.suggested_filename.endswith(".xlsx")
    desk.goto("/can-bo/lich-truc/")
    expect(desk.get_by_text("3 giờ phải trực").first).to_be_visible()
    clean(desk)
    shoot(desk, "roster-after")
