"""Reads what a supplier says: its address in the settings, its delivery receipts, its refusals. Pure.

Source: SMPP 3.4, §5.2.12 (esm_class), §5.1.3 (command_status), Appendix B (receipt text), §5.3.2.35 (message_state).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

RECEIPT_BITS, RECEIPT = 0x3C, 0x04
MESSAGE_ID, MESSAGE_STATE = 0x001E, 0x0427
BY_WORD = {"DELIVRD": "delivered", "UNDELIV": "failed", "EXPIRED": "failed", "DELETED": "failed", "REJECTD": "failed"}
BY_NUMBER = {2: "delivered", 3: "failed", 4: "failed", 5: "failed", 8: "failed"}
_ID = re.compile(r"\bid:\s*(\S+)", re.IGNORECASE)
_STAT = re.compile(r"\bstat:\s*([A-Z]{7})", re.IGNORECASE)
FOR_GOOD = frozenset({0x01, 0x0A, 0x0B, 0x0C, 0x33, 0x34, 0x40, 0x48, 0x49, 0x50, 0x51, 0x61, 0x62, 0x63})
"""command_status that speaks about this message: length, source, destination, coding. Any other may pass later."""
DEFAULT_PORT = 2775


@dataclass(frozen=True)
class Address:
    """Where to bind, and as whom."""

    host: str
    port: int
    user: str
    is_tls: bool


def address_of(url: str) -> Address:
    """`smpp://user@host:2775`, or `smpps://` for TLS. Raises `ValueError`."""
    parts = urlsplit(url)
    if parts.scheme not in {"smpp", "smpps"} or not parts.hostname:
        raise ValueError(url)
    return Address(parts.hostname, parts.port or DEFAULT_PORT, unquote(parts.username or ""), parts.scheme == "smpps")


def receipt_in(esm_class: int, text: bytes, tlvs: Mapping[int, bytes]) -> tuple[str, str] | None:
    """Reference and state (“delivered”, “failed”); None for anything but a final receipt."""
    if esm_class & RECEIPT_BITS != RECEIPT:
        return None
    words = text.decode("latin-1")
    told_id, told_state = _ID.search(words), _STAT.search(words)
    reference = tlvs.get(MESSAGE_ID, b"").rstrip(b"\0").decode("latin-1") or (told_id.group(1) if told_id else "")
    number = int.from_bytes(tlvs.get(MESSAGE_STATE, b"\0"), "big")
    state = BY_NUMBER.get(number) or BY_WORD.get(told_state.group(1).upper() if told_state else "")
    return (reference, state) if reference and state else None
