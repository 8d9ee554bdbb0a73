"""“3 trong 1”: the commune, then insurance beside police; the police are late, and everybody can see whose hours it were."""

import re
from collections.abc import Callable
from datetime import datetime

from django.utils.timezone import localtime
from playwright.sync_api import Page, expect

from gandan.dossiers import actions
from gandan.dossiers.models import Dossier
from gandan.journal.tests.settle import settle
from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, PHONE, come_in, filed, says, staff

Shoot = Callable[[Page, str], None]
HOURS = re.compile(r"(\d+)\xa0giờ(?: (\d+)\xa0phút)?|(\d+)\xa0phút")


def test_cong_an_tre_va_ai_cung_thay(opened: Opener, clock: Clock, shoot: Shoot) -> None:
    minh, dung, trang, mai = (opened(DESK) for _ in range(4))
    dossier = _handed_over(clock.set("2026-11-02 08:00"))
    clock.set("2026-11-03 11:00")
    come_in(minh, staff("chuyenvien"))
    _finish(minh, dossier, "Đăng ký khai sinh")
    clock.set("2026-11-04 16:00")
    come_in(trang, staff("bhxh"))
    _only_their_own(trang, "Cấp thẻ bảo hiểm y tế", shoot)
    _finish(trang, dossier, "Cấp thẻ bảo hiểm y tế")
    expect(trang.get_by_role("link", name="Ghi xong bước")).to_have_count(0)
    clock.set("2026-11-17 11:00")
    come_in(dung, staff("congan"))
    _only_their_own(dung, "Đăng ký thường trú", shoot)
    _finish(dung, dossier, "Đăng ký thường trú")
    clock.set("2026-11-17 16:00")
    come_in(mai, staff("motcua"))
    _finish(mai, dossier, "Trao kết quả tại nhà hoặc tại Trung tâm")
    actions.approve(Dossier.objects.get(pk=dossier.pk), by=staff("lanhdao"), now=clock.set("2026-11-17 17:00"))
    settle()
    _the_office_sees_who(mai, dossier, shoot)
    _the_public_sees_who(opened(PHONE), dossier, shoot)


def _handed_over(now: datetime) -> Dossier:
    """Received on Monday 2/11 at eight, promised in ten working days: Monday 16/11."""
    dossier = filed("2.000986", now=now)
    actions.receive(dossier, by=staff("motcua"), now=now)
    actions.hand_over(dossier, by=staff("motcua"), now=now)
    assert dossier.due_at is not None
    assert f"{localtime(dossier.due_at):%d/%m %H:%M}" == "16/11 17:00"
    filed("1.001193", now=now)
    return dossier


def _finish(page: Page, dossier: Dossier, name: str) -> None:
    page.goto(f"/can-bo/ho-so/{dossier.code}/")
    page.get_by_role("row").filter(has_text=name).get_by_role("link", name="Ghi xong bước").click()
    page.get_by_role("button", name="Ghi xong bước").click()
    says(page, f"Đã ghi xong bước “{name}”")


def _only_their_own(page: Page, name: str, shoot: Shoot) -> None:
    """The partner's list has this piece of work and nothing of the other dossier."""
    page.goto("/can-bo/")
    expect(page.get_by_role("table").get_by_role("link")).to_have_text([name])
    other = Dossier.objects.get(procedure__code="1.001193")
    answer = page.goto(f"/can-bo/ho-so/{other.code}/")
    assert answer
    assert answer.status == 404
    shoot(page, "not-found")


def _minutes(text: str) -> int:
    found = HOURS.search(text)
    assert found, text
    hours, minutes, only = (int(part or 0) for part in found.groups())
    return hours * 60 + minutes + only


def _the_office_sees_who(page: Page, dossier: Dossier, shoot: Shoot) -> None:
    page.goto(f"/can-bo/ho-so/{dossier.code}/")
    facts = page.get_by_role("heading", name="Ai đã dùng hết thời gian").locator("+ dl")
    names, hours = facts.locator("dt").all_inner_texts(), facts.locator("dd").all_inner_texts()
    assert any("Công an xã" in name for name in names)
    assert not any("Bảo hiểm" in name for name in names)
    *parts, total = (_minutes(told) for told in hours)
    assert names[-1] == "Cộng"
    assert sum(parts) == total == 8 * 60
    shoot(page, "attribution")


def _the_public_sees_who(page: Page, dossier: Dossier, shoot: Shoot) -> None:
    page.goto(f"/theo-doi/{dossier.key}/")
    told = [line for line in page.locator(".timeline p").all_inner_texts() if "dùng thêm" in line]
    assert [line.startswith("Công an xã Chí Minh") for line in told] == [True]
    assert sum(_minutes(line.partition("dùng thêm")[2]) for line in told) == 8 * 60
    shoot(page, "tracking")
