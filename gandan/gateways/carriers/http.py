"""A supplier of text messages over HTTP, by a contract that any supplier can be adapted to (docs/how-to/add-a-channel.md).

POST to the supplier's address with `Authorization: Bearer <token>` and the JSON body
`{"id": "<uuid>", "to": "84912345678", "text": "…"}`. The same `id` is never delivered twice by the supplier. 2xx: accepted,
optionally with `{"reference": "…"}`; without it the `id` is the reference. 408, 429 and 5xx: try again later. Any other
status: never. Receipts come to /webhook/sms/<name>/.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings

from gandan.gateways.posting import NoAnswer, post, read_object

from . import NOTHING
from .failing import CarrierDown, CarrierRefused

LATER = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS}
LONGEST_REFERENCE = 100


class HttpCarrier:
    def __init__(self, name: str) -> None:
        self.name = name
        self.supplier = settings.SMS_SUPPLIERS[name]

    def send(self, to: str, text: str, key: str, template: str = "", params: Mapping[str, str] = NOTHING) -> str:
        number = str(uuid5(NAMESPACE_URL, key))
        body = json.dumps({"id": number, "to": f"84{to.removeprefix('0')}", "text": text}).encode()
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.supplier['token']}"}
        try:
            status, answer = post(self.supplier["url"], body, headers)
        except ValueError as error:
            raise CarrierRefused("Địa chỉ nhà cung cấp phải bắt đầu bằng http, https hoặc smpp.") from error
        except NoAnswer as error:
            words = "Không nối được tới nhà cung cấp tin nhắn."
            raise CarrierDown(words, may_have_taken=error.may_have_done) from error
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in LATER:
            raise CarrierDown(f"Nhà cung cấp tin nhắn trả lời {status}.")
        if not HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
            raise CarrierRefused(f"Nhà cung cấp tin nhắn trả lời {status}.")
        return str(read_object(answer).get("reference") or number)[:LONGEST_REFERENCE]
