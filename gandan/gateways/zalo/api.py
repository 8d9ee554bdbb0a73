"""One question to Zalo. HTTP 200 carries success and failure alike; the number `error` tells which."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any

from gandan.gateways.carriers.failing import CarrierDown, CarrierRefused
from gandan.gateways.posting import NoAnswer, post, read_object

from .access import token

TOKEN_REFUSED = frozenset({-124, -216, -220})
LATER = frozenset({-32, -100, -115, -126, -133, -137, -144, -147, -200})
"""Too many requests, unknown error, no money or quota left today, no ZNS at night: the same message may pass later."""
REASONS = {
    -108: "Số điện thoại không đúng.",
    -114: "Người nhận không nhận tin loại này.",
    -118: "Số này chưa có Zalo.",
    -119: "Tài khoản Zalo này không nhận được tin.",
    -131: "Mẫu tin chưa được Zalo duyệt.",
    -132: "Nội dung điền vào mẫu tin không hợp lệ.",
    -213: "Người nhận chưa quan tâm tài khoản Zalo của xã.",
    -230: "Người nhận đã 7 ngày không nhắn với tài khoản Zalo của xã.",
}


def ask(url: str, body: dict[str, Any]) -> dict[str, Any]:
    """The `data` of the answer. A token that Zalo refuses is renewed once. Raises `CarrierDown` or `CarrierRefused`."""
    used = token()
    told = _post(url, body, used)
    if _error(told) in TOKEN_REFUSED:
        told = _post(url, body, token(stale=used))
    error = _error(told)
    if error == 0:
        data = told.get("data")
        return data if isinstance(data, dict) else {}
    reason = REASONS.get(error, f"Zalo trả lời mã {error}.")
    raise (CarrierDown if error in LATER | TOKEN_REFUSED else CarrierRefused)(reason)


def _post(url: str, body: dict[str, Any], used: str) -> dict[str, Any]:
    headers = {"Content-Type": "application/json", "access_token": used}
    try:
        status, answer = post(url, json.dumps(body).encode(), headers)
    except NoAnswer as error:
        raise CarrierDown("Không nối được tới Zalo.", may_have_taken=error.may_have_done) from error
    told = read_object(answer)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or "error" not in told:
        raise CarrierDown(f"Zalo trả lời {status}.")
    return told


def _error(told: dict[str, Any]) -> int:
    try:
        return int(told["error"])
    except (TypeError, ValueError):
        return -100
