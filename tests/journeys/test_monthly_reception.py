"""A monthly reception: two people are heard, a request and a denunciation are brought to their conclusions (S1.19, S1.63)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.db import connection
from playwright.sync_api import Page, expect

from gandan.dialogue.models import Petition, Turn
from gandan.journal.models import Entry
from gandan.places.models import Agency
from gandan.portal.demonstration import COMMUNE
from gandan.programmes.actions import Switch, switch_on
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, PHONE, come_in, staff

Shoot = Callable[[Page, str], None]
Clean = Callable[[Page], None]
TABLES = ("duty", "opinion", "petition", "turn", "occasion", "sealedreader", "receptiondesk")
DENOUNCER, ACCUSED = "Lê Thị Kín", "Tố cáo việc thu tiền sai ở thôn"


@pytest.fixture(autouse=True)
def empty(stage: None) -> Iterator[None]:
    """Dialogue is not among the tables emptied between stories."""
    yield
    with connection.cursor() as cursor:
        cursor.execute(f"TRUNCATE {', '.join(f'dialogue_{name}' for name in TABLES)}, programmes_programme CASCADE")


def test_hai_don_den_ket_luan(opened: Opener, clock: Clock, shoot: Shoot, clean: Clean) -> None:
    now = clock.set("2026-11-30 09:00")
    commune = Agency.objects.get(code=COMMUNE)
    parameters = {"heads": ["chair"]}
    switch = Switch(
        kind="citizen_reception", agency=commune, name="Tiếp công dân", parameters=parameters, since=date(2026, 12, 1)
    )
    switch_on(switch, by=None, now=now)
    _plan(_at_desk(opened, "vanthu"))
    _book(opened(PHONE), shoot, clean)
    clock.set("2026-12-10 08:30")
    clerk, leader = _at_desk(opened, "vanthu"), _at_desk(opened, "lanhdao")
    _receive(clerk, "Phạm Văn Lợi", "Xin sửa đường vào thôn", sealed=False)
    _receive(clerk, DENOUNCER, ACCUSED, sealed=True)
    _only_by_right(leader, clerk, shoot)
    clock.set("2026-12-14 09:00")
    clerk, leader = _at_desk(opened, "vanthu"), _at_desk(opened, "lanhdao")
    for one in Petition.objects.order_by("number"):
        _to_the_end(leader, one, shoot)
    assert set(Petition.objects.values_list("status", flat=True)) == {"closed"}
    assert all(one.concluded_at <= one.due_at for one in Petition.objects.all() if one.concluded_at and one.due_at)
    assert Entry.objects.filter(kind="SealedPetitionRead").exists()
    clerk.goto("/can-bo/don-thu/?loc=tat-ca")
    expect(clerk.get_by_text("Xin sửa đường vào thôn")).to_be_visible()
    expect(clerk.get_by_text(ACCUSED)).to_have_count(0)


def _at_desk(opened: Opener, username: str) -> Page:
    """Signed in anew: days have passed."""
    page = opened(DESK)
    come_in(page, staff(username))
    return page


def _plan(clerk: Page) -> None:
    clerk.goto("/can-bo/tiep-cong-dan/them/?loai=reception")
    clerk.get_by_label("Người chủ trì").select_option(label="Phạm Thị Hoa")
    clerk.get_by_label("Với cương vị").select_option("chair")
    clerk.get_by_label("Ngày", exact=True).fill("10/12/2026")
    clerk.get_by_label("Từ", exact=True).fill("8:00")
    clerk.get_by_label("Đến", exact=True).fill("11:00")
    clerk.get_by_label("Địa điểm").fill("Phòng tiếp công dân")
    clerk.get_by_role("button", name="Thêm vào lịch").click()
    clerk.goto("/can-bo/tiep-cong-dan/?thang=2026-12")
    clerk.get_by_role("button", name="Công bố 1 lịch mới").click()
    expect(clerk.get_by_text("Đã công bố", exact=True)).to_be_visible()


def _book(phone: Page, shoot: Shoot, clean: Clean) -> None:
    """Two citizens, from the same telephone of the family."""
    for name in ("Phạm Văn Lợi", DENOUNCER):
        phone.goto("/tiep-cong-dan/")
        clean(phone)
        shoot(phone, "reception-calendar")
        phone.get_by_role("link", name="Đăng ký gặp lãnh đạo").click()
        phone.get_by_label("Họ và tên").fill(name)
        phone.get_by_label("Số điện thoại").fill("0912 345 118")
        clean(phone)
        phone.get_by_role("button", name="Đăng ký").click()
        expect(phone.get_by_role("heading", name="Số thứ tự")).to_be_visible()


def _receive(clerk: Page, name: str, subject: str, *, sealed: bool) -> None:
    """Minutes first, then what was handed in."""
    turn = next(one for one in Turn.objects.all() if one.name == name)
    clerk.goto(f"/can-bo/tiep-cong-dan/luot/{turn.pk}/")
    clerk.get_by_label("Biên bản tiếp công dân").fill("Chủ tịch đã nghe.")
    clerk.get_by_role("button", name="Ghi biên bản tiếp").click()
    clerk.get_by_role("link", name="Nhận đơn").click()
    clerk.get_by_label("Nội dung chính").fill(subject)
    if sealed:
        clerk.get_by_label("Đơn có tố cáo người cụ thể").check()
    clerk.get_by_role("button", name="Vào sổ").click()
    expect(clerk.get_by_text("Đã vào sổ: Đơn")).to_be_visible()


def _only_by_right(leader: Page, clerk: Page, shoot: Shoot) -> None:
    """Not even the leader, until the right is given; the clerk never."""
    secret = next(one for one in Petition.objects.all() if one.is_sealed)
    address = f"/can-bo/don-thu/{secret.pk}/"
    for page in (leader, clerk):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 404
    leader.goto("/can-bo/don-thu/quyen/")
    leader.get_by_label("Ai", exact=True).select_option(label="Phạm Thị Hoa")
    leader.get_by_label("Vì sao cần xem").fill("Người giải quyết tố cáo")
    leader.get_by_role("button", name="Cấp quyền xem").click()
    leader.goto(address)
    expect(leader.get_by_role("heading", name="Giữ bí mật người tố cáo")).to_be_visible()
    shoot(leader, "petition-sealed")
    refused = clerk.goto(address)
    assert refused is not None
    assert refused.status == 404


def _to_the_end(leader: Page, one: Petition, shoot: Shoot) -> None:
    """Sorted, accepted, verified, concluded, told, closed."""
    leader.goto(f"/can-bo/don-thu/{one.pk}/")
    leader.get_by_label("Tố cáo" if one.is_sealed else "Kiến nghị", exact=True).check()
    leader.get_by_role("button", name="Phân loại").click()
    leader.get_by_label("Đơn vị xác minh").select_option(index=1)
    leader.get_by_role("button", name="Thụ lý", exact=True).click()
    expect(leader.get_by_text("Vì sao là ngày này?")).to_be_visible()
    shoot(leader, "petition-accepted")
    leader.get_by_label("Kết quả xác minh").fill("Đã xác minh tại thôn.")
    leader.get_by_role("button", name="Ghi kết quả xác minh").click()
    leader.get_by_label("Kết luận, trả lời").fill("Đúng như đơn nêu, đã xử lý.")
    leader.get_by_role("button", name="Kết luận", exact=True).click()
    leader.get_by_label("Báo bằng cách nào").fill("Trao tận tay")
    leader.get_by_role("button", name="Đã báo người gửi").click()
    leader.get_by_role("button", name="Kết thúc, lưu hồ sơ").click()
    expect(leader.get_by_text("Đã kết thúc")).to_be_visible()
