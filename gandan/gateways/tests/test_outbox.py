"""The administrators' page of the demonstration: what would have been sent."""

from pathlib import Path

import pytest
from pytest_django import Settings

from gandan.gateways.email_box import send_email
from gandan.gateways.sms import sms_gateway
from gandan.people.models import Role
from gandan.people.tests import make

pytestmark = pytest.mark.django_db
ADDRESS = "/can-bo/hop-thu-di/"


@pytest.fixture(autouse=True)
def _outbox(settings: Settings, tmp_path: Path) -> None:
    settings.SHOWS_OUTBOX, settings.OUTBOX_DIR, settings.EMAIL_FILE_PATH = True, tmp_path, str(tmp_path / "email")
    settings.SMS_GATEWAY = "gandan.gateways.sms.outbox.OutboxSms"
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"


def test_it_works() -> None:
    browser = make.signed_in(make.administrator())
    empty = browser.get(ADDRESS).content.decode()
    assert "Chưa có tin nhắn nào" in empty
    assert "Chưa có thư nào" in empty
    sms_gateway().send(to="0912345118", text="123456 là mã đăng nhập")
    send_email(to="lan@vi.du.vn", subject="Mã đăng nhập Gần Dân", text="Mã đăng nhập của ông/bà là: 654321")
    page = browser.get(ADDRESS).content.decode()
    for shown in ("123456 là mã đăng nhập", "0912345118", "Mã đăng nhập Gần Dân", "654321", "lan@vi.du.vn"):
        assert shown in page


def test_a_real_installation_has_no_such_page(settings: Settings) -> None:
    settings.SHOWS_OUTBOX = False
    assert make.signed_in(make.administrator()).get(ADDRESS).status_code == 404


def test_only_for_administrators() -> None:
    assert make.signed_in(make.staff("minh", Role.LEADER)).get(ADDRESS).status_code == 404
