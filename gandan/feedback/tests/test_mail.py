"""A letter to the commune's address enters the same queue, once."""

import pytest
from django.core.files.base import ContentFile

from gandan.feedback.models import Feedback
from gandan.feedback.reactions import receive_mail
from gandan.gateways.events import MailReceived
from gandan.gateways.models import InboundMessage
from gandan.journal.actions import record
from gandan.journal.models import Entry
from gandan.places.models import Agency

from . import make

pytestmark = pytest.mark.django_db


def letter(recipient: str, text: str = "Đèn đường tắt") -> Entry:
    made = InboundMessage.objects.create(
        channel="email", external_id=f"x-{recipient}-{text}", sender="lan@example.vn", sender_name=make.NAME,
        recipient=recipient, subject="Đèn", text=text, sent_at=make.NOW, received_at=make.NOW,
    )  # fmt: skip
    made.files.create(name="anh.jpg", kind="image/jpeg", file=ContentFile(make.upload().read(), name="a.jpg"))
    made.files.create(name="la.exe", kind="image/jpeg", file=ContentFile(b"MZ not a picture", name="b.jpg"))
    return record(MailReceived(message_id=made.pk), about=made, at=make.NOW)


def test_by_the_address_of_the_commune_with_its_photos() -> None:
    make.promise()
    Agency.objects.filter(pk=make.commune().pk).update(email="gopy@chiminh.vn")
    make.other_commune()
    entry = letter("GopY@chiminh.vn")
    for _ in range(2):
        receive_mail(MailReceived(message_id=InboundMessage.objects.get().pk), entry)
    one = Feedback.objects.get()
    assert (one.agency, one.channel, one.reply_by) == (make.commune(), "email", "email")
    assert (one.sender_email, one.photos.count()) == ("lan@example.vn", 1)
    assert one.text.startswith("Đèn\n")


def test_an_address_nobody_has_is_not_taken_in() -> None:
    make.commune()
    make.other_commune()
    entry = letter("ai-do@example.vn")
    receive_mail(MailReceived(message_id=InboundMessage.objects.get().pk), entry)
    assert not Feedback.objects.exists()
