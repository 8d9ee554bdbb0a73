"""Zalo's three hosts in one, over real HTTP, strict about their documented contract.

A refresh token serves once; an access token dies when told; fields that are missing, unknown templates and values that are
too long are refused with Zalo's own numbers.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

APP, SECRET, FIRST = "2553928453557884079", "khoa-ung-dung", "gia-han-0"
TEMPLATES: dict[str, dict[str, int]] = {"7895417a": {"ma_ho_so": 30, "ngay_hen": 20}}
"""Approved templates: name and longest value of each parameter."""
WITHOUT_ZALO, FOLLOWER, SILENT = "84900000118", "6142494823000000001", "6142494823000000002"


class Zalo(ThreadingHTTPServer):
    daemon_threads = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.refresh, self.access, self.renewals, self.refused_renewals = FIRST, "", 0, 0
        self.sent: list[dict[str, Any]] = []
        self.slowness, self.error = 0.0, 0
        self.pictures: dict[str, bytes] = {}
        self._lock = threading.Lock()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def expire(self) -> None:
        """Every access token given out so far is dead."""
        self.access = ""

    def renew(self, headers: Any, form: dict[str, list[str]]) -> dict[str, Any]:
        time.sleep(self.slowness)
        asked = (headers.get("secret_key"), form.get("app_id"), form.get("grant_type"))
        with self._lock:
            if asked != (SECRET, [APP], ["refresh_token"]):
                return {"error": -14003, "error_name": "Invalid app id or secret key"}
            if form.get("refresh_token") != [self.refresh]:
                self.refused_renewals += 1
                return {"error": -14014, "error_name": "Invalid refresh token."}
            self.renewals += 1
            self.refresh, self.access = f"gia-han-{self.renewals}", f"vao-{self.renewals}"
            return {"access_token": self.access, "refresh_token": self.refresh, "expires_in": "90000"}

    def message(self, told: dict[str, Any]) -> dict[str, Any]:
        text, user = told.get("message", {}).get("text"), told.get("recipient", {}).get("user_id")
        if not isinstance(text, str) or not 0 < len(text) <= 2000:
            return {"error": -201, "message": "Params is invalid"}
        if user == SILENT:
            return {"error": -230, "message": "User has not interacted with the OA in the past 7 days"}
        if user != FOLLOWER:
            return {"error": -213, "message": "User has not followed OA"}
        return self._take(told, "message_id")

    def template(self, told: dict[str, Any]) -> dict[str, Any]:
        wanted = TEMPLATES.get(str(told.get("template_id")))
        values = told.get("template_data")
        if not re.fullmatch(r"84\d{9}", str(told.get("phone"))):
            return {"error": -108, "message": "Phone number invalid"}
        if wanted is None:
            return {"error": -109, "message": "Template ID invalid"}
        if not isinstance(values, dict) or set(values) != set(wanted):
            return {"error": -132, "message": "Template data invalid"}
        if any(not isinstance(value, str) or len(value) > wanted[name] for name, value in values.items()):
            return {"error": -132, "message": "Template data invalid"}
        if not 0 < len(str(told.get("tracking_id", ""))) <= 48:
            return {"error": -137, "message": "Tracking id invalid"}
        if told["phone"] == WITHOUT_ZALO:
            return {"error": -118, "message": "Zalo account not existed"}
        return self._take(told, "msg_id")

    def _take(self, told: dict[str, Any], name: str) -> dict[str, Any]:
        with self._lock:
            self.sent.append(told)
            number = f"{len(self.sent):020d}"
        return {"error": 0, "message": "Success", "data": {name: number, "quota": {"remainingQuota": "499"}}}


class _Answer(BaseHTTPRequestHandler):
    server: Zalo

    def do_GET(self) -> None:
        picture = self.server.pictures.get(self.path)
        self._say(200 if picture else 404, picture or b"")

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if self.path == "/v4/oa/access_token":
            told = self.server.renew(self.headers, parse_qs(body.decode()))
        else:
            told = self._message(body)
        self._say(200, json.dumps(told).encode())

    def _message(self, body: bytes) -> dict[str, Any]:
        is_zns = self.path == "/message/template"
        if not is_zns and self.path != "/v3.0/oa/message/cs":
            return {"error": -106, "message": "Method unsupported"}
        if self.headers.get("Content-Type") != "application/json":
            return {"error": -201, "message": "Content type invalid"}
        if self.server.access == "" or self.headers.get("access_token") != self.server.access:
            return {"error": -124 if is_zns else -216, "message": "Access token invalid"}
        if self.server.error:
            return {"error": self.server.error, "message": "told so"}
        told = json.loads(body)
        return self.server.template(told) if is_zns else self.server.message(told)

    def _say(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@contextmanager
def zalo_at(settings: Any) -> Iterator[Zalo]:
    """The double is up, and the settings point at it."""
    server = Zalo()
    thread = threading.Thread(target=server.serve_forever, args=[0.01])
    thread.start()
    settings.ZALO_APP, settings.ZALO_SECRET, settings.ZALO_TOKEN = APP, SECRET, FIRST
    settings.ZALO_URLS = dict.fromkeys(("oauth", "oa", "zns"), server.origin)
    settings.ZALO_FILE_HOSTS = [server.origin]
    carriers = "gandan.gateways.carriers.zalo"
    settings.CARRIERS = {"zalo": {"zalo-zns": f"{carriers}.ZnsCarrier", "zalo-oa": f"{carriers}.OaCarrier"}}
    yield server
    server.shutdown()
    server.server_close()
    thread.join()
