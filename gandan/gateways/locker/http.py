"""A lock controller over HTTP. Contract (docs/how-to/set-up-a-kiosk.md):

`POST <address>/compartments/<number>/open` and `…/close` answer 2xx when the lock has moved; `GET <address>/compartments`
answers `[{"number": 7, "open": false, "occupied": true}, …]`, `occupied` null without a sensor. 4xx means never, other
answers mean later.
"""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any

from .door import Door
from .failing import LockerFailed, UnknownDoor

SECONDS = 5
MOST_BYTES = 100_000


class HttpLocker:
    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")

    def open(self, number: int) -> None:
        self._ask("POST", f"/compartments/{number}/open")

    def close(self, number: int) -> None:
        self._ask("POST", f"/compartments/{number}/close")

    def states(self) -> dict[int, Door]:
        try:
            told = json.loads(self._ask("GET", "/compartments"))
            return {int(one["number"]): Door(bool(one["open"]), _claim(one.get("occupied"))) for one in told}
        except (ValueError, KeyError, TypeError) as error:
            raise LockerFailed(f"Tủ trả lời không hiểu được: {error}") from error

    def _ask(self, method: str, path: str) -> bytes:
        if not self.address.startswith(("http://", "https://")):
            raise LockerFailed("Địa chỉ tủ phải bắt đầu bằng http:// hoặc https://.", permanent=True)
        request = urllib.request.Request(self.address + path, data=b"" if method == "POST" else None, method=method)
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                told: bytes = answer.read(MOST_BYTES)
                return told
        except urllib.error.HTTPError as error:
            error.close()
            raise LockerFailed(f"Tủ trả lời {error.code}.", permanent=400 <= error.code < 500) from error
        except (TimeoutError, ConnectionResetError) as error:
            raise UnknownDoor("Tủ không trả lời kịp.") from error
        except OSError as error:
            raise LockerFailed(f"Không nối được tủ: {error}") from error


def _claim(value: Any) -> bool | None:
    return None if value is None else bool(value)
