"""The queue with its threads, against a real SMTP server of this process (aiosmtpd)."""

import email
import socket
from collections.abc import Iterator
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message as Handler
from pytest_django.fixtures import Settings

from gandan.dossiers.tests import make as dossiers
from gandan.notifications import progress, queue
from gandan.notifications.models import Message, Notice
from gandan.notifications.sending import Breaker

from . import make
from .make import Double

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock", "two_each")]


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
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False
    settings.CARRIERS = {**make.TWO_EACH, "email": {"smtp": "gandan.gateways.carriers.smtp.SmtpCarrier"}}
    yield office
    controller.stop()


def test_it_works(post_office: PostOffice) -> None:
    make.notice(email="lan@example.vn")
    assert not queue.drain()
    [letter] = post_office.letters
    assert letter["To"] == "lan@example.vn"
    assert "Mời ông/bà đến nhận" in letter.get_content()
    assert sorted(Message.objects.values_list("channel", "delivery")) == [("email", "accepted"), ("zalo", "accepted")]


def test_a_mail_server_that_is_away_is_noted_and_asked_again_later(post_office: PostOffice, settings: Settings) -> None:
    settings.EMAIL_PORT = 9
    one = make.notice(email="lan@example.vn", phone="", is_required=False, urgency=2)
    queue.drain()
    [message] = Message.objects.all()
    one.refresh_from_db()
    assert message.delivery in ("down", "handed")
    assert one.next_at is not None
    assert one.next_at > dossiers.MONDAY


def test_many_are_drained_and_none_twice() -> None:
    Double.forget(zalo_1="down")
    make.notices(300)
    queue.drain()
    assert len(Double.reached) == 300
    assert not Notice.objects.due(dossiers.MONDAY).exists()


def test_the_breaker_asks_a_dead_supplier_by_one_message_at_a_time() -> None:
    now = [0.0]
    breaker = Breaker(lambda: now[0])
    for _ in range(5):
        assert breaker.lets("sms-1")
        breaker.note("sms-1", is_well=False)
    assert not breaker.lets("sms-1")
    now[0] = 31.0
    assert [breaker.lets("sms-1") for _ in range(3)] == [True, False, False]
    breaker.note("sms-1", is_well=True)
    assert breaker.lets("sms-1")


@pytest.mark.parametrize(("ahead", "lately", "minutes"), [(0, 0, 0), (8412, 600, 15), (50, 0, 1), (1200, 600, 2)])
def test_how_long_the_queue_takes_is_told_from_the_pace(ahead: int, lately: int, minutes: int) -> None:
    assert progress.minutes_for(ahead, lately, 100) == minutes
