"""One step of a call, posted by the exchange. Contract in docs/how-to/add-a-channel.md. Pure.

`{"call_id", "line", "state", "at"}` and optionally `"from"`, `"direction"`, `"rings"`, `"seconds"`, `"recording"`: `state` is
ringing, answered, missed or ended; `at` is ISO 8601 with its zone; `recording` names a file in the recordings folder.
"""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any

from gandan.gateways.actions import Call
from gandan.gateways.models import CallDirection, CallState
from gandan.gateways.signing import BadMessage

CALL_ID, LINE = re.compile(r"[\w.:@-]{1,80}"), re.compile(r"[+*#\w-]{1,30}")
FILE_NAME = re.compile(r"(?!\.)[\w .@+-]{1,196}\.(wav|mp3|ogg|m4a|gsm)", re.IGNORECASE)
MOST_RINGS, MOST_SECONDS = 1000, 24 * 3600


def read(body: bytes) -> Call:
    """Raises `BadMessage` with the field that is wrong."""
    try:
        told = json.loads(body)
    except ValueError as error:
        raise BadMessage("body") from error
    if not isinstance(told, dict):
        raise BadMessage("body")
    return Call(
        call_id=_matching(told, "call_id", CALL_ID), line=_matching(told, "line", LINE), at=_moment(told),
        state=CallState(_among(told, "state", CallState.values)),
        direction=CallDirection(_among({"direction": "in", **told}, "direction", CallDirection.values)),
        caller=local_number(str(told.get("from") or "")), rings=_number(told, "rings", MOST_RINGS),
        seconds=_number(told, "seconds", MOST_SECONDS),
        recording=_matching(told, "recording", FILE_NAME) if told.get("recording") else "",
    )  # fmt: skip


def local_number(given: str) -> str:
    """“+84 912…” and “84912…” as “0912…”; what is no telephone (withheld, “anonymous”) as empty."""
    digits = re.sub(r"[ .()-]", "", given).removeprefix("+")
    if digits.startswith("84") and len(digits) >= 11:
        digits = f"0{digits[2:]}"
    return digits if digits.isascii() and digits.isdigit() and 3 <= len(digits) <= 15 else ""


def _matching(told: dict[str, Any], name: str, shape: re.Pattern[str]) -> str:
    value = told.get(name)
    if not isinstance(value, str) or not shape.fullmatch(value):
        raise BadMessage(name)
    return value


def _among(told: dict[str, Any], name: str, values: list[str]) -> str:
    if told.get(name) not in values:
        raise BadMessage(name)
    return str(told[name])


def _number(told: dict[str, Any], name: str, most: int) -> int:
    value = told.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= most:
        raise BadMessage(name)
    return value


def _moment(told: dict[str, Any]) -> datetime:
    try:
        at = datetime.fromisoformat(str(told.get("at")))
    except ValueError as error:
        raise BadMessage("at") from error
    if at.tzinfo is None:
        raise BadMessage("at")
    return at
