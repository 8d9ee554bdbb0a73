"""`gandan bench notices`: how fast one worker empties the queue, and how soon after the event a supplier has the notice.

Two suppliers of text messages; the first refuses every connection. The second answers over HTTP after 20 ms, as they do.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .processes import temporary_site
from .table import Row, percentile

QUEUED, PACED, PER_SECOND = 3_000, 600, 20
ANSWER_SECONDS = 0.02
Say = Callable[[str], None]


class _Supplier(BaseHTTPRequestHandler):
    """Accepts every message, each key once, after the time a supplier takes."""

    protocol_version = "HTTP/1.1"
    keys: set[str] = set()
    doubles = 0

    def do_POST(self) -> None:
        told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        time.sleep(ANSWER_SECONDS)
        _Supplier.doubles += told["id"] in self.keys
        self.keys.add(told["id"])
        body = json.dumps({"reference": told["id"]}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@contextmanager
def _supplier() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Supplier)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def run(server: str, *, say: Say) -> list[Row]:
    """The rows of the table. `server`: may create databases."""
    with temporary_site(server) as site, _supplier() as alive:
        say("  Dựng cơ sở dữ liệu riêng …")
        site.run("gandan.cli", "migrate", "-v", "0")
        site.run("gandan.cli", "foundation")
        site.environment.update(
            {
                "GANDAN_SMS_URL": "http://127.0.0.1:9/", "GANDAN_SMS_TOKEN": "x", "GANDAN_SMS2_URL": alive,
                "GANDAN_SMS2_TOKEN": "x", "GANDAN_NOTICE_RATE": "1000",
            }
        )  # fmt: skip
        say(f"  {QUEUED} tin chờ sẵn, một tiến trình gửi; rồi {PER_SECOND} tin mỗi giây …")
        told = json.loads(site.run("bench.notices_drain", str(QUEUED), str(PACED), str(PER_SECOND)).splitlines()[-1])
    waits = told["waits"]
    late = 100 * sum(wait > 10 for wait in waits) / len(waits)
    words = "một trong hai bên gửi chết"
    speed = f"{1000 / told['queue_ms']:.0f} tin/s"
    return [
        Row("Gửi một tin trong hàng đợi, một tiến trình", told["queue_ms"], "ms", 10, f"{speed}; {QUEUED} tin, {words}"),
        Row("Tin quá 10 giây mới có bên gửi nhận", late, "%", 5, f"{PACED} tin, {PER_SECOND} tin mỗi giây, {words}"),
        Row("Từ lúc có việc đến lúc bên gửi nhận, p95", percentile(waits, 0.95), "s", 10, "qua hàng việc nền"),
        Row("Bên gửi nhận một tin hai lần", _Supplier.doubles, "tin", 0, f"{QUEUED + PACED} tin"),
    ]  # fmt: skip
