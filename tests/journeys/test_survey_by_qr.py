"""A finished dossier is rated by the QR handed over with the result: once, by telephone, with nobody's name (S1.59)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from gandan.dossiers import actions as dossiers
from gandan.dossiers.models import Dossier, LegStatus
from gandan.journal.tests.settle import settle
from gandan.programmes.actions import Switch, switch_on
from gandan.surveys.models import Comment, Invitation, Reply, Survey
from gandan.surveys.rules import KIND
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, PHONE, SECRETS, come_in, commune, filed, says, staff

Clean = Callable[[Page], None]
Shoot = Callable[[Page, str], None]


@pytest.fixture(autouse=True)
def _no_surveys(stage: None) -> Iterator[None]:
    yield
    Survey.objects.all().delete()


def _returned(clock: Clock) -> Dossier:
    """Filed, worked and handed out on Monday, after the commune has decided to ask everybody."""
    now = clock.set("2026-11-23 08:00")
    switch = Switch(kind=KIND, agency=commune(), name="Mời đánh giá", parameters={}, since=now.date())
    switch_on(switch, by=staff("lanhdao"), now=now)
    dossier = filed("2.000815", now=now)
    dossiers.receive(dossier, by=staff("motcua"), now=now)
    dossiers.hand_over(dossier, by=staff("motcua"), now=now)
    for leg in dossier.legs.filter(status=LegStatus.RUNNING).exclude(role__in=("leader", "reception")):
        dossiers.finish_leg(leg, by=staff("chuyenvien"), now=now)
    dossier.refresh_from_db()
    dossiers.approve(dossier, by=staff("lanhdao"), now=clock.set("2026-11-23 10:00"))
    dossiers.return_result(dossier, by=staff("motcua"), now=clock.set("2026-11-23 10:30"))
    settle()
    return dossier


def test_nhan_ket_qua_quet_ma_tra_loi_mot_lan(opened: Opener, clock: Clock, clean: Clean, shoot: Shoot) -> None:
    dossier = _returned(clock)
    desk = opened(DESK)
    come_in(desk, staff("motcua"))
    desk.goto(f"/can-bo/khao-sat/phieu-moi/{dossier.code}/")
    expect(desk.get_by_role("img", name="Mã QR đánh giá sau khi nhận kết quả")).to_be_visible()
    clean(desk)
    _answer(opened(PHONE), dossier, clean, shoot)
    _refused(opened(PHONE), dossier)
    _table(desk, clean, shoot)


def _answer(phone: Page, dossier: Dossier, clean: Clean, shoot: Shoot) -> None:
    """The QR of the receipt leads to the standing of the dossier; from there to the questions."""
    phone.goto(f"/theo-doi/{dossier.key}/")
    phone.get_by_role("link", name="Đánh giá việc này").click()
    clean(phone)
    phone.get_by_role("button", name="Gửi phiếu").click()
    says(phone, "Còn 1 chỗ cần sửa")
    clean(phone)
    whole = phone.get_by_role("group", name="Nói chung, ông/bà hài lòng đến đâu?")
    whole.get_by_label("Rất hài lòng", exact=True).check()
    phone.get_by_label("Ông/bà muốn nói thêm điều gì?").fill("Cán bộ chỉ rõ. Gọi tôi 0912 345 118")
    shoot(phone, "khao-sat-dien-thoai")
    phone.get_by_role("button", name="Gửi phiếu").click()
    says(phone, "Đã nhận phiếu. Cảm ơn ông/bà")
    clean(phone)
    reply = Reply.objects.get()
    assert (reply.verdict, reply.channel) == (2, "link")
    assert [secret for secret in SECRETS if secret in Comment.objects.get().text] == []


def _refused(phone: Page, dossier: Dossier) -> None:
    """The link once more, on another telephone."""
    phone.goto(f"/khao-sat/ho-so/{dossier.key}/")
    says(phone, "Phiếu này đã được trả lời một lần")
    expect(phone.get_by_role("button", name="Gửi phiếu")).to_have_count(0)
    assert Reply.objects.count() == 1
    assert Invitation.objects.get().is_used


def _table(desk: Page, clean: Clean, shoot: Shoot) -> None:
    """The officer's table shows n; one reply is too few for a share."""
    desk.goto("/can-bo/khao-sat/")
    desk.get_by_role("link", name="Sau khi nhận kết quả, năm 2026").click()
    expect(desk.get_by_text("phiếu trả lời").first).to_contain_text("1")
    says(desk, "ít phiếu, chưa tính")
    assert "100%" not in desk.content()
    clean(desk)
    shoot(desk, "khao-sat-ket-qua")
