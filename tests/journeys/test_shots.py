"""Photographs of the screens for README and handbook: `make shots`. Only taken with `--shots FOLDER`."""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Page
from pytest_django import Settings

from gandan.dossiers import jobs
from gandan.dossiers.models import Dossier, LegStatus
from gandan.journal.tests.settle import settle
from gandan.places.models import Agency
from gandan.portal.demonstration import COMMUNE
from gandan.portal.story import tell_story
from gandan.reports.jobs import refresh_months
from tests.conftest import Clock

from .conftest import Opener
from .walks import CHILD, DESK, PHONE, come_in, file_birth, fill, go_on, picture, staff

Shoot = Callable[[Page, str], None]


@pytest.fixture
def fortnight(clock: Clock) -> datetime:
    """The dossiers of the demonstration, as they stand on Thursday 26/11 at ten."""
    now = clock.set("2026-11-26 10:00")
    tell_story(Agency.objects.get(code=COMMUNE), now=now)
    settle(most=5000)
    jobs.foresee_late(timestamp=0)
    refresh_months(timestamp=0)
    return now


def take(page: Page, shoot: Shoot, addresses: dict[str, str]) -> None:
    for name, address in addresses.items():
        page.goto(address)
        shoot(page, name)


def test_shots_of_a_citizen(opened: Opener, shoot: Shoot, fortnight: datetime) -> None:
    page = opened(PHONE)
    one = _at_the_police()
    take(page, shoot, {
        "trang-chu": "/", "thu-tuc": "/thu-tuc/1.001193/", "tim-thu-tuc": "/thu-tuc/?q=lam+giay+khai+sinh",
        "theo-doi": f"/theo-doi/{one.key}/", "tra-cuu": "/tra-cuu/", "so-lieu": "/so-lieu/",
    })  # fmt: skip
    file_birth(page)
    page.get_by_label("Giấy chứng sinh").first.set_input_files(picture())
    shoot(page, "giay-to")
    go_on(page)
    shoot(page, "kiem-tra")
    page.goto(f"{page.url.removesuffix('kiem-tra/')}child/")
    fill(page, CHILD | {"Ngày sinh": "31/11/2026"})
    go_on(page)
    shoot(page, "bieu-mau-loi")


def test_shots_of_the_office(opened: Opener, shoot: Shoot, fortnight: datetime, settings: Settings) -> None:
    settings.DEBUG = True
    one = _at_the_police()
    pages = {
        "motcua": {
            "ban-lam-viec": "/can-bo/", "ho-so": f"/can-bo/ho-so/{one.code}/", "lich": "/can-bo/lich/",
            "nhan-tai-quay": "/can-bo/ho-so-moi/2.000815/", "so-theo-doi": "/can-bo/so-theo-doi/",
            "bao-cao": "/can-bo/bao-cao/", "thu-tuc-can-bo": "/can-bo/thu-tuc/1.001193/", "ui": "/ui/",
        },
        "lanhdao": {"dieu-hanh-xa": "/lanh-dao/", "so-lieu-xa": "/can-bo/so-lieu/"},
        "sonoivu": {"dieu-hanh-tinh": "/lanh-dao/"},
        "congan": {"viec-duoc-chuyen": "/can-bo/"},
    }  # fmt: skip
    for who, addresses in pages.items():
        page = opened(DESK)
        come_in(page, staff(who))
        take(page, shoot, addresses)
    phone = opened(PHONE)
    come_in(phone, staff("lanhdao"))
    take(
        phone, shoot, {"ky-duyet": f"/can-bo/ho-so/{_to_sign().code}/phe-duyet/", "ban-lam-viec-dien-thoai": "/can-bo/"}
    )


def _at_the_police() -> Dossier:
    found = (
        Dossier.objects.filter(legs__agency__part="cong_an", legs__status=LegStatus.RUNNING).order_by("due_at").first()
    )
    assert found
    return found


def _to_sign() -> Dossier:
    found = Dossier.objects.filter(legs__role="leader", legs__status=LegStatus.RUNNING).first()
    assert found
    return found
