"""The bank's message “money has come”: JSON signed with HMAC-SHA256 over `timestamp.body`, fresh for five minutes.

Contract (docs/how-to/payment-webhook.md): headers `X-Timestamp` (Unix seconds) and `X-Signature` (hex); body
`{"reference", "amount", "memo", "paid_at"}`.
"""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime

FRESH_SECONDS = 300


class BadMessage(Exception):
    """Not from the bank, too old, or not understood."""


@dataclass(frozen=True)
class Transfer:
    """Money that has come: the bank's reference, đồng, memo."""

    reference: str
    amount: int
    memo: str


def sign(secret: str, timestamp: str, body: bytes) -> str:
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def read(body: bytes, *, timestamp: str, signature: str, secret: str, now: datetime) -> Transfer:
    """Check signature and age, then the shape. Raises `BadMessage`."""
    if not secret or not hmac.compare_digest(sign(secret, timestamp, body), signature):
        raise BadMessage("signature")
    if not timestamp.isdigit() or abs(now.timestamp() - int(timestamp)) > FRESH_SECONDS:
        raise BadMessage("timestamp")
    try:
        data = json.loads(body)
        transfer = Transfer(str(data["reference"]), int(data["amount"]), str(data["memo"]).strip().upper())
    except (ValueError, KeyError, TypeError) as error:
        raise BadMessage("body") from error
    if not transfer.reference:
        raise BadMessage("reference")
    return transfer
