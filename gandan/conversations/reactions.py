"""What comes in by Zalo becomes a question; what the carrier tells of an answer stands beside it."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.conf import settings
from django.core.files.base import ContentFile

from gandan.core.errors import RuleBroken
from gandan.core.vietnamese import fold
from gandan.dossiers.photos import clean_photo
from gandan.gateways.events import InboundFileFetched, ReceiptArrived, ZaloMessageReceived
from gandan.gateways.models import InboundFile, InboundMessage
from gandan.journal.following import follows
from gandan.journal.models import Entry
from gandan.places.directory import serving_communes
from gandan.places.models import Agency

from . import actions
from .actions.delivering import Carried
from .models import AskedBy, Thread, Turn
from .models.thread import Delivery

logger = logging.getLogger(__name__)
SAME_MATTER, MOST_TURNS = timedelta(days=7), 150
"""What somebody writes after a week, or after that many turns, is another matter."""
PICTURE_ALONE = "(gửi ảnh)"
STATES = {"delivered": Delivery.DELIVERED, "seen": Delivery.SEEN, "failed": Delivery.FAILED}


@follows(ZaloMessageReceived)
def take_zalo_question(event: ZaloMessageReceived, entry: Entry) -> None:
    """Into the thread this person has, else a new one. Told again, nothing is doubled."""
    message = InboundMessage.objects.select_related("contact").get(pk=event.message_id)
    contact = message.contact
    text = str(message.text).strip() or (PICTURE_ALONE if message.files.exists() else "")
    if contact is None or not text or Turn.objects.filter(inbound=message).exists():
        return
    asking = actions.Asking(
        text=text, channel=AskedBy.ZALO, name=str(message.sender_name), phone=str(contact.phone), contact=contact,
        inbound=message, press_key=f"zalo-{message.pk}",
    )  # fmt: skip
    last = Thread.objects.filter(contact=contact, moved_at__gte=entry.at - SAME_MATTER).order_by("-moved_at").first()
    if last is not None and last.turns.count() < MOST_TURNS:
        actions.write_on(last, asking, now=entry.at)
        return
    commune = _commune_of(text)
    if commune is None:
        logger.warning("Zalo message %s was not taken in: no commune serves here.", message.pk)
        return
    actions.ask(commune, asking, by=None, now=entry.at)


def _commune_of(text: str) -> Agency | None:
    """The one whose name stands in the question, else the home commune of this installation, else the first."""
    serving, said = serving_communes(), fold(text)
    named = next((one for one in serving.values() if fold(one.name) in said), None)
    return named or serving.get(settings.HOME_COMMUNE) or next(iter(serving.values()), None)


@follows(InboundFileFetched)
def take_zalo_photo(event: InboundFileFetched, entry: Entry) -> None:
    """The picture has come after its message; what is no picture stays where it lies."""
    turn = Turn.objects.select_related("thread").filter(inbound_id=event.message_id).first()
    file = InboundFile.objects.filter(pk=event.file_id).exclude(file="").first()
    if turn is None or file is None:
        return
    try:
        photo = clean_photo(ContentFile(file.file.read(), name="file"))
        if photo is not None:
            actions.attach_photo(turn, photo, now=entry.at)
    except RuleBroken as refused:
        logger.info("File %s of a Zalo message was not kept: %s", file.pk, refused)


@follows(ReceiptArrived)
def note_receipt_of_answer(event: ReceiptArrived, entry: Entry) -> None:
    turn = Turn.objects.filter(supplier=event.supplier, reference=event.reference).exclude(reference="").first()
    if turn is not None and event.state in STATES:
        actions.note_delivery(turn, Carried(STATES[event.state]), now=entry.at)
