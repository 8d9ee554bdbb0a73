"""A citizen's code really arrives: by SMTP at a real mail server, by the text-message gateway."""

import email
import email.policy
import re
import socket
from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.test import Client
from pytest_django import Settings

from gandan.gateways.sms import SmsFailed
from gandan.gateways.sms.fake import FakeSms
from gandan.people.contacts import CodeNotSent, Contact
from gandan.people.tests import make

pytestmark = pytest.mark.django_db


class Postbox:
    """Takes every letter but those to `nobody@…`."""

    def __init__(self) -> None:
        self.letters: list[Envelope] = []

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address.startswith("nobody@"):
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.letters.append(envelope)
        return "250 OK"


@pytest.fixture
def postbox(settings: Settings) -> Iterator[Postbox]:
    box = Postbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", False
    settings.EMAIL_PORT = port
    yield box
    controller.stop()


@pytest.fixture
def sms(settings: Settings) -> Iterator[type[FakeSms]]:
    settings.SMS_GATEWAY = "gandan.gateways.sms.fake.FakeSms"
    FakeSms.forget()
    yield FakeSms
    FakeSms.forget()


def test_by_e_mail(client: Client, postbox: Postbox) -> None:
    make.commune()
    assert client.post("/dang-nhap/", {"contact": "lan@vi.du.vn"}).status_code == 302
    (envelope,) = postbox.letters
    assert envelope.rcpt_tos == ["lan@vi.du.vn"]
    assert isinstance(envelope.content, bytes)
    letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
    assert letter["Subject"] == "Mã đăng nhập Gần Dân"
    text = letter.get_content()
    assert "Không cho ai biết mã này" in text
    code = re.search(r"\b\d{6}\b", text)
    assert code is not None
    assert client.post("/dang-nhap/ma/", {"code": code.group()})["Location"] == "/sau-dang-nhap/"


def test_by_text_message(client: Client, sms: type[FakeSms]) -> None:
    make.commune()
    client.post("/dang-nhap/", {"contact": "0912 345 118"})
    ((to, text),) = sms.sent
    assert to == "0912345118"
    assert client.post("/dang-nhap/ma/", {"code": text[:6]})["Location"] == "/sau-dang-nhap/"


def test_a_refused_address_is_said(client: Client, postbox: Postbox) -> None:
    make.commune()
    page = client.post("/dang-nhap/", {"contact": "nobody@vi.du.vn"}).content.decode()
    assert "Chưa gửi được thư tới địa chỉ này. Xin kiểm tra lại địa chỉ." in page


def test_a_mail_server_that_is_gone_is_said(client: Client, settings: Settings) -> None:
    make.commune()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 9, False
    page = client.post("/dang-nhap/", {"contact": "lan@vi.du.vn"}).content.decode()
    assert "Xin thử lại sau ít phút" in page


@pytest.mark.parametrize(("permanent", "advice"), [(True, "kiểm tra lại số"), (False, "dùng e-mail")])
def test_a_failed_message_says_what_to_do(sms: type[FakeSms], permanent: bool, advice: str) -> None:
    from gandan.gateways.one_time_codes import carry

    sms.failure = SmsFailed("không nhận", permanent=permanent)
    with pytest.raises(CodeNotSent, match=advice):
        carry(Contact("phone", "0912345118"), "123456", valid_minutes=10)
