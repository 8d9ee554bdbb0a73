"""Against a real SMTP server of this process (aiosmtpd)."""

import email
import smtplib
import socket
from collections.abc import Iterator
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler
from pytest_django.fixtures import Settings

from gandan.dossiers.tests import make
from gandan.journal.tests.settle import settle
from gandan.notifications import actions
from gandan.notifications.models import Delivery, Message, MessageChannel

pytestmark = pytest.mark.django_db


class PostOffice(Handler):
    def __init__(self) -> None:
        super().__init__()
        self.letters: list[email.message.EmailMessage] = []

    def handle_message(self, message: email.message.Message) -> None:
        self.letters.append(email.message_from_bytes(message.as_bytes(), policy=default))


@pytest.fixture
def post_office(settings: Settings) -> Iterator[PostOffice]:
    office = PostOffice()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    controller = Controller(office, hostname="127.0.0.1", port=port)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS = "127.0.0.1", False
    settings.EMAIL_PORT = port
    yield office
    controller.stop()


def queued() -> Message:
    lan = make.citizen()
    lan.email = "lan@example.vn"
    lan.save()
    make.dossier(owner=lan)
    settle()
    return Message.objects.get(channel=MessageChannel.EMAIL)


def test_it_works(post_office: PostOffice) -> None:
    message = queued()
    [letter] = post_office.letters
    assert letter["Subject"].strip() == message.subject
    assert letter["To"] == "lan@example.vn"
    assert "Kính gửi bà Lan" in letter.get_content()
    assert message.delivery == Delivery.SENT
    assert message.proof == "máy chủ thư đã nhận"


def test_a_message_that_arrived_is_not_sent_again(post_office: PostOffice) -> None:
    actions.deliver(queued(), now=make.MONDAY)
    assert len(post_office.letters) == 1


def test_a_server_that_is_away_is_noted_and_tried_again(settings: Settings) -> None:
    message = queued()
    Message.objects.update(delivery=Delivery.QUEUED, tries=0)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", 9, False
    message.refresh_from_db()
    with pytest.raises((OSError, smtplib.SMTPException)):
        actions.deliver(message, now=make.MONDAY)
    message.refresh_from_db()
    assert (message.delivery, message.tries) == (Delivery.FAILED, 1)
