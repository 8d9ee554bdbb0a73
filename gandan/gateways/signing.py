"""Messages that strangers send us under a shared secret: HMAC-SHA256 over `timestamp.body`, fresh for five minutes.

Headers `X-Timestamp` (Unix seconds) and `X-Signature` (hex). Used by the bank, suppliers of text messages, the exchange.
"""

import hashlib
import hmac
from datetime import datetime

FRESH_SECONDS = 300


class BadMessage(Exception):
    """Not from whom it claims, too old, or not understood."""


def sign(secret: str, timestamp: str, body: bytes) -> str:
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def check(body: bytes, *, timestamp: str, signature: str, secret: str, now: datetime) -> None:
    """Raises `BadMessage`. Without a secret nothing is believed."""
    if not secret or not hmac.compare_digest(sign(secret, timestamp, body).encode(), signature.encode()):
        raise BadMessage("signature")
    if not timestamp.isascii() or not timestamp.isdigit() or abs(now.timestamp() - int(timestamp)) > FRESH_SECONDS:
        raise BadMessage("timestamp")
