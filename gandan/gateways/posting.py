"""One POST to a supplier, with a time limit and a bounded answer. What an answer means is the caller's business."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

SECONDS = 10
MOST_BYTES = 200_000


class NoAnswer(Exception):
    """Nobody answered in time, or the connection broke. The request may have been carried out."""


class _Stay(HTTPRedirectHandler):
    """A supplier that redirects would be handed our token by surprise: its 3xx is the answer."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def post(url: str, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
    """Status and body of the answer, whatever it is. Raises `NoAnswer`, or `ValueError` for an address not of the web."""
    if urlsplit(url).scheme not in {"http", "https"}:
        raise ValueError(url)
    try:
        with build_opener(_Stay).open(
            Request(url, data=body, headers=dict(headers), method="POST"), timeout=SECONDS
        ) as got:
            return got.status, got.read(MOST_BYTES)
    except HTTPError as error:
        with error:
            return error.code, error.read(MOST_BYTES)
    except (OSError, HTTPException) as error:
        raise NoAnswer(type(error).__name__) from error


def read_object(body: bytes) -> dict[str, Any]:
    """The JSON object in an answer; empty when there is none."""
    try:
        told = json.loads(body)
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
