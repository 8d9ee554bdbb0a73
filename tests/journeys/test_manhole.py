"""An overturned manhole: told by telephone with a photo, told again, directed, mended on day 2, opened again by the citizen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import cache
from playwright.sync_api import Page, expect

from gandan.feedback.models import Feedback
from gandan.feedback.promise import KIND
from gandan.journal.tests.settle import settle
from gandan.programmes.actions import Switch, switch_on
from tests.conftest import Clock

from .conftest import Opener
from .walks import PHONE, commune, picture, says, staff

Clean = Callable[[Page], None]
Shoot = Callable[[Page, str], None]
SLOW = 40_000
PLACE = {"latitude": 20.81851, "longitude": 106.42808}


@pytest.fixture(autouse=True)
def _no_feedback(stage: None) -> Iterator[None]:
    yield
    Feedback.objects.update(duplicate_of=None, possible_duplicate_of=None, passed_from=None)
    Feedback.objects.all().delete()


def _stand(phone: Page, **place: float) -> None:
    phone.context.grant_permissions(["geolocation"])
    told = {**PLACE, **place}
    phone.context.set_geolocation({"latitude": told["latitude"], "longitude": told["longitude"]})


def _tell(phone: Page, text: str) -> None:
    phone.goto("/phan-anh/gui/")
    phone.get_by_role("button", name="Lấy chỗ tôi đang đứng").click()
    says(phone, "Đã ghim chỗ đang đứng")
    phone.get_by_label("Việc gì?").fill(text)


def test_nap_cong_lat_bao_hai_lan_xong_ngay_thu_hai_roi_mo_lai(
    opened: Opener, come: Opener, clock: Clock, clean: Clean, shoot: Shoot
) -> None:
    now = clock.set("2026-11-23 08:00")
    switch_on(
        Switch(kind=KIND, agency=commune(), name="Đường dây nóng", parameters={"working_days": 3}, since=now.date()),
        by=staff("lanhdao"), now=now,
    )  # fmt: skip
    first = opened(PHONE)
    one = _reported(first, clean, shoot)
    clock.set("2026-11-23 08:40")
    _reported_again(opened(PHONE), clean, shoot)
    clock.set("2026-11-23 09:30")
    _directed(come, one)
    clock.set("2026-11-25 15:00")
    _mended(come, one)
    settle()
    _opened_again(first, one, clean, shoot, clock)


def _reported(phone: Page, clean: Clean, shoot: Shoot) -> Feedback:
    phone.set_default_timeout(SLOW)
    _stand(phone)
    _tell(phone, "Nắp cống trước cổng trường bị lật, trẻ con suýt ngã")
    phone.get_by_label("Số điện thoại").fill("0912345118")
    phone.locator("input[type=file]").set_input_files([picture("nap-cong.jpg")])
    expect(phone.get_by_text("Nắp cống, hố ga", exact=True).first).to_be_attached()
    clean(phone)
    shoot(phone, "phan-anh-gui")
    phone.get_by_role("button", name="Gửi phản ánh").click()
    says(phone, "thứ Sáu, 27/11")  # Tuesday 24/11 is a holiday
    clean(phone)
    shoot(phone, "phan-anh-giay-hen")
    one = Feedback.objects.get()
    assert (one.photos.count(), one.suggested_category) == (1, "ha_tang.cong")
    assert one.possible_duplicate_of is None
    return one


def _reported_again(phone: Page, clean: Clean, shoot: Shoot) -> None:
    """Somebody else, ten metres away: the page asks whether it is the same, and the second follows the first."""
    _stand(phone, latitude=PLACE["latitude"] + 0.0001)
    _tell(phone, "ho ga truoc truong mat nap")
    phone.get_by_role("button", name="Gửi phản ánh").click()
    says(phone, "Đã có người phản ánh chưa?")
    clean(phone)
    shoot(phone, "phan-anh-da-co")
    phone.get_by_label("Số điện thoại để xã báo khi xong").first.fill("0987654321")
    phone.get_by_role("button", name="Theo dõi phản ánh này").first.click()
    says(phone, "ông/bà cũng gặp")
    assert Feedback.objects.count() == 1
    assert Feedback.objects.get().followers.count() == 1


def _step(page: Page, name: str, fill: dict[str, str] | None = None, pick: dict[str, Any] | None = None) -> None:
    """Open the step where it is folded away, fill it, press its button."""
    folded = page.locator("details.act:not([open])").filter(has=page.locator("summary", has_text=name))
    if folded.count():
        folded.first.locator("summary").click()
    part = page.locator(".act").filter(has=page.get_by_role("button", name=name)).first
    for label, words in (fill or {}).items():
        part.get_by_label(label).first.fill(words)
    for label, choice in (pick or {}).items():
        part.get_by_label(label).first.select_option(**choice)
    part.get_by_role("button", name=name).first.click()
    page.wait_for_load_state()


def _directed(come: Opener, one: Feedback) -> None:
    desk, chief = come("motcua"), come("lanhdao")
    desk.goto(f"/can-bo/phan-anh/{one.pk}/")
    _step(desk, "Sàng lọc, phân loại", pick={"Lĩnh vực": {"value": "ha_tang.cong"}})
    _step(desk, "Lập phiếu đề xuất", fill={"Đề xuất": "Giao Phòng Kinh tế thay nắp"})
    chief.goto(f"/can-bo/phan-anh/{one.pk}/")
    _step(chief, "Chỉ đạo, giao đơn vị", fill={"Ý kiến chỉ đạo": "Rào lại ngay, thay trong hai ngày"})
    one.refresh_from_db()
    assert (one.status, one.is_public) == ("directed", True)


def _mended(come: Opener, one: Feedback) -> None:
    chief, desk = come("lanhdao"), come("motcua")
    chief.goto(f"/can-bo/phan-anh/{one.pk}/")
    _step(chief, "Báo kết quả", fill={"Đã làm gì, kết quả": "Đã thay nắp cống mới"})
    desk.goto(f"/can-bo/phan-anh/{one.pk}/")
    _step(desk, "Trả lời người gửi", fill={"Trả lời người gửi": "Đã thay nắp cống mới chiều 25/11. Cảm ơn ông/bà."})
    one.refresh_from_db()
    assert one.status == "answered"
    assert one.promise_due_at is not None
    assert one.answered_at is not None
    assert one.answered_at < one.promise_due_at


def _opened_again(phone: Page, one: Feedback, clean: Clean, shoot: Shoot, clock: Clock) -> None:
    """The sender goes back to the page of the receipt: rates, and two days later opens it again with fresh limits."""
    phone.goto(f"/phan-anh/{one.key}/")
    says(phone, "Đã thay nắp cống mới chiều 25/11")
    phone.get_by_label("Tốt", exact=True).check()
    phone.get_by_role("button", name="Gửi đánh giá").click()
    says(phone, "4 trên 5")
    clean(phone)
    shoot(phone, "phan-anh-da-tra-loi")
    phone.goto(f"/phan-anh/viec/{one.pk}/")
    says(phone, "1 người cùng gặp")
    clean(phone)
    clock.set("2026-11-26 10:00")
    phone.goto(f"/phan-anh/{one.key}/")
    phone.locator("summary", has_text="Mở lại phản ánh này").click()
    phone.get_by_label("Còn chưa được điều gì?").fill("Nắp mới lại kênh lên")
    phone.get_by_role("button", name="Mở lại", exact=True).click()
    says(phone, "Thời hạn tính lại từ bây giờ")
    one.refresh_from_db()
    assert (one.round, one.status) == (2, "screened")
    assert f"{one.promise_due_at:%d/%m}" == "01/12"
    cache.clear()  # the list may be half a minute old, and this story takes less for its four days
    phone.goto("/phan-anh/")
    says(phone, "Nắp cống trước cổng trường bị lật")
    clean(phone)
    shoot(phone, "phan-anh-cong-khai")
