"""The verbs of notifications: tell, deliver, read."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.mail import EmailMessage
from django.db import transaction
from procrastinate.contrib.django import app

from gandan.dossiers.models import Dossier
from gandan.journal.models import Entry
from gandan.people.models import User

from .models import Delivery, Message, MessageChannel
from .wording import words_for

MOST_TRIES = 8


@transaction.atomic
def tell(dossier: Dossier, *, event: str, entry: Entry, **facts: Any) -> None:
    """Write the message for each channel the applicant can be reached by; delivery is a job of the same transaction."""
    subject, text = words_for(event, dossier, facts)
    shared = {"entry": entry, "dossier": dossier, "recipient": dossier.owner, "subject": subject, "text": text}
    if dossier.owner is not None:
        Message.objects.create(
            **shared, channel=MessageChannel.SCREEN, delivery=Delivery.SENT, made_at=entry.at, sent_at=entry.at,
            proof="hiện trong hộp thư",
        )  # fmt: skip
    address = dossier.applicant_email or (dossier.owner.email if dossier.owner else "")
    if address:
        message = Message.objects.create(**shared, channel=MessageChannel.EMAIL, to=address, made_at=entry.at)
        app.configure_task("gandan.notifications.jobs.deliver").defer(message_id=message.pk)


def deliver(message: Message, *, now: datetime) -> None:
    """Hand the message to its channel and keep the proof. Outside effects happen outside any transaction.

    Raises the channel's error after noting it, so that the job is tried again with a pause.
    """
    if message.delivery == Delivery.SENT:
        return
    Message.objects.filter(pk=message.pk).update(tries=message.tries + 1)
    letter = EmailMessage(
        message.subject, message.text, to=[message.to],
        headers={"Message-ID": f"<gandan-{message.pk}-{message.entry_id}@{_domain()}>"},
    )  # fmt: skip
    try:
        accepted = letter.send()
    except OSError as error:
        Message.objects.filter(pk=message.pk).update(delivery=Delivery.FAILED, proof=type(error).__name__)
        raise
    proof = "máy chủ thư đã nhận" if accepted else "không có máy chủ thư"
    Message.objects.filter(pk=message.pk).update(delivery=Delivery.SENT, sent_at=now, proof=proof)


def _domain() -> str:
    from django.conf import settings

    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2] or "localhost"


@transaction.atomic
def read(citizen: User, *, now: datetime) -> int:
    """Mark everything in the inbox as read."""
    return Message.objects.inbox_of(citizen).unread().update(read_at=now)
