"""Every page stands for whom it is for."""

import pytest
from django.test import Client

from gandan.people.models import Role
from gandan.people.tests.make import province
from gandan.premises import actions

from . import make

pytestmark = pytest.mark.django_db


PAGES = (
    "",
    "hong-hoc/",
    "hong-hoc/?loc=tat-ca",
    "muc/",
    "da-kiem-tra/",
    "thang/",
    "danh-muc/",
    "nhan-qr/",
    "nhan-qr/?loai=muc",
)


def test_the_public_page_lists_twelve() -> None:
    make.amenities()
    page = Client().get("/tien-ich/").content.decode()
    assert "12 tiện ích miễn phí" in page
    assert page.count("Chưa kiểm tra hôm nay") == 12


def test_officers_pages(clock: object) -> None:
    make.amenities()
    make.item()
    browser = make.signed_in(make.hoa())
    for page in PAGES:
        assert browser.get(make.OFFICER + page).status_code == 200, page


def test_without_the_programme_the_way_to_it() -> None:
    assert "Bật chương trình" in make.signed_in(make.hoa()).get(make.OFFICER).content.decode()


def test_equipment_by_unit() -> None:
    for kind in ("computer", "printer", "scanner"):
        one = make.item(kind, equipment=kind, needs_photo=False)
        actions.inspect_item(one, actions.Finding(True), by=make.minh(), now=make.NOW)
    make.other_commune()
    binh = make.staff("tinh", Role.OVERSIGHT, agency=province())
    browser = make.signed_in(binh)
    page = browser.get("/lanh-dao/co-so-vat-chat/").content.decode()
    assert "1/2 đơn vị" in page
    assert "Máy quét: chưa có" in page
    assert browser.get("/lanh-dao/co-so-vat-chat/?dang=xlsx").content.startswith(b"PK")
    own = make.signed_in(make.binh()).get("/lanh-dao/co-so-vat-chat/").content.decode()
    assert "Chí Minh" not in own
