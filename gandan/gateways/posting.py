"""One POST to a supplier, with a time limit and a bounded answer. What an answer means is the caller's business."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

SECONDS = 10
MOST_BYTES = 200_000


class NoAnswer(Exception):
    """Nobody answered in time, or the connection broke. `may_have_done`: the request had been sent by then."""

    def __init__(self, reason: str, *, may_have_done: bool = True) -> None:
        super().__init__(reason)
        self.may_have_done = may_have_done


class Stay(HTTPRedirectHandler):
    """A supplier that redirects would be handed our token by surprise: its 3xx is the answer."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def post(url: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
    """Status and body of the answer, whatever it is. Raises `NoAnswer`, or `ValueError` for an address not of the web."""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise ValueError(url)
    try:
        with build_opener(Stay).open(
            Request(url, data=body, headers=dict(headers), method="POST"), timeout=SECONDS
        ) as got:
            return got.status, got.read(MOST_BYTES)
    except HTTPError as error:
        with error:
            return error.code, error.read(MOST_BYTES)
    except URLError as error:
        raise NoAnswer(type(error).__name__, may_have_done=False) from error
    except (OSError, HTTPException) as error:
        raise NoAnswer(type(error).__name__, may_have_done=True) from error


def is_listed(url: str, hosts: Sequence[str]) -> bool:
    """https on a listed host or below it; an entry with “://” is one whole origin. For addresses that strangers give us."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return False
    if f"{parts.scheme}://{parts.netloc}" in hosts:
        return True
    named = [one for one in hosts if "://" not in one]
    is_ours = any(parts.hostname == host or (parts.hostname or "").endswith(f".{host}") for host in named)
    return is_ours and parts.scheme == "https" and port in (None, 443) and parts.username is None


def read_object(body: bytes) -> dict[str, Any]:
    """The JSON object in an answer; empty when there is none."""
    try:
        told = json.loads(body)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
