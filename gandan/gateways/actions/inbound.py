"""What people write to us: kept whole and sealed, told by its number."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from procrastinate.contrib.django import app

from gandan.gateways.events import InboundFileFetched, MailReceived, ZaloMessageReceived
from gandan.gateways.models import InboundChannel, InboundFile, InboundMessage, MailboxMark, ZaloContact
from gandan.journal.actions import record

from .zalo import contact_of


@dataclass(frozen=True)
class IncomingFile:
    """Its content, or where to fetch it."""

    name: str
    kind: str
    content: bytes | None = None
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """A message as it came, within the bounds its channel sets."""

    channel: InboundChannel
    external_id: str
    sender: str
    sent_at: datetime
    text: str = ""
    subject: str = ""
    sender_name: str = ""
    recipient: str = ""
    files: tuple[IncomingFile, ...] = ()


@transaction.atomic
def take_message(incoming: Incoming, *, now: datetime) -> InboundMessage | None:
    """Keep it and tell it; None when the same message was taken in before."""
    contact = contact_of(incoming.sender) if incoming.channel == InboundChannel.ZALO else None
    message, is_new = InboundMessage.objects.get_or_create(
        channel=incoming.channel, external_id=hashlib.sha256(incoming.external_id.encode()).hexdigest(),
        defaults={
            "contact": contact, "sender": incoming.sender, "sender_name": incoming.sender_name,
            "recipient": incoming.recipient[:200], "subject": incoming.subject, "text": incoming.text,
            "sent_at": incoming.sent_at, "received_at": now,
        },
    )  # fmt: skip
    if not is_new:
        return None
    for one in incoming.files:
        file = InboundFile(message=message, name=one.name, kind=one.kind[:80], source=one.source)
        if one.content is not None:
            file.file.save("tep", ContentFile(one.content), save=False)
        file.save()
        if one.source:
            app.configure_task("gandan.gateways.jobs.fetch_file").defer(file_id=file.pk)
    if contact is not None:
        ZaloContact.objects.filter(pk=contact.pk).update(wrote_at=incoming.sent_at)
        record(ZaloMessageReceived(message_id=message.pk, contact_id=contact.pk), about=message, at=now, is_first=True)
    else:
        record(MailReceived(message_id=message.pk), about=message, at=now, is_first=True)
    return message


@transaction.atomic
def keep_file(file: InboundFile, content: bytes, *, now: datetime) -> None:
    """The content of something sent along by its address was fetched."""
    file.file.save("tep", ContentFile(content), save=False)
    file.source = ""
    file.save(update_fields=["file", "source"])
    record(InboundFileFetched(message_id=file.message_id, file_id=file.pk), about=file.message, at=now)


@transaction.atomic
def mark_mailbox(mailbox: str, *, validity: int, last_uid: int) -> None:
    """Read up to here; a mark never goes back while the server keeps its numbering."""
    mark, _ = MailboxMark.objects.select_for_update().get_or_create(mailbox=mailbox, defaults={"validity": validity})
    is_same = mark.validity == validity
    mark.validity, mark.last_uid = validity, max(last_uid, mark.last_uid) if is_same else last_uid
    mark.save(update_fields=["validity", "last_uid"])
