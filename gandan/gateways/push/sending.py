"""One encrypted message to one browser's push service. The service can read neither title nor text."""

from __future__ import annotations

import base64
import hashlib
import json
import time
from enum import Enum
from http import HTTPStatus
from urllib.parse import urlsplit

from django.conf import settings

from gandan.gateways.models import PushSubscription
from gandan.gateways.posting import NoAnswer, is_listed, post

from .keys import private_pem

KEPT_SECONDS = 24 * 3600
TOKEN_SECONDS = 12 * 3600
MOST_BYTES = 2800


class Outcome(Enum):
    """What the push service made of it."""

    TAKEN = "taken"
    GONE = "gone"
    LATER = "later"
    REFUSED = "refused"


def send(subscription: PushSubscription, *, key: str, title: str, text: str, link: str) -> Outcome:
    """`key` replaces an earlier try of the same message that is still waiting or shown."""
    # Loaded here because only the worker sends; pages must stay small.
    import http_ece
    from cryptography.hazmat.primitives.asymmetric import ec
    from py_vapid import Vapid02

    if not is_listed(subscription.endpoint, settings.PUSH_HOSTS):
        return Outcome.GONE
    topic = hashlib.sha256(key.encode()).hexdigest()[:32]
    told = json.dumps({"title": title[:120], "text": _cut(text), "link": link, "tag": topic}, ensure_ascii=False)
    content = http_ece.encrypt(
        told.encode(), private_key=ec.generate_private_key(ec.SECP256R1()), dh=_plain(subscription.p256dh),
        auth_secret=_plain(subscription.auth), version="aes128gcm",
    )  # fmt: skip
    where = urlsplit(subscription.endpoint)
    claims = {
        "aud": f"{where.scheme}://{where.netloc}", "sub": settings.PUSH_CONTACT, "exp": int(time.time()) + TOKEN_SECONDS,
    }  # fmt: skip
    headers = {
        **Vapid02.from_pem(private_pem()).sign(claims), "TTL": str(KEPT_SECONDS), "Urgency": "normal", "Topic": topic,
        "Content-Encoding": "aes128gcm", "Content-Type": "application/octet-stream",
    }  # fmt: skip
    try:
        status, _ = post(subscription.endpoint, content, headers)
    except NoAnswer:
        return Outcome.LATER
    return _outcome(status)


def _outcome(status: int) -> Outcome:
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return Outcome.TAKEN
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        return Outcome.GONE
    is_later = status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR
    return Outcome.LATER if is_later else Outcome.REFUSED


def _cut(text: str) -> str:
    """Push services take 4096 bytes, encryption and the other fields included."""
    return text.encode()[:MOST_BYTES].decode(errors="ignore")


def _plain(value: str) -> bytes:
    return base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
