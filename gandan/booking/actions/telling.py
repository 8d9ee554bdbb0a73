"""Text messages about appointments and calls: written with the event, sent by a job, the proof kept."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app

from gandan.gateways.sms import SmsFailed, sms_gateway
from gandan.journal.models import Entry

from ..models import Appointment, DeathCall, Notice

MOST_TRIES = 6


@transaction.atomic
def write_notice(about: Appointment | DeathCall, *, entry: Entry, to: str, text: str) -> Notice | None:
    """One message for an event; nothing where no number is known."""
    if not to or Notice.objects.filter(entry=entry).exists():
        return None
    subject = {"appointment": about} if isinstance(about, Appointment) else {"death_call": about}
    notice = Notice.objects.create(entry=entry, to=to, text=text, made_at=entry.at, **subject)
    app.configure_task("gandan.booking.jobs.deliver").defer(notice_id=notice.pk)
    return notice


@transaction.atomic
def deliver_notice(notice: Notice, *, now: datetime) -> bool:
    """Hand it to the gateway and keep the proof, under the lock of its row: two workers never send it twice.

    True when nothing is left to do: sent, refused for good, or tried often enough.
    """
    kept = Notice.objects.select_for_update().get(pk=notice.pk)
    if kept.sent_at is not None or kept.tries >= MOST_TRIES:
        return True
    kept.tries += 1
    try:
        sms_gateway().send(to=kept.to, text=kept.text)
    except SmsFailed as failed:
        kept.proof = str(failed)[:200]
        kept.tries = MOST_TRIES if failed.permanent else kept.tries
    else:
        kept.sent_at, kept.proof = now, "cổng tin nhắn đã nhận"
    kept.save(update_fields=["sent_at", "tries", "proof"])
    return kept.sent_at is not None or kept.tries >= MOST_TRIES
