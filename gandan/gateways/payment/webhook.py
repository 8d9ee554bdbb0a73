"""The bank's message “money has come”: JSON signed with HMAC-SHA256 over `timestamp.body`, fresh for five minutes.

Contract (docs/how-to/payment-webhook.md): headers `X-Timestamp` (Unix seconds) and `X-Signature` (hex); body
`{"reference", "amount", "memo", "paid_at"}`.
"""

import json
from dataclasses import dataclass
from datetime import datetime

from gandan.gateways.signing import BadMessage, check, sign

__all__ = ["BadMessage", "Transfer", "read", "sign"]


@dataclass(frozen=True)
class Transfer:
    """Money that has come: the bank's reference, đồng, memo."""

    reference: str
    amount: int
    memo: str


def read(body: bytes, *, timestamp: str, signature: str, secret: str, now: datetime) -> Transfer:
    """Check signature and age, then the shape. Raises `BadMessage`."""
    check(body, timestamp=timestamp, signature=signature, secret=secret, now=now)
    try:
        data = json.loads(body)
        transfer = Transfer(str(data["reference"]), int(data["amount"]), str(data["memo"]).strip().upper())
    except (ValueError, KeyError, TypeError) as error:
        raise BadMessage("body") from error
    if not transfer.reference:
        raise BadMessage("reference")
    return transfer
