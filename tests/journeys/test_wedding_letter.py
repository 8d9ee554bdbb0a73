"""A marriage is registered (S1.9): the letter is there at once, checked, signed by the leader, handed over with its proof."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from gandan.catalog.models import ProcedureVersion
from gandan.dossiers import actions
from gandan.dossiers.models import Channel, Dossier
from gandan.journal.tests.settle import settle
from gandan.letters.models import Contribution, Letter
from gandan.places.models import Agency
from gandan.portal.demonstration import COMMUNE
from tests.conftest import Clock

from .conftest import Opener
from .walks import PERSON, says, staff

Clean = Callable[[Page], None]
Shoot = Callable[[Page, str], None]
MARRIAGE = "1.000894"
COUPLE = {"male_name": "Lê Văn An", "female_name": "Đỗ Thị Bình"}
BOTH = "Lê Văn An và Đỗ Thị Bình"


@pytest.fixture(autouse=True)
def _no_letters_left(stage: None) -> Iterator[None]:
    yield
    Letter.objects.all().delete()
    Contribution.objects.all().delete()


def test_thu_chuc_mung_ket_hon(come: Opener, clock: Clock, clean: Clean, shoot: Shoot) -> None:
    clock.set("2026-11-23 08:00")
    leader, clerk = come("lanhdao"), come("vanthu")
    _the_commune_writes_letters(leader)
    _registered(clock.set("2026-11-23 09:00"))
    _checked(clerk, clean, shoot)
    _signed(leader, clean, shoot)
    _handed_over(clerk, clean)


def _the_commune_writes_letters(leader: Page) -> None:
    leader.goto("/can-bo/chuong-trinh/moi/event_letters/")
    leader.get_by_label("Tên chương trình").fill("Thư của xã")
    leader.get_by_role("button", name="Xem trước khi bật").click()
    leader.get_by_role("button", name="Bật chương trình").click()
    says(leader, "Đã bật “Thư của xã”.")


def _registered(now: datetime) -> Dossier:
    version = ProcedureVersion.objects.with_facts().get(procedure__code=MARRIAGE, is_published=True)
    commune, mai = Agency.objects.get(code=COMMUNE), staff("motcua")
    filing = actions.Filing(version, commune, Channel.COUNTER, PERSON, COUPLE, version.form())
    seen = {one.key: (one.originals, one.copies) for one in version.papers() if one.is_required}
    dossier = actions.file(filing, by=mai, now=now, seen=seen)
    actions.receive(dossier, by=mai, now=now)
    actions.hand_over(dossier, by=mai, now=now)
    while (leg := dossier.legs.filter(status="running").first()) is not None:
        actions.finish_leg(leg, by=staff("chuyenvien"), now=now)
    actions.approve(Dossier.objects.get(pk=dossier.pk), by=staff("lanhdao"), now=now)
    settle()
    return dossier


def _checked(clerk: Page, clean: Clean, shoot: Shoot) -> None:
    """The clerk sees the draft with both names and confirms them."""
    clerk.goto("/can-bo/thu-tu/")
    expect(clerk.get_by_role("row").filter(has_text=BOTH)).to_be_visible()
    clean(clerk)
    shoot(clerk, "letters")
    clerk.get_by_role("link", name="Chúc mừng kết hôn").click()
    expect(clerk.get_by_label("Nội dung")).to_have_value(re.compile(f"vui mừng được tin {BOTH} đã đăng ký kết hôn"))
    clean(clerk)
    shoot(clerk, "letter")
    clerk.get_by_role("button", name="Trình ký").click()
    expect(clerk.get_by_role("alert")).to_contain_text("Đối chiếu với giấy tờ rồi đánh dấu vào đây.")
    clerk.get_by_label("Tôi đã đối chiếu").check()
    clerk.get_by_role("button", name="Trình ký").click()
    says(clerk, "Đã trình ký.")


def _signed(leader: Page, clean: Clean, shoot: Shoot) -> None:
    leader.goto("/can-bo/thu-tu/?loc=cho-ky")
    leader.get_by_role("link", name="Chúc mừng kết hôn").click()
    clean(leader)
    leader.get_by_role("button", name="Ký thư").click()
    says(leader, "Đã ký thư.")
    shoot(leader, "letter-signed")


def _handed_over(clerk: Page, clean: Clean) -> None:
    clerk.goto("/can-bo/thu-tu/?loc=cho-trao")
    clerk.get_by_role("link", name="Chúc mừng kết hôn").click()
    clerk.get_by_label("Trao tại Trung tâm").check()
    clerk.get_by_label("Ai trao").fill("Phó Chủ tịch Trần Thị Hoa")
    clerk.get_by_role("button", name="Ghi đã trao").click()
    says(clerk, "Đã ghi thư được trao.")
    clerk.goto("/can-bo/thu-tu/?loc=da-trao")
    expect(clerk.get_by_role("row").filter(has_text=BOTH)).to_contain_text("trao tại trung tâm")
    clean(clerk)
