"""Doors for machines: suppliers of text messages, Zalo, the telephone exchange. What is not proved leaves no trace.

4xx for what is forged, stale, too large or not understood; 200 for what is known already, because senders repeat what they
think was lost.
"""

from __future__ import annotations

import json
import logging

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from gandan.gateways import actions
from gandan.gateways.exchange import webhook as exchange_words
from gandan.gateways.models import ReceiptState
from gandan.gateways.signing import BadMessage, check
from gandan.gateways.zalo import webhook as zalo_words
from gandan.people.access import public

logger = logging.getLogger(__name__)
MOST_BYTES = 256 * 1024
LONGEST_REFERENCE = 100


class _TooLarge(Exception):
    """More than such a message ever has."""


def _body(request: HttpRequest) -> bytes:
    """Never reads on beyond the limit, whatever length was announced."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    if announced.isdigit() and int(announced) > MOST_BYTES:
        raise _TooLarge
    body = request.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise _TooLarge
    return body


def _signed(request: HttpRequest, secret: str) -> bytes:
    body = _body(request)
    check(
        body, timestamp=request.headers.get("X-Timestamp", ""), signature=request.headers.get("X-Signature", ""),
        secret=secret, now=timezone.now(),
    )  # fmt: skip
    return body


def _refuse(what: str, why: Exception) -> HttpResponse:
    logger.warning("%s: a message was refused (%s)", what, why or "size")
    if isinstance(why, _TooLarge):
        return JsonResponse({"title": "Thông báo quá lớn"}, status=413)
    is_shape = str(why) not in {"signature", "timestamp", "app_id"}
    return JsonResponse({"title": "Thông báo không hợp lệ", "detail": str(why)}, status=400 if is_shape else 401)


@public
@csrf_exempt
@require_POST
def sms_receipt(request: HttpRequest, supplier: str) -> HttpResponse:
    """`{"reference": "…", "state": "delivered" | "failed"}`, signed."""
    secret = settings.SMS_SUPPLIERS.get(supplier, {}).get("secret")
    if not secret:
        raise Http404
    try:
        told = _receipt(_signed(request, secret), supplier)
    except (BadMessage, _TooLarge) as bad:
        return _refuse(supplier, bad)
    return JsonResponse({"noted": actions.note_receipt(told, now=timezone.now())})


def _receipt(body: bytes, supplier: str) -> actions.Told:
    try:
        told = json.loads(body)
        reference, state = str(told["reference"]), str(told["state"])
    except (ValueError, KeyError, TypeError) as error:
        raise BadMessage("body") from error
    if not 0 < len(reference) <= LONGEST_REFERENCE or "\0" in reference:
        raise BadMessage("reference")
    if state not in {ReceiptState.DELIVERED, ReceiptState.FAILED}:
        raise BadMessage("state")
    return actions.Told("sms", supplier, reference, state)


@public
@csrf_exempt
@require_POST
def zalo(request: HttpRequest) -> HttpResponse:
    """Everything Zalo tells about our account; kinds we do not know are answered and forgotten."""
    if not settings.ZALO_WEBHOOK_SECRET:
        raise Http404
    now = timezone.now()
    try:
        told = zalo_words.read(
            _body(request), signature=request.headers.get("X-ZEvent-Signature", ""), app=settings.ZALO_APP,
            secret=settings.ZALO_WEBHOOK_SECRET, now=now,
        )  # fmt: skip
    except (BadMessage, _TooLarge) as bad:
        return _refuse("zalo", bad)
    follower, name = zalo_words.follower_in(told), told.get("event_name")
    if follower and name == "follow":
        actions.follow(follower, now=now)
    elif follower and name == "unfollow":
        actions.unfollow(follower, now=now)
    elif name == "user_submit_info" and (shared := zalo_words.shared_phone(told)):
        actions.share_phone(*shared, now=now)
    elif message := zalo_words.message_in(told):
        actions.take_message(message, now=now)
    for receipt in zalo_words.receipts_in(told):
        actions.note_receipt(receipt, now=now)
    return HttpResponse(status=200)


@public
@csrf_exempt
@require_POST
def exchange(request: HttpRequest) -> HttpResponse:
    """One step of a call, signed (gateways/exchange/webhook.py)."""
    if not settings.EXCHANGE_SECRET:
        raise Http404
    try:
        call = exchange_words.read(_signed(request, settings.EXCHANGE_SECRET))
    except (BadMessage, _TooLarge) as bad:
        return _refuse("tong-dai", bad)
    if settings.EXCHANGE_LINES and call.line not in settings.EXCHANGE_LINES:
        return _refuse("tong-dai", BadMessage("line"))
    return JsonResponse({"noted": actions.report_call(call, now=timezone.now()) is not None})
