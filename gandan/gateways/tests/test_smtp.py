"""Letters out, to a mail server on a real socket that refuses what it should."""

import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core import mail
from pytest_django import Settings

from gandan.gateways.carriers import CarrierDown, CarrierRefused, carrier


class Post:
    """Takes letters; `refusal` answers RCPT TO."""

    def __init__(self) -> None:
        self.letters: list[bytes] = []
        self.refusal = ""

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.refusal:
            return self.refusal
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.letters.append(envelope.content)
        return "250 OK"


@pytest.fixture
def post(settings: Settings) -> Iterator[Post]:
    office = Post()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
    settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER, settings.EMAIL_TIMEOUT = False, "", 5
    yield office
    controller.stop()


def test_vietnamese_arrives_whole(post: Post) -> None:
    reference = carrier("smtp").send("lan@vi.du", "Hồ sơ của bà đã xong.", "m-1", params={"subject": "Kết quả hồ sơ"})
    got = message_from_bytes(post.letters[0], policy=policy.default)
    assert (got["Subject"], got["Message-ID"], got["Auto-Submitted"]) == ("Kết quả hồ sơ", reference, "auto-generated")
    assert got.get_content().strip() == "Hồ sơ của bà đã xong."


@pytest.mark.parametrize(
    ("refusal", "failure"),
    [
        ("550 5.1.1 no such user", CarrierRefused),
        ("451 4.7.1 greylisted", CarrierDown),
        ("552 over quota", CarrierRefused),
    ],
)
def test_refusals_say_whether_trying_again_helps(post: Post, refusal: str, failure: type[Exception]) -> None:
    post.refusal = refusal
    with pytest.raises(failure):
        carrier("smtp").send("lan@vi.du", "a", "m-1")
    assert post.letters == []


def test_a_server_that_is_gone_is_down(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", 9, 2
    with pytest.raises(CarrierDown):
        carrier("smtp").send("lan@vi.du", "a", "m-1")
    assert mail.outbox == []
