"""What carriers say about messages that were handed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from gandan.gateways.events import ReceiptArrived
from gandan.gateways.models import Receipt, ReceiptState, SentPart
from gandan.journal.actions import record

HOLD = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"


@dataclass(frozen=True)
class Told:
    """One receipt: “sms”, “sms-1”, the reference that `send` returned, “delivered”, “seen” or “failed”."""

    channel: str
    supplier: str
    reference: str
    state: str


@transaction.atomic
def note_receipt(told: Told, *, now: datetime) -> bool:
    """Write a receipt down, once; false when it was known. A part's receipt is told when the whole message has an end."""
    _hold(told.supplier)
    receipt = _note(told, now)
    if receipt is None:
        return False
    part = SentPart.objects.filter(supplier=told.supplier, part=told.reference).first()
    if part is None:
        record(ReceiptArrived(**vars(told)), about=receipt, at=now, is_first=True)
    else:
        _settle(told.channel, told.supplier, part.reference, now)
    return True


@transaction.atomic
def note_parts(supplier: str, parts: Sequence[str], *, now: datetime) -> str:
    """A long text went out as these parts: the reference of the whole. Receipts may have overtaken us."""
    _hold(supplier)
    reference = f"{parts[0]}+{len(parts)}"
    rows = [SentPart(supplier=supplier, part=part, reference=reference) for part in parts]
    SentPart.objects.bulk_create(rows, ignore_conflicts=True)
    _settle("sms", supplier, reference, now)
    return reference


def _hold(supplier: str) -> None:
    """A part's receipt and the note of the parts may come at once: one of them must see the other."""
    with connection.cursor() as cursor:
        cursor.execute(HOLD, [f"gateways.receipts.{supplier}"])


def _note(told: Told, now: datetime) -> Receipt | None:
    receipt, is_new = Receipt.objects.get_or_create(
        supplier=told.supplier, reference=told.reference, state=told.state,
        defaults={"channel": told.channel, "at": now},
    )  # fmt: skip
    return receipt if is_new else None


def _settle(channel: str, supplier: str, reference: str, now: datetime) -> None:
    parts = list(SentPart.objects.filter(supplier=supplier, reference=reference).values_list("part", flat=True))
    known = Receipt.objects.filter(supplier=supplier, reference__in=parts)
    arrived = set(known.filter(state=ReceiptState.DELIVERED).values_list("reference", flat=True))
    failed = set(known.filter(state=ReceiptState.FAILED).values_list("reference", flat=True)) - arrived
    if not failed and arrived != set(parts):
        return
    told = Told(channel, supplier, reference, str(ReceiptState.FAILED if failed else ReceiptState.DELIVERED))
    if (receipt := _note(told, now)) is not None:
        record(ReceiptArrived(**vars(told)), about=receipt, at=now, is_first=True)
