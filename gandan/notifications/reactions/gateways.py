"""Receipts of the carriers."""

from gandan.gateways.events import ReceiptArrived
from gandan.journal.following import follows
from gandan.journal.models import Entry

from ..actions import note_receipt


@follows(ReceiptArrived)
def note_receipt_of_carrier(event: ReceiptArrived, entry: Entry) -> None:
    note_receipt(supplier=event.supplier, reference=event.reference, state=event.state, now=entry.at)
