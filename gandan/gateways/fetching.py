"""Fetches what somebody sent along by its address: only from hosts named in the settings, never more than allowed."""

from __future__ import annotations

from http import HTTPStatus
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import Request, build_opener

from django.conf import settings

from .posting import SECONDS, NoAnswer, Stay, is_listed


def may_fetch(url: str) -> bool:
    return is_listed(url, settings.ZALO_FILE_HOSTS)


def fetch(url: str, *, most_bytes: int) -> bytes | None:
    """The content; None when it is gone, empty or too large. Raises `NoAnswer` when it may come later."""
    try:
        with build_opener(Stay).open(Request(url), timeout=SECONDS) as answer:
            content: bytes = answer.read(most_bytes + 1)
    except HTTPError as error:
        error.close()
        if error.code >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise NoAnswer(str(error.code)) from error
        return None
    except (OSError, HTTPException) as error:
        raise NoAnswer(type(error).__name__) from error
    return content if 0 < len(content) <= most_bytes else None
