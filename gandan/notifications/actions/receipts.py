"""What a supplier says later: it arrived, it was read, or it did not arrive."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app

from ..models import ARRIVED, Delivery, Message, Notice
from ..workflow import MOVING, Status

STATES = {"seen": Delivery.READ, "read": Delivery.READ, "delivered": Delivery.DELIVERED, "failed": Delivery.FAILED}
GRAVITY = {Delivery.FAILED: 1, Delivery.DELIVERED: 2, Delivery.READ: 3}
"""A later word of less weight changes nothing: duplicates and receipts out of order are harmless."""


@transaction.atomic
def note_receipt(*, supplier: str, reference: str, state: str, now: datetime) -> bool:
    """False when it is not about a message of ours, or says nothing new."""
    if not reference:
        return False
    held = Notice.objects.select_for_update(of=("self",))  # the lock of a notice guards its messages
    notice = held.filter(messages__supplier=supplier, messages__reference=reference).order_by("pk").first()
    if notice is None:
        return False
    message = notice.messages.filter(supplier=supplier, reference=reference).order_by("pk")[0]
    delivery = STATES[state]
    if GRAVITY[delivery] <= GRAVITY.get(Delivery(message.delivery), 0):
        return False
    message.delivery, message.ended_at = delivery, now
    message.save(update_fields=["delivery", "ended_at"])
    _follow(notice, message, now)
    return True


def _follow(notice: Notice, message: Message, now: datetime) -> None:
    if message.delivery in ARRIVED:
        if notice.status != Status.PROVED:
            notice.status, notice.proved_at, notice.proved_by = Status.PROVED, now, message.channel
            notice.next_at = None
            notice.save(update_fields=["status", "proved_at", "proved_by", "next_at"])
    elif notice.status in (*MOVING, Status.SENT):
        notice.next_at = now
        notice.save(update_fields=["next_at"])
        app.configure_task("gandan.notifications.jobs.drain").defer()
