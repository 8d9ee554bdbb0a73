"""A bounded client: keep-alive connections of one visitor each, a few threads, no external tool."""

from __future__ import annotations

import gzip
import http.client
import re
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

CSRF = "b" * 32
LONGEST_WAIT = 60
LINKED = re.compile(r'(?:<link[^>]+rel="(?:stylesheet|preload|modulepreload)"[^>]+href|<script[^>]+src)="([^"]+)"')
FONT = re.compile(r"url\([\"']?([^\"')]+\.woff2[^\"')]*)")


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    body: bytes
    statements: int | None
    seconds: float


@dataclass
class Visitor:
    """One browser: a connection, a session cookie, a CSRF token."""

    port: int
    session: str = ""
    _connection: http.client.HTTPConnection | None = field(default=None, repr=False)

    def _open(self) -> http.client.HTTPConnection:
        if self._connection is None:
            self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_WAIT)
        return self._connection

    def get(self, path: str, *, counted: bool = False) -> Answer:
        return self._send("GET", path, None, counted=counted)

    def post(self, path: str, told: dict[str, str], *, counted: bool = False) -> Answer:
        return self._send("POST", path, urlencode(told), counted=counted)

    def _send(self, method: str, path: str, body: str | None, *, counted: bool) -> Answer:
        cookies = f"csrftoken={CSRF}" + (f"; sessionid={self.session}" if self.session else "")
        headers = {"Cookie": cookies, "Host": f"localhost:{self.port}", "Accept-Encoding": "gzip"}
        if body is not None:
            headers |= {"X-CSRFToken": CSRF, "Content-Type": "application/x-www-form-urlencoded"}
        if counted:
            headers["X-Count-Sql"] = "1"
        begun = time.perf_counter()
        connection = self._open()
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            content = response.read()
        except (http.client.HTTPException, OSError):
            connection.close()
            self._connection = None
            raise
        told = response.headers.get("X-SQL")
        if response.headers.get("Content-Encoding") == "gzip":
            content = gzip.decompress(content)
        return Answer(
            response.status, response.headers.get("Location", ""), content, int(told) if told else None,
            time.perf_counter() - begun,
        )  # fmt: skip

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()


class Refused(Exception):
    """The server did not go on to the next page."""


@dataclass
class Submission:
    """One dossier filed page by page. `parts` are (name, SQL statements, seconds) of each request in order."""

    visitor: Visitor
    walk: dict[str, object]
    counted: bool = False
    parts: list[tuple[str, int, float]] = field(default_factory=list)

    def fill_in(self) -> str:
        """From the start to the last page but the check; returns the path of the draft."""
        started = self._post(str(self.walk["start"]), {}, "start")
        draft = urlsplit(started.location).path.rsplit("/", 2)[0] + "/"
        for page in self._pages()[:-1]:
            self._page(draft, page)
        return draft

    def _pages(self) -> list[dict[str, object]]:
        pages = self.walk["pages"]
        assert isinstance(pages, list)
        return pages

    def _page(self, draft: str, page: dict[str, object]) -> None:
        told = page["told"]
        assert isinstance(told, dict)
        self._get(f"{draft}{page['slug']}/", "page")
        self._post(f"{draft}{page['slug']}/", told, "post page")

    def file(self, draft: str) -> str:
        """The last page, the check, the receipt: what the reach is about. Returns the key of the dossier."""
        last = self._pages()[-1]
        told = last["told"]
        assert isinstance(told, dict)
        self._post(f"{draft}{last['slug']}/", told, "form")
        self._get(f"{draft}kiem-tra/", "check")
        filed = self._post(f"{draft}kiem-tra/", {"promise": "on"}, "file")
        if "giay-hen" not in filed.location:
            raise Refused(f"Nộp xong lại đến {filed.location or filed.status}.")
        self._get(urlsplit(filed.location).path, "receipt")
        return filed.location.rstrip("/").split("/")[-2]

    def _get(self, path: str, name: str) -> Answer:
        return self._kept(name, self.visitor.get(path, counted=self.counted), 200, path)

    def _post(self, path: str, told: dict[str, str], name: str) -> Answer:
        return self._kept(name, self.visitor.post(path, told, counted=self.counted), 302, path)

    def _kept(self, name: str, answer: Answer, wanted: int, path: str) -> Answer:
        if answer.status != wanted:
            raise Refused(f"{path}: {answer.status} thay vì {wanted}.")
        self.parts.append((name, answer.statements or 0, answer.seconds))
        return answer


def together(count: int, do: Callable[[int], None]) -> list[Exception]:
    """Run `do(number)` in `count` threads at once; what went wrong is returned."""
    wrong: list[Exception] = []
    gate = threading.Barrier(count)

    def run(number: int) -> None:
        gate.wait()
        try:
            do(number)
        except Exception as error:  # every failure counts, whatever it is
            wrong.append(error)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return wrong


def weight_of_page(visitor: Visitor, path: str) -> int:
    """Bytes of a page with its style sheets, scripts and fonts, each gzipped as it travels (fonts are already small)."""
    page = visitor.get(path).body
    linked = sorted(set(LINKED.findall(page.decode())))
    whole = len(gzip.compress(page))
    fonts: set[str] = set()
    for address in linked:
        content = visitor.get(address).body
        if address.split("?")[0].endswith(".woff2"):
            fonts.add(address)
            continue
        whole += len(gzip.compress(content))
        if address.split("?")[0].endswith(".css"):
            fonts |= {_beside(address, found) for found in FONT.findall(content.decode())}
    return whole + sum(len(visitor.get(font).body) for font in sorted(fonts))


def _beside(sheet: str, address: str) -> str:
    from urllib.parse import urljoin

    return urljoin(sheet, address)
