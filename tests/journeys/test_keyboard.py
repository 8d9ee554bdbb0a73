"""The officer's hands stay on the keys."""

import re

from playwright.sync_api import expect

from tests.conftest import Clock

from .conftest import Opener
from .walks import DESK, come_in, filed, row_of, staff


def test_ban_phim_cua_can_bo(opened: Opener, clock: Clock) -> None:
    now = clock.set("2026-11-23 09:00")
    first, second = (filed("1.001193", now=now) for _ in range(2))
    page = opened(DESK)
    come_in(page, staff("motcua"))
    page.goto("/can-bo/")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(row_of(page, second)).to_have_class(re.compile("is-here"))
    expect(row_of(page, second).get_by_role("link")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(row_of(page, first)).to_have_class(re.compile("is-here"))
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/can-bo/ho-so/{second.code}/")
    page.keyboard.press("/")
    search = page.get_by_role("search").get_by_role("searchbox")
    expect(search).to_be_focused()
    page.keyboard.type("khai sinh ?")
    expect(search).to_have_value("khai sinh ?")
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    page.wait_for_url("**/can-bo/tim/**")
    expect(page.get_by_role("main")).to_contain_text(first.code.partition("-")[2])


def test_dau_hoi_mo_cac_phim_va_chu_cai_mo_buoc(opened: Opener, clock: Clock) -> None:
    dossier = filed("1.001193", now=clock.set("2026-11-23 09:00"))
    page = opened(DESK)
    come_in(page, staff("motcua"))
    page.goto(f"/can-bo/ho-so/{dossier.code}/")
    page.keyboard.press("?")
    expect(page.locator("details#phim")).to_have_attribute("open", "")
    page.keyboard.press("n")
    page.wait_for_url("**/tiep-nhan/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Đến nội dung chính")).to_be_focused()
