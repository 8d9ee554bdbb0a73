"""What people write is kept once, sealed."""

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from gandan.gateways import actions
from gandan.gateways.models import InboundChannel, InboundMessage, ZaloContact
from gandan.journal.models import Entry


def incoming(channel: InboundChannel = InboundChannel.ZALO, **more: object) -> actions.Incoming:
    facts = {"external_id": "m-1", "sender": "614", "sent_at": timezone.now(), "text": "Đường ngập", **more}
    return actions.Incoming(channel=channel, **facts)  # type: ignore[arg-type]  # a plain maker


@pytest.mark.django_db
def test_it_is_taken_in_once_and_lies_sealed() -> None:
    assert actions.take_message(incoming(), now=timezone.now()) is not None
    assert actions.take_message(incoming(), now=timezone.now()) is None
    assert ZaloContact.objects.get().wrote_at is not None
    assert [entry.kind for entry in Entry.objects.about(InboundMessage.objects.get())] == ["ZaloMessageReceived"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT text, sender FROM gateways_inboundmessage")
        text, sender = cursor.fetchone()
    assert "Đường ngập".encode() not in bytes(text)
    assert b"614" not in bytes(sender)


@pytest.mark.django_db
def test_the_same_number_in_another_channel_is_another_message() -> None:
    actions.take_message(incoming(), now=timezone.now())
    assert actions.take_message(incoming(InboundChannel.EMAIL, sender="lan@vi.du"), now=timezone.now()) is not None
    assert Entry.objects.filter(kind="MailReceived").count() == 1


@pytest.mark.django_db
def test_a_picture_is_fetched_by_a_job() -> None:
    file = actions.IncomingFile("", "image", source="https://f21.photo.zdn.vn/a.jpg")
    actions.take_message(incoming(files=(file,)), now=timezone.now())
    job = ProcrastinateJob.objects.get(task_name="gandan.gateways.jobs.fetch_file")
    assert job.args == {"file_id": InboundMessage.objects.get().files.get().pk}
