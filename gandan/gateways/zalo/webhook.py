"""What Zalo tells us: checked, then read into what we know. Pure.

Header `X-ZEvent-Signature: mac=<hex>` is SHA-256 over app id + raw body + `timestamp` of the body + secret of the account.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from gandan.gateways.actions import Incoming, IncomingFile, Told
from gandan.gateways.models import InboundChannel
from gandan.gateways.signing import BadMessage

OLDEST, FUTURE = timedelta(hours=24), timedelta(minutes=5)
"""Zalo repeats for twelve hours what it could not deliver."""
MOST_FILES, LONGEST_TEXT = 10, 10_000
FETCHED = {"image", "file", "gif", "audio", "video"}


def sign(app: str, body: bytes, timestamp: str, secret: str) -> str:
    return hashlib.sha256(app.encode() + body + timestamp.encode() + secret.encode()).hexdigest()


def read(body: bytes, *, signature: str, app: str, secret: str, now: datetime) -> dict[str, Any]:
    """The event, when it is Zalo's, ours and recent. Raises `BadMessage`."""
    try:
        told = json.loads(body)
        timestamp = str(told["timestamp"])
        at = datetime.fromtimestamp(int(timestamp) / 1000, tz=UTC)
    except (ValueError, KeyError, TypeError, OverflowError, OSError, RecursionError) as error:
        raise BadMessage("body") from error
    given = signature.strip().lower().removeprefix("mac=").encode()
    if not secret or not hmac.compare_digest(sign(app, body, timestamp, secret).encode(), given):
        raise BadMessage("signature")
    if str(told.get("app_id")) != app:
        raise BadMessage("app_id")
    if not now - OLDEST <= at <= now + FUTURE:
        raise BadMessage("timestamp")
    return {**told, "at": at}


def message_in(told: dict[str, Any]) -> Incoming | None:
    """A message from a person, of whatever kind."""
    message = _object(told.get("message"))
    sender, number = _id(told.get("sender")), str(message.get("msg_id") or "")
    if not str(told.get("event_name")).startswith("user_send_") or not sender or not number:
        return None
    attachments = message.get("attachments")
    files = tuple(_files(attachments if isinstance(attachments, list) else []))
    return Incoming(
        channel=InboundChannel.ZALO, external_id=number, sender=sender, sent_at=told["at"],
        recipient=_id(told.get("recipient")), text=str(message.get("text") or "")[:LONGEST_TEXT], files=files[:MOST_FILES],
    )  # fmt: skip


def receipts_in(told: dict[str, Any]) -> list[Told]:
    """What a person's Zalo received or showed. ZNS and messages share the event's name; only ZNS has a delivery time."""
    message = _object(told.get("message"))
    state = {"user_received_message": "delivered", "user_seen_message": "seen"}.get(str(told.get("event_name")))
    if state is None:
        return []
    supplier = "zalo-zns" if "delivery_time" in message else "zalo-oa"
    many = message.get("msg_ids")
    numbers = many if isinstance(many, list) else [message.get("msg_id")]
    return [Told("zalo", supplier, str(number)[:120], state) for number in numbers[:50] if number]


def shared_phone(told: dict[str, Any]) -> tuple[str, str] | None:
    """Who shared which telephone, as “0912345678”."""
    user, phone = _id(told.get("sender")), str(_object(told.get("info")).get("phone") or "")
    digits = "".join(one for one in phone if one.isdigit())
    local = f"0{digits[2:]}" if digits.startswith("84") else digits
    return (user, local) if user and 9 <= len(local) <= 11 and local.startswith("0") else None


def follower_in(told: dict[str, Any]) -> str:
    return _id(told.get("follower"))


def _files(attachments: list[Any]) -> Iterator[IncomingFile]:
    for one in attachments:
        payload, kind = _object(_object(one).get("payload")), str(_object(one).get("type"))
        if kind in FETCHED and payload.get("url"):
            yield IncomingFile(name=str(payload.get("name") or "")[:200], kind=kind, source=str(payload["url"])[:2000])


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _id(value: Any) -> str:
    return str(_object(value).get("id") or "")[:40]
