"""A supplier over HTTP, by a contract that any supplier can be adapted to (docs/how-to/add-a-channel.md).

POST to `GANDAN_SMS_URL` with `Authorization: Bearer GANDAN_SMS_TOKEN` and the JSON body
`{"id": "<uuid>", "to": "84912345678", "text": "…"}`. The same `id` is never delivered twice by the supplier.
2xx: accepted. 408, 429 and 5xx: try again later. Any other status: never.
"""

import json
from http import HTTPStatus
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen
from uuid import uuid4

from django.conf import settings

from . import SmsFailed

SECONDS = 10
LATER = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_MANY_REQUESTS}


class HttpSms:
    def send(self, *, to: str, text: str) -> None:
        if urlsplit(settings.SMS_URL).scheme not in {"http", "https"}:
            raise SmsFailed("GANDAN_SMS_URL phải là địa chỉ http hoặc https.", permanent=True)
        body = json.dumps({"id": str(uuid4()), "to": f"84{to.removeprefix('0')}", "text": text})
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {settings.SMS_TOKEN}"}
        request = Request(settings.SMS_URL, data=body.encode(), headers=headers, method="POST")
        try:
            with urlopen(request, timeout=SECONDS):
                return
        except HTTPError as error:
            error.close()
            is_permanent = error.code < HTTPStatus.INTERNAL_SERVER_ERROR and error.code not in LATER
            raise SmsFailed(f"Nhà cung cấp tin nhắn trả lời {error.code}.", permanent=is_permanent) from None
        except (URLError, TimeoutError, OSError) as error:
            raise SmsFailed("Không nối được tới nhà cung cấp tin nhắn.") from error
