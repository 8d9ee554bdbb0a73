"""A province asks, a commune chooses: letter 8026 becomes 500, thirteen models are weighed, two are planned."""

import re
from collections.abc import Callable
from datetime import datetime

from playwright.sync_api import Page, expect

from gandan.reforms import actions as reforms
from gandan.reforms.models import Reform
from gandan.replication import chains
from tests.conftest import Clock

from .conftest import Opener
from .walks import commune, fill, press, says, shown, staff, tick

Shoot = Callable[[Page, str], None]
ABOVE, OWN = (chains.told(chains.CHI_MINH, key) for key in ("8026", "500"))
ASSISTANT, ERRANDS = "tro-ly-ao-tan-minh", "luu-dong-cho-doi-tuong-yeu-the"


# --- The letters ---------------------------------------------------------------------------------------------------------
def test_tu_van_ban_cua_so_den_hai_mo_hinh_cua_xa(come: Opener, clock: Clock, shoot: Shoot) -> None:
    clock.set("2025-10-09 09:00")
    above = come("sonoivu")
    _the_province_drafts(above)
    _and_issues(above, shoot)
    clock.set("2025-10-14 16:00")
    _the_commune_derives(come("lanhdao"), shoot)
    _five_units_have_a_task(come("lanhdao"))
    clock.set("2025-11-20 09:00")
    minh = come("chuyenvien")
    _thirteen_are_weighed(minh, clock.now, shoot)
    for code in (ASSISTANT, ERRANDS):
        _it_is_proposed(minh, code)
    hoa = come("lanhdao")
    for code in (ASSISTANT, ERRANDS):
        _it_is_approved(hoa, code)
    _the_province_reads_the_answer(come("sonoivu"), shoot)


def _letter(page: Page, told: dict[str, object]) -> None:
    fill(
        page,
        {
            "Số, ký hiệu": str(told["number"]),
            "Trích yếu": str(told["subject"]),
            "Cơ quan ban hành": str(told["issuer_name"]),
        },
    )


def _the_province_drafts(page: Page) -> None:
    page.goto("/lanh-dao/van-ban-chi-dao/")
    page.get_by_role("link", name="Soạn văn bản").click()
    expect(page.get_by_label("Ngày văn bản")).to_have_value("09/10/2025")
    _letter(page, dict(ABOVE))
    tick(page, "Nhóm đơn vị", "UBND các xã, phường")
    page.get_by_role("button", name="Lưu dự thảo").click()
    says(page, "Văn bản chưa có mục nào và chưa có mô hình nào")
    expect(page.get_by_role("button", name="Ban hành văn bản")).to_be_disabled()
    page.get_by_role("link", name="Thêm mô hình").click()
    (asked,) = ABOVE["designations"]
    names = Reform.objects.filter(code__in=asked["reforms"]).values_list("name", flat=True)
    assert len(names) == 13
    tick(page, "Mô hình", *names)
    tick(page, "Mức độ", "Tham khảo")
    tick(page, "Nhóm đơn vị", "UBND các xã, phường")
    page.get_by_role("button", name="Thêm vào văn bản").click()
    expect(shown(page, "Mô hình trong văn bản")).to_have_count(13)


def _and_issues(page: Page, shoot: Shoot) -> None:
    says(page, "Đủ điều kiện")
    shoot(page, "directive-draft")
    with page.expect_navigation():
        page.get_by_role("button", name="Ban hành văn bản").click()
    says(page, "Đã ban hành 8026/SNV-CCHC&PC đến 114 đơn vị.")
    says(page, "0/114")
    expect(shown(page, "Mỗi mô hình ở bao nhiêu đơn vị")).to_have_count(13)
    shoot(page, "directive-issued")


