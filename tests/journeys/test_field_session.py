"""A Saturday session without a network: six dossiers written on the phone, merged once when it is back (S0.35)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from playwright.sync_api import Page, expect

from gandan.dossiers.models import Dossier, UnderProgramme
from gandan.outreach import actions
from gandan.outreach.models import FieldRecord, FieldSession, HomeVisit, Support
from gandan.places.models import Agency, Hamlet
from gandan.portal.demonstration import COMMUNE
from gandan.programmes.actions import Switch, switch_on
from gandan.programmes.models import Programme, Term
from tests.conftest import Clock

from .conftest import Opener
from .walks import PHONE, come_in, staff

Shoot = Callable[[Page, str], None]
PIN = "246810"


def test_sau_ho_so_khong_co_mang(opened: Opener, clock: Clock, shoot: Shoot, clean: Callable[[Page], None]) -> None:
    now = clock.set("2026-11-28 08:00")
    commune = Agency.objects.get(code=COMMUNE)
    wanted = Switch(
        kind="field_sessions", agency=commune, name="Đồng hành", parameters={"ahead_weeks": 1}, since=date(2026, 11, 23)
    )
    switch_on(wanted, by=None, now=now.replace(day=23))
    Hamlet.objects.get_or_create(commune=commune, name="Ngọc Lâm")
    session = actions.plan_sessions(commune, by=None, now=now.replace(hour=7))[0]
    try:
        _the_morning(opened, session, shoot, clean)
    finally:
        _leave_nothing()


def _the_morning(opened: Opener, session: FieldSession, shoot: Shoot, clean: Callable[[Page], None]) -> None:
    phone = opened(PHONE)
    come_in(phone, staff("motcua"))
    phone.goto(f"/can-bo/phien-luu-dong/{session.pk}/dien-thoai/")
    _unlock(phone)
    expect(phone.locator("#net")).to_contain_text("sẵn sàng")
    clean(phone)

    phone.context.set_offline(True)
    phone.reload()
    _unlock(phone)
    expect(phone.locator("#net")).to_contain_text("Không có mạng")
    for number in range(6):
        _write(phone, f"Người Thứ {number + 1}")
    expect(phone.locator("#waiting-count")).to_have_text("6")
    shoot(phone, "field-offline")
    assert not FieldRecord.objects.exists()

    phone.context.set_offline(False)
    phone.get_by_role("button", name="Gửi về Trung tâm").click()
    expect(phone.locator("#waiting-count")).to_have_text("0")
    phone.reload()
    _unlock(phone)
    expect(phone.locator("#waiting li")).to_have_count(6)
    assert FieldRecord.objects.filter(dossier__isnull=False).count() == Dossier.objects.count() == 6
    assert Support.objects.filter(session=session, group="welfare").count() == 6


def _unlock(phone: Page) -> None:
    phone.get_by_label("Mã 6 chữ số").fill(PIN)
    phone.get_by_role("button", name="Mở", exact=True).click()
    expect(phone.get_by_role("heading", name="Người vừa đến cần gì?")).to_be_visible()


def _write(phone: Page, name: str) -> None:
    phone.get_by_role("button", name="An sinh xã hội").click()
    phone.get_by_role("button", name="Nhận hồ sơ").click()
    phone.get_by_label("Người nộp").fill(name)
    phone.get_by_label("Điện thoại").fill("0912345118")
    phone.get_by_role("button", name="Lưu trên máy").click()
    expect(phone.locator("#dossier")).to_be_hidden()


def test_sai_ma_nam_lan_thi_xoa(opened: Opener, clock: Clock) -> None:
    now = clock.set("2026-11-28 08:00")
    commune = Agency.objects.get(code=COMMUNE)
    hamlet, _ = Hamlet.objects.get_or_create(commune=commune, name="Ngọc Lâm")
    session = FieldSession.objects.create(
        commune=commune, hamlet=hamlet, place="Nhà văn hóa", starts_at=now, ends_at=now.replace(hour=11)
    )
    phone = opened(PHONE)
    come_in(phone, staff("motcua"))
    phone.goto(f"/can-bo/phien-luu-dong/{session.pk}/dien-thoai/")
    _unlock(phone)
    expect(phone.locator("#net")).to_contain_text("sẵn sàng")
    phone.context.set_offline(True)
    _write(phone, "Đỗ Văn Tuấn")
    phone.reload()
    for left in (4, 3, 2, 1):
        phone.get_by_label("Mã 6 chữ số").fill("000000")
        phone.get_by_role("button", name="Mở", exact=True).click()
        expect(phone.locator("#pin-error")).to_contain_text(f"Còn {left} lần")
    phone.get_by_label("Mã 6 chữ số").fill("000000")
    phone.get_by_role("button", name="Mở", exact=True).click()
    expect(phone.locator("#pin-error")).to_contain_text("đã bị xóa")
    _unlock(phone)
    expect(phone.locator("#waiting-count")).to_have_text("0")
    _leave_nothing()


def _leave_nothing() -> None:
    """Outreach and programmes are not among the tables emptied between stories."""
    for model in (UnderProgramme, Support, FieldRecord, HomeVisit, FieldSession, Term, Programme):
        model.objects.all().delete()
