"""E-mail enters the same queue as everything else."""

from __future__ import annotations

import logging

from django.core.files.base import ContentFile

from gandan.core.errors import RuleBroken
from gandan.dossiers.uploads import CleanFile, clean
from gandan.gateways.events import MailReceived
from gandan.gateways.models import InboundMessage
from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.places.directory import serving_communes
from gandan.places.models import Agency

from . import actions
from .actions import Sender, Told
from .models import Channel, ReplyBy

logger = logging.getLogger(__name__)
MOST_PHOTOS = 4


@follows(MailReceived)
def receive_mail(event: MailReceived, entry: Entry) -> None:
    """A letter to the address of a commune; one to an address nobody has stays in the log."""
    letter = InboundMessage.objects.get(pk=event.message_id)
    agency = _commune_of(letter.recipient)
    text = "\n\n".join(filter(None, (letter.subject.strip(), letter.text.strip())))
    if agency is None or not text:
        logger.warning("Letter %s was not taken in: no commune or no words.", letter.pk)
        return
    told = Told(
        text=text, channel=Channel.EMAIL, press_key=f"mail-{letter.pk}", photos=_photos(letter),
        sender=Sender(name=letter.sender_name, email=letter.sender, reply_by=ReplyBy.EMAIL),
    )  # fmt: skip
    actions.receive(agency, told, by=None, now=entry.at)


def _commune_of(recipient: str) -> Agency | None:
    """By its address; where one commune alone works here, it."""
    serving = serving_communes()
    found = next((one for one in serving.values() if one.email and one.email.lower() == recipient.lower()), None)
    return found or (next(iter(serving.values())) if len(serving) == 1 else None)


def _photos(letter: InboundMessage) -> list[CleanFile]:
    """What is truly a picture; the rest of the attachments is left where it is."""
    found = []
    for one in letter.files.exclude(file="")[:MOST_PHOTOS]:
        try:
            photo = clean(ContentFile(one.file.read(), name="file"))
        except RuleBroken:
            continue
        if photo.media_type.startswith("image/"):
            found.append(photo)
    return found