def _the_commune_derives(page: Page, shoot: Shoot) -> None:
    page.goto("/can-bo/van-ban-chi-dao/")
    row = shown(page, "Văn bản chỉ đạo gửi đến").filter(has_text="8026/SNV-CCHC&PC")
    expect(row).to_contain_text("Chưa đọc")
    row.get_by_role("link").click()
    expect(shown(page, "Mô hình và tình trạng áp dụng")).to_have_count(13)
    page.get_by_role("button", name="Tôi đã đọc").click()
    says(page, "đã xác nhận đọc văn bản này")
    shoot(page, "directive-received")
    page.get_by_role("link", name="Lập văn bản triển khai").click()
    _letter(page, dict(OWN))
    page.get_by_role("button", name="Lưu dự thảo").click()
    expect(shown(page, "Mô hình trong văn bản")).to_have_count(13)
    for clause in OWN["clauses"]:
        page.get_by_role("link", name="Thêm mục").click()
        fill(
            page,
            {
                "Số mục như trong văn bản": clause["number"],
                "Việc phải làm": clause["title"],
                "Nội dung mục": clause["text"],
            },
        )
        fill(page, {"Hạn": "31/12/2025"})
        tick(page, "Nhóm đơn vị", *(UNITS[group] for group in clause["groups"]))
        page.get_by_role("button", name="Thêm mục").click()
    expect(shown(page, "Các mục của văn bản")).to_have_count(3)
    page.get_by_role("button", name="Ban hành văn bản").click()
    says(page, "Đã ban hành 500/UBND-VHXH")
    shoot(page, "directive-derived")


UNITS = {
    "centers": "Trung tâm Phục vụ hành chính công", "office": "Văn phòng HĐND và UBND", "economy": "Phòng Kinh tế",
    "culture": "Phòng Văn hóa - Xã hội", "media": "Trung tâm Văn hóa, Thể thao và Truyền thông",
}  # fmt: skip


def _five_units_have_a_task(page: Page) -> None:
    page.goto("/can-bo/van-ban-chi-dao/")
    row = shown(page, "Văn bản đã soạn và ban hành").filter(has_text="500/UBND-VHXH")
    expect(row).to_contain_text("triển khai 8026/SNV-CCHC&PC, sau 5 ngày")
    row.get_by_role("link").click()
    clauses = shown(page, "Mục nào giao cho đơn vị nào")
    expect(clauses.locator(".target")).to_have_count(5)
    expect(clauses.nth(0)).to_contain_text("Trung tâm Phục vụ hành chính công xã Chí Minh")
    expect(clauses.nth(0)).to_contain_text("31/12/2025")
    expect(clauses.nth(2)).to_contain_text("Trung tâm Văn hóa, Thể thao và Truyền thông")
    clauses.nth(0).locator(".target").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Nghiên cứu 13 mô hình của 7 địa phương")
    says(page, "500/UBND-VHXH, mục 1")


# --- Weighing --------------------------------------------------------------------------------------------------------------
def _thirteen_are_weighed(page: Page, now: datetime, shoot: Shoot) -> None:
    """Eleven sheets are there already; the two that fit are written now, in the browser."""
    for reform in Reform.objects.filter(code__in=ABOVE["designations"][0]["reforms"]).exclude(
        code__in=(ASSISTANT, ERRANDS)
    ):
        sheet = reforms.Weighing(fits=False, reason="Chưa có nhân lực trong quý IV.", uses_it=reform.uses_it)
        reforms.weigh(reform, sheet, agency=commune(), by=staff("chuyenvien"), now=now)
    page.goto("/can-bo/mo-hinh/so-sanh/?van-ban=8026/SNV-CCHC%26PC")
    rows = page.locator("table.compare tbody tr")
    expect(rows).to_have_count(13)
    told = rows.locator("td:nth-child(2)").all_inner_texts()
    assert told == sorted(told, key=lambda words: words != "có")
    assert told.count("có") == 7
    for code in (ASSISTANT, ERRANDS):
        _weigh(page, code)
    page.goto("/can-bo/mo-hinh/so-sanh/?van-ban=8026/SNV-CCHC%26PC")
    chips = page.get_by_role("group", name="Lọc mô hình").or_(page.get_by_role("navigation", name="Lọc mô hình"))
    expect(chips.get_by_role("link", name=re.compile("^Phù hợp"))).to_contain_text("2")
    expect(chips.get_by_role("link", name=re.compile("^Đã đánh giá"))).to_contain_text("13")
    shoot(page, "compare")


