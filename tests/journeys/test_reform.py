"""A model is switched on for another day, keeps its promise, its effect is measured; who must and does not is named."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from gandan.catalog.models import ProcedureVersion
from gandan.dossiers.models import Dossier
from gandan.journal.tests.settle import settle
from gandan.portal.demonstration import COMMUNE
from gandan.reforms.tests import effects
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, PHONE, citizen, come_in, commune, filed, fill, press, says, shown, staff, tick

Shoot = Callable[[Page, str], None]
THURSDAY = "Ngày thứ năm không hẹn"
THERE = "/can-bo/mo-hinh/ngay-thu-nam-khong-hen/"
THREE_DAYS = "1.004873"
"""“Cấp Giấy xác nhận tình trạng hôn nhân”: three working days by law."""
TAN_MINH = "11779"
NEIGHBOURS = (TAN_MINH, "11791", "11407")


# --- One model -------------------------------------------------------------------------------------------------------------
def test_ngay_khong_hen_doi_thu_bat_roi_do_hieu_qua(come: Opener, opened: Opener, clock: Clock, shoot: Shoot) -> None:
    clock.set("2025-12-05 09:00")
    _planned_for_tuesday(come("chuyenvien"), shoot)
    _approved_and_switched_on(come("lanhdao"), shoot)
    _promised_the_same_day(come("motcua"), opened(PHONE), clock, shoot)
    _measured(come("lanhdao"), clock.set("2026-03-02 09:00"), shoot)


def _planned_for_tuesday(page: Page, shoot: Shoot) -> None:
    page.goto(THERE)
    page.get_by_role("link", name="Đề nghị áp dụng tại đơn vị").click()
    fill(page, {"Bắt đầu từ": "09/12/2025"})
    page.get_by_text("Xem và đổi tham số").click()
    days = page.get_by_role("group", name=re.compile("^Ngày trong tuần"))
    days.get_by_label("T5", exact=True).uncheck()
    days.get_by_label("T3", exact=True).check()
    page.get_by_role("button", name="Xem trước").click()
    says(page, "Chưa có gì được bật")
    _differs(page)
    shoot(page, "adopt-changed")
    page.get_by_role("button", name="Trình lãnh đạo").click()
    says(page, "Đã trình lãnh đạo")


def _differs(page: Page) -> None:
    row = page.get_by_role("row").filter(has_text="Ngày trong tuần")
    expect(row.get_by_role("cell").nth(0)).to_have_text("thứ Năm")
    expect(row.get_by_role("cell").nth(1)).to_have_text("thứ Ba")


def _approved_and_switched_on(page: Page, shoot: Shoot) -> None:
    page.goto(THERE)
    page.get_by_role("link", name="Mở hồ sơ áp dụng").click()
    _differs(page)
    press(page, "Duyệt kế hoạch", "Duyệt kế hoạch")
    press(page, "Áp dụng tại đơn vị", "Áp dụng tại đơn vị")
    says(page, "Đã bật mọi chương trình của mô hình.")
    says(page, "từ 09/12/2025, chưa đến ngày")
    shoot(page, "adoption")


def _promised_the_same_day(page: Page, phone: Page, clock: Clock, shoot: Shoot) -> None:
    """Thursday is an ordinary day now; Tuesday is the day of the model."""
    thursday = _received(page, clock.set("2025-12-11 08:30"))
    expect(page.get_by_role("main")).to_contain_text("16/12")
    tuesday = _received(page, clock.set("2025-12-16 08:30"))
    for dossier, day in ((thursday, "thứ Ba, 16/12"), (tuesday, "thứ Ba, 16/12")):
        come_in(phone, citizen("0912345118"))
        phone.goto(f"/ho-so/{dossier.key}/giay-hen/")
        expect(phone.locator(".deadline__date")).to_contain_text(day)
    says(phone, f"Hẹn theo chương trình “{THURSDAY}”.")
    expect(phone.get_by_role("main")).to_contain_text("Hạn theo luật: thứ Sáu, 19/12")
    shoot(phone, "receipt-same-day")


def _received(page: Page, now: datetime) -> Dossier:
    come_in(page, staff("motcua"))
    dossier = filed(THREE_DAYS, now=now, owner=citizen("0912345118"))
    page.goto(f"/can-bo/ho-so/{dossier.code}/")
    press(page, "Tiếp nhận", "Tiếp nhận hồ sơ")
    says(page, "Đã tiếp nhận")
    return dossier


def _measured(page: Page, now: datetime, shoot: Shoot) -> None:
    """Twelve weeks on each side, eight dossiers every Tuesday here and in three neighbouring communes."""
    _plant(now)
    come_in(page, staff("lanhdao"))
    page.goto(f"{THERE}hieu-qua/")
    says(page, "Chưa có số liệu trước và sau")
    page.get_by_role("button", name="Tính lại").click()
    settle()
    page.goto(f"{THERE}hieu-qua/")
    main = page.get_by_role("main")
    expect(main).to_contain_text("Sau khi áp dụng, mỗi hồ sơ nhanh hơn")
    expect(main).to_contain_text(re.compile(r"Trước: 96\shồ sơ; sau: \d+\shồ sơ"))
    expect(main).to_contain_text(re.compile(r"thay đổi chung ở \d\sđơn vị chưa áp dụng"))
    row = page.get_by_role("row").filter(has_text="Xã Chí Minh")
    expect(row).to_contain_text("(96)")
    expect(row).to_contain_text("Giảm rõ")
    shoot(page, "effect")


def _plant(now: datetime) -> None:
    """Sixteen working hours a dossier; four here since the model began."""
    version = ProcedureVersion.objects.with_facts().get(procedure__code=THREE_DAYS, is_published=True)
    begun = datetime(2025, 12, 9, 14, tzinfo=now.tzinfo)
    rows = []
    for place, where in enumerate(map(commune, (COMMUNE, *NEIGHBOURS))):
        for week in range(-12, 12):
            hours = 4.0 if where.code == COMMUNE and week > 0 else 16.0
            wave = 0.4 * ((week * (place + 1)) % 3 - 1)
            at = begun + timedelta(weeks=week)
            rows += [effects.row(where, version, at, hours + wave + 0.1 * number) for number in range(8)]
    Dossier.objects.bulk_create(rows)


# --- The quarter -------------------------------------------------------------------------------------------------------------
def test_tong_hop_quy_neu_ten_xa_khong_trien_khai(come: Opener, clock: Clock, shoot: Shoot) -> None:
    clock.set("2025-11-03 09:00")
    above = come("sonoivu")
    _two_communes_must(above)
    clock.set("2025-12-05 09:00")
    hoa = come("lanhdao")
    hoa.goto(THERE)
    says(hoa, "Bắt buộc theo 8101/SNV-CCHC")
    fill(hoa, {"Bắt đầu từ": "11/12/2025"})
    hoa.get_by_role("button", name="Áp dụng tại đơn vị").click()
    says(hoa, f"Đã áp dụng “{THURSDAY}” tại xã Chí Minh từ thứ")
    clock.set("2026-01-02 09:00")
    come_in(above, staff("sonoivu"))
    _the_quarter_names_one(above, shoot)


def _two_communes_must(page: Page) -> None:
    page.goto("/lanh-dao/van-ban-chi-dao/moi/")
    fill(page, {"Số, ký hiệu": "8101/SNV-CCHC", "Trích yếu": "Áp dụng mô hình giải quyết trong ngày tại 02 xã"})
    page.get_by_role("button", name="Lưu dự thảo").click()
    page.get_by_role("link", name="Thêm mô hình").click()
    tick(page, "Mô hình", THURSDAY)
    tick(page, "Mức độ", "Bắt buộc")
    fill(page, {"Hạn triển khai": "15/12/2025"})
    page.get_by_label(re.compile("^Từng đơn vị")).select_option(label=["Xã Chí Minh", "Xã Tân Minh"])
    page.get_by_role("button", name="Thêm vào văn bản").click()
    page.get_by_role("button", name="Ban hành văn bản").click()
    says(page, "Đã ban hành 8101/SNV-CCHC đến 2 đơn vị.")


def _the_quarter_names_one(page: Page, shoot: Shoot) -> None:
    page.goto("/lanh-dao/van-ban-chi-dao/tong-hop/")
    fill(page, {"Một ngày trong quý": "31/12/2025"})
    page.get_by_label("Văn bản", exact=True).select_option(label="8101/SNV-CCHC")
    page.get_by_role("button", name="Lập báo cáo").click()
    named = shown(page, "Đơn vị không triển khai hoặc triển khai không hiệu quả")
    expect(named).to_have_count(1)
    expect(named).to_contain_text("Xã Tân Minh")
    expect(named).to_contain_text("Không triển khai")
    expect(named).to_contain_text("Chờ giải trình")
    expect(shown(page, "Tình trạng áp dụng").filter(has_text="Xã Chí Minh")).to_contain_text("Đang vận hành")
    shoot(page, "synthesis")
    page.get_by_label(re.compile("^Nhận xét, kiến nghị")).fill("Đề nghị xã Tân Minh giải trình.")
    page.get_by_role("button", name="Gửi báo cáo tổng hợp").click()
    says(page, "Đã gửi")


# --- Found without help ------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["may-ban", "dien-thoai"])
def test_tim_thay_nut_ap_dung_ngay_tren_trang_mo_hinh(come: Opener, clock: Clock, size: dict[str, int]) -> None:
    """From the menu, by name, to the model; the way to apply it stands on the first screen, on a desk and on a phone."""
    clock.set("2025-12-05 09:00")
    page = come("lanhdao", size)
    page.goto("/can-bo/mo-hinh/")
    page.get_by_role("main").get_by_role("searchbox").fill("thu nam khong hen")
    page.keyboard.press("Enter")
    page.get_by_role("link", name=THURSDAY, exact=True).first.click()
    button = page.get_by_role("button", name="Áp dụng tại đơn vị")
    first = page.get_by_role("link", name="Áp dụng tại xã Chí Minh") if size is PHONE else button
    expect(first).to_have_class(re.compile("button"))
    expect(first).to_be_in_viewport()
    if size is PHONE:
        first.click()
        expect(button).to_be_in_viewport()
    button.click()
    says(page, f"Đã áp dụng “{THURSDAY}” tại xã Chí Minh từ thứ")
