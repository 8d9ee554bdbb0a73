"""What the carriers have said so far about a message."""

from __future__ import annotations

from .models import Receipt, ReceiptState

GRAVEST = (ReceiptState.FAILED, ReceiptState.DELIVERED, ReceiptState.SEEN)
"""The last one that is present counts: a message seen has arrived, whatever was said before."""


def state_of(supplier: str, reference: str) -> str:
    """“seen”, “delivered”, “failed”, or "" while nothing is known."""
    told = set(Receipt.objects.filter(supplier=supplier, reference=reference).values_list("state", flat=True))
    return next((str(state) for state in reversed(GRAVEST) if state in told), "")
