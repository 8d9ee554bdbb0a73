"""`Idempotency-Key`: the same write sent again gets the same answer, once done."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

from django.db import transaction
from ninja import Schema, Status

from gandan.core.models import RepeatedRequest

from .callers import ApiRequest
from .problems import BAD_REQUEST, OTHER_BODY, Problem

HEADER = "Idempotency-Key"
LONGEST_KEY = 128
FOUND, NOTHING = 200, 204


def once(request: ApiRequest, status: int, do: Callable[[], Schema]) -> Status[Any]:
    """Answer with `do()`, run in one transaction; under a key that was used before, with the answer given then.

    The row of the key is inserted first: a second request under the same key waits for the first transaction to end.
    A refused write leaves no trace, so it may be tried again. Raises Problem for another body under the same key.
    """
    return _once(request, do, lambda _: status)


def once_or_nothing(request: ApiRequest, do: Callable[[], Schema | None]) -> Status[Any]:
    """As `once`: 200 with what `do()` found, 204 without a body where it found nothing."""
    return _once(request, do, lambda told: NOTHING if told is None else FOUND)


def _once(
    request: ApiRequest, do: Callable[[], Schema | None], status_of: Callable[[Schema | None], int]
) -> Status[Any]:
    key = request.headers.get(HEADER, "")
    if not key:
        with transaction.atomic():
            told = do()
        return Status(status_of(told), told)
    if len(key) > LONGEST_KEY:
        raise Problem(BAD_REQUEST, f"{HEADER} dài nhất {LONGEST_KEY} ký tự.")
    scope = f"api:{request.auth.user.pk}:{request.method} {request.path}"[:200]
    fingerprint = hashlib.sha256(request.body).hexdigest()
    with transaction.atomic():
        kept, is_first = RepeatedRequest.objects.get_or_create(
            key=key, scope=scope, defaults={"fingerprint": fingerprint}
        )
        if not is_first:
            return _again(kept, fingerprint)
        told = do()
        answer = told.model_dump(mode="json") if told is not None else None
        RepeatedRequest.objects.filter(pk=kept.pk).update(status_code=status_of(told), answer=answer)
    return Status(status_of(told), told)


def _again(kept: RepeatedRequest, fingerprint: str) -> Status[Any]:
    if kept.fingerprint != fingerprint:
        raise Problem(OTHER_BODY, f"{HEADER} này đã dùng cho một nội dung khác. Xin dùng khóa mới.")
    return Status(kept.status_code or 200, kept.answer)
