"""A dossier that cannot be ready in time: foreseen by T−1, apology drafted, signed on a telephone, told to the citizen."""

from collections.abc import Callable
from datetime import datetime

from django.core import mail
from django.utils.timezone import localtime
from playwright.sync_api import Page, expect

from gandan.dossiers import actions, jobs
from gandan.dossiers.models import Dossier, ExtensionStatus
from gandan.journal.tests.settle import settle
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, PHONE, citizen, come_in, filed, says, staff

Shoot = Callable[[Page, str], None]


def test_xin_loi_truoc_mot_ngay(opened: Opener, clock: Clock, shoot: Shoot) -> None:
    dossier = _stuck_with_the_police(clock.set("2026-11-02 08:00"))
    _foreseen(clock, dossier)
    hoa = opened(PHONE)
    come_in(hoa, staff("lanhdao"))
    _she_edits_and_signs(hoa, dossier, shoot)
    settle()
    lan = opened(PHONE)
    come_in(lan, citizen("0912345118"))
    _the_citizen_is_told(lan, dossier, shoot)
    _never_twice(opened(DESK), clock, dossier)


def _stuck_with_the_police(now: datetime) -> Dossier:
    dossier = filed("2.000986", now=now, owner=citizen("0912345118"))
    Dossier.objects.filter(pk=dossier.pk).update(applicant_email="lan@example.vn")
    dossier.refresh_from_db()
    actions.receive(dossier, by=staff("motcua"), now=now)
    actions.hand_over(dossier, by=staff("motcua"), now=now)
    actions.finish_leg(dossier.legs.get(key="birth"), by=staff("chuyenvien"), now=now.replace(day=11, hour=16))
    actions.finish_leg(dossier.legs.get(key="insurance"), by=staff("bhxh"), now=now.replace(day=12, hour=10))
    settle()
    mail.outbox.clear()
    return dossier


def _foreseen(clock: Clock, dossier: Dossier) -> None:
    """Promised for Monday 16/11; the police have six working days from Wednesday afternoon. T−1 is Friday."""
    clock.set("2026-11-10 07:10")
    jobs.foresee_late(timestamp=0)
    assert not hasattr(Dossier.objects.get(), "extension"), "too early to know"
    clock.set("2026-11-13 07:10")
    jobs.foresee_late(timestamp=0)
    jobs.foresee_late(timestamp=0)
    extension = Dossier.objects.get().extension
    assert extension.status == ExtensionStatus.DRAFT
    assert extension.responsible.part == "cong_an"
    assert f"{localtime(extension.new_due_at):%d/%m %H:%M}" == "19/11 17:00"
    clock.set("2026-11-13 09:00")


def _she_edits_and_signs(page: Page, dossier: Dossier, shoot: Shoot) -> None:
    page.goto(f"/can-bo/ho-so/{dossier.code}/ky-gia-han/")
    says(page, "Công an xã")
    page.get_by_role("link", name="Sửa dự thảo").click()
    page.get_by_label("Nguyên nhân").fill("Công an xã chưa xác minh xong nơi ở của cháu bé")
    page.get_by_label("Ngày trả mới").fill("20/11/2026")
    page.get_by_role("button", name="Lưu dự thảo Mẫu 04").click()
    says(page, "Đã lưu dự thảo")
    page.get_by_role("link", name="Ký xin lỗi, hẹn lại").click()
    says(page, "vì Công an xã chưa xác minh xong nơi ở của cháu bé")
    expect(page.locator(".deadline__date")).to_contain_text("thứ Sáu, 20/11")
    shoot(page, "apology-phone")
    page.get_by_role("button", name="Ký xin lỗi và hẹn lại").click()
    says(page, "Công dân nhận thư xin lỗi và ngày hẹn mới")


def _the_citizen_is_told(page: Page, dossier: Dossier, shoot: Shoot) -> None:
    (letter,) = mail.outbox
    assert letter.to == ["lan@example.vn"]
    assert "Xin lỗi" in letter.body
    assert "thứ Sáu, 20/11" in letter.body.replace("\xa0", " ")
    page.goto("/cong-dan/thu/")
    says(page, "Xin lỗi")
    page.goto(f"/theo-doi/{dossier.key}/")
    expect(page.locator(".deadline__date")).to_contain_text("thứ Sáu, 20/11")
    says(page, "Chỉ hẹn lại một lần")
    shoot(page, "tracking-apology")


def _never_twice(page: Page, clock: Clock, dossier: Dossier) -> None:
    come_in(page, staff("lanhdao"))
    page.goto(f"/can-bo/ho-so/{dossier.code}/")
    expect(page.get_by_role("button", name="Xin lỗi và hẹn lại")).to_be_disabled()
    says(page, "đã hẹn lại lần duy nhất")
    clock.set("2026-11-17 07:10")
    jobs.foresee_late(timestamp=0)
    extension = Dossier.objects.get().extension
    assert extension.status == ExtensionStatus.SIGNED
    assert f"{localtime(extension.new_due_at):%d/%m %H:%M}" == "20/11 17:00"
