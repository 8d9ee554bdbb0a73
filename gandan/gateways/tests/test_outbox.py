"""The page of the demonstration: what would have been sent."""

from pathlib import Path

import pytest
from django.test import Client
from pytest_django import Settings

from gandan.gateways.carriers import carrier
from gandan.gateways.email_box import send_email
from gandan.gateways.sms import sms_gateway
from gandan.people.tests import make

pytestmark = pytest.mark.django_db
ADDRESS = "/hop-thu-thu/"


@pytest.fixture(autouse=True)
def _outbox(settings: Settings, tmp_path: Path) -> None:
    settings.SHOWS_OUTBOX, settings.OUTBOX_DIR, settings.EMAIL_FILE_PATH = True, tmp_path, str(tmp_path / "email")
    settings.SMS_GATEWAY, settings.EMAIL_HOST = "gandan.gateways.sms.outbox.OutboxSms", ""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"


def test_it_works(client: Client) -> None:
    make.commune()
    browser = client
    empty = browser.get(ADDRESS).content.decode()
    assert "Chưa có tin nhắn nào" in empty
    assert "Chưa có thư nào" in empty
    sms_gateway().send(to="0912345118", text="123456 là mã đăng nhập")
    send_email(to="lan@vi.du.vn", subject="Mã đăng nhập Gần Dân", text="Mã đăng nhập của ông/bà là: 654321")
    page = browser.get(ADDRESS).content.decode()
    for shown in ("123456 là mã đăng nhập", "0912345118", "Mã đăng nhập Gần Dân", "654321", "lan@vi.du.vn"):
        assert shown in page


def test_messages_by_zalo_show_once_there_are_any(client: Client) -> None:
    make.commune()
    assert "<h2>Zalo</h2>" not in client.get(ADDRESS).content.decode()
    carrier("zalo-local").send("0912345118", "Hồ sơ của bà đã xong", "m-1")
    assert "Hồ sơ của bà đã xong" in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize(
    ("name", "value"),
    [("SHOWS_OUTBOX", False), ("SMS_URL", "https://tin-nhan.vi.du/"), ("EMAIL_HOST", "thu.vi.du")],
    ids=["not a demonstration", "real messages", "real letters"],
)
def test_a_real_installation_has_no_such_page(client: Client, settings: Settings, name: str, value: object) -> None:
    make.commune()
    setattr(settings, name, value)
    assert client.get(ADDRESS).status_code == 404