def _weigh(page: Page, code: str) -> None:
    page.get_by_role("link", name=f"Đánh giá {Reform.objects.get(code=code).name}").click()
    tick(page, "Kết luận", "Phù hợp")
    fill(page, {"Lý do": "Trung tâm có máy, có người phụ trách.", "Nhân lực": "1 công chức Trung tâm"})
    for label, points in (("Hiệu quả", "5"), ("Đồng bộ", "4"), ("Tiết kiệm", "4"), ("Phù hợp thực tế", "5")):
        page.get_by_label(re.compile(f"^{label}")).select_option(points)
    page.get_by_role("button", name="Lưu phiếu đánh giá").click()
    says(page, "Đã lưu phiếu đánh giá.")
    page.goto("/can-bo/mo-hinh/so-sanh/?van-ban=8026/SNV-CCHC%26PC")


def _it_is_proposed(page: Page, code: str) -> None:
    """Refused with what is missing; then surveyed, proposed, planned, before the deadline of the letter."""
    page.goto(f"/can-bo/mo-hinh/{code}/de-xuat-nhan-rong/")
    page.get_by_role("button", name="Đề xuất UBND nhân rộng").click()
    says(page, "Chưa trình được. Còn thiếu: khảo sát thực tế, số liệu 3 tháng")
    page.get_by_role("link", name="Ghi khảo sát").click()
    fill(
        page,
        {
            "Ngày khảo sát": "18/11/2025", "Thực tế thấy gì": "Người dân hỏi được ngoài giờ.", "Số liệu về việc gì": "lượt hỏi",
            "Tháng 8/2025": "310", "Tháng 9/2025": "355", "Tháng 10/2025": "402", "Người nhận xét": "Đỗ Quang Huy",
            "Nhận xét của người phụ trách lĩnh vực": "Làm được với thiết bị sẵn có.",
        },
    )  # fmt: skip
    page.get_by_role("button", name="Lưu khảo sát").click()
    page.get_by_role("link", name="Đề xuất UBND nhân rộng").click()
    page.get_by_role("button", name="Đề xuất UBND nhân rộng").click()
    says(page, "Đã đề xuất UBND nhân rộng")
    page.get_by_role("link", name="Trình lãnh đạo").click()
    fill(page, {"Bắt đầu từ": "15/12/2025"})
    page.get_by_label("Người phụ trách").select_option(label=str(staff("motcua")))
    page.get_by_role("group", name=re.compile("^Chỉ tiêu theo dõi")).get_by_role("checkbox").first.check()
    page.get_by_role("button", name="Trình lãnh đạo").click()
    says(page, "Đã trình lãnh đạo")


def _it_is_approved(page: Page, code: str) -> None:
    page.goto(f"/can-bo/mo-hinh/{code}/")
    page.get_by_role("link", name="Mở hồ sơ áp dụng").click()
    press(page, "Duyệt kế hoạch", "Duyệt kế hoạch")
    says(page, "Đã duyệt kế hoạch")


def _the_province_reads_the_answer(page: Page, shoot: Shoot) -> None:
    page.goto("/lanh-dao/van-ban-chi-dao/")
    page.get_by_role("link", name=str(ABOVE["subject"])).click()
    says(page, "Xã Chí Minh: đã triển khai sau 5 ngày")
    page.get_by_label("Tên đơn vị").fill("chi minh")
    page.get_by_role("button", name="Tìm").click()
    row = shown(page, "Đơn vị nào làm đến đâu")
    expect(row).to_have_count(1)
    expect(row.get_by_text("Đã có kế hoạch")).to_have_count(2)
    shoot(page, "directive-matrix")
