"""The measurements: each takes what it needs and gives rows of the table."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from .processes import Server
from .table import Row, percentile
from .visiting import Submission, Visitor, together, weight_of_page

HELLO, INSERT = "/bench/hello", "/bench/insert"
WARM = 12


@dataclass(frozen=True)
class Effort:
    """How often everything is done."""

    pages: int
    submissions: int
    officer_pages: int
    crowd: int

    @classmethod
    def quick(cls) -> Effort:
        return cls(pages=40, submissions=4, officer_pages=4, crowd=1)

    @classmethod
    def full(cls) -> Effort:
        return cls(pages=400, submissions=40, officer_pages=40, crowd=4)


@dataclass(frozen=True)
class Bench:
    """A running server, what may be visited on it, and the effort."""

    server: Server
    facts: dict[str, Any]
    effort: Effort

    def visitor(self, session: str = "") -> Visitor:
        return Visitor(self.server.port, str(self.facts[session]) if session else "")

    def citizen(self, number: int) -> Visitor:
        return Visitor(self.server.port, str(self.facts["visitors"][number]))


def cpu_ms(server: Server, count: int, do: Callable[[], object]) -> float:
    """CPU milliseconds in the web workers per call of `do`."""
    for _ in range(WARM):
        do()
    before = server.cpu_seconds()
    for _ in range(count):
        do()
    return (server.cpu_seconds() - before) * 1000 / count


def bare(bench: Bench) -> list[Row]:
    visitor = bench.visitor()
    return [
        Row("Trang trống “hello”: CPU", cpu_ms(bench.server, bench.effort.pages, lambda: visitor.get(HELLO)), "ms"),
        Row("Một INSERT trống: CPU", cpu_ms(bench.server, bench.effort.pages, lambda: visitor.get(INSERT)), "ms"),
    ]


def public_pages(bench: Bench) -> list[Row]:
    rows = [*_public_page(bench, "Trang theo dõi", "track"), *_public_page(bench, "Trang chủ", "home")]
    weight = weight_of_page(bench.visitor(), str(bench.facts["home"])) / 1024
    return [*rows, Row("Trang công dân, mọi byte đã nén", weight, "KB", 100, "HTML, CSS, JS, phông")]


def _public_page(bench: Bench, name: str, key: str) -> list[Row]:
    visitor, path = bench.visitor(), str(bench.facts[key])
    cpu = cpu_ms(bench.server, bench.effort.pages, lambda: visitor.get(path))
    statements = visitor.get(path, counted=True).statements or 0
    return [Row(f"{name}: CPU", cpu, "ms", 2), Row(f"{name}: câu SQL", statements, "câu", 3)]


def submission(bench: Bench) -> list[Row]:
    """CPU and statements of “form → check → durable receipt”, and of the whole walk."""
    walk, server = bench.facts["walk"], bench.server
    whole = last = 0.0
    for number in range(bench.effort.submissions + 2):
        one = Submission(bench.citizen(number % 8), walk)
        before = server.cpu_seconds()
        draft = one.fill_in()
        between = server.cpu_seconds()
        one.file(draft)
        if number >= 2:  # the first two warm up
            after = server.cpu_seconds()
            last, whole = last + after - between, whole + after - before
    counted = Submission(bench.citizen(0), walk, counted=True)
    draft = counted.fill_in()
    before_last = len(counted.parts)
    counted.file(draft)
    parts = {name: statements for name, statements, _ in counted.parts[before_last:]}
    note = ", ".join(f"{name} {statements}" for name, statements in parts.items())
    times = bench.effort.submissions
    return [
        Row("Nộp hồ sơ (tờ khai → kiểm tra → giấy hẹn): CPU", last * 1000 / times, "ms", 15),
        Row("Nộp hồ sơ: câu SQL", sum(parts.values()), "câu", 15, note),
        Row("Cả lượt nộp, mọi trang: CPU", whole * 1000 / times, "ms", None, f"{len(counted.parts)} yêu cầu"),
        Row("Cả lượt nộp: câu SQL", sum(statements for _, statements, _ in counted.parts), "câu"),
    ]


def bare_under_load(bench: Bench, visitors: int) -> Row:
    seconds = _timed(bench, visitors, lambda visitor: visitor.get(INSERT).seconds, bench.effort.submissions * 4)
    return Row(f"Một INSERT trống, {visitors} người cùng lúc: p99", percentile(seconds, 0.99) * 1000, "ms")


def submission_under_load(bench: Bench, visitors: int) -> list[Row]:
    """The wait for the receipt after the last press."""
    seconds: list[float] = []
    lock = threading.Lock()

    def visit(number: int) -> None:
        for _ in range(max(1, bench.effort.submissions // 2)):
            one = Submission(bench.citizen(number), bench.facts["walk"])
            one.file(one.fill_in())
            with lock:
                seconds.extend(took for name, _, took in one.parts if name == "file")

    wrong = together(visitors, visit)
    p99 = percentile(seconds, 0.99) * 1000
    note = str(wrong[0]) if wrong else f"{len(seconds)} lượt"
    return [Row(f"Nộp hồ sơ, {visitors} người cùng lúc: p99", p99, "ms", 150, note)]


def failed_submissions(bench: Bench, workers: int, visitors: int) -> Row:
    """Every acknowledged dossier must be there afterwards; every other one is a failure."""
    keys: list[str] = []

    def visit(number: int) -> None:
        for _ in range(bench.effort.crowd):
            one = Submission(bench.citizen(number), bench.facts["walk"])
            keys.append(one.file(one.fill_in()))

    wrong = together(visitors, visit)
    wanted = visitors * bench.effort.crowd
    tracked = bench.visitor()
    found = sum(tracked.get(f"/api/v1/tracking/{key}").status == 200 for key in set(keys))
    note = f"{wanted} hồ sơ" + (f"; {type(wrong[0]).__name__}: {wrong[0]}" if wrong else "")
    return Row(f"Nộp hỏng, {workers} tiến trình, {visitors} người", wanted - found, "hồ sơ", 0, note)


OFFICER_PAGES = (
    ("Danh sách của cán bộ", "officer", "inbox"),
    ("Tìm trong danh sách", "officer", "list_search"),
    ("Tìm kiếm", "officer", "search"),
    ("Bảng số liệu của xã", "officer", "dashboard"),
    ("Trang lãnh đạo xã", "leader", "overview"),
    ("Trang của tỉnh", "province", "overview"),
)


def officer_pages(bench: Bench) -> Iterator[tuple[str, float, int]]:
    """Name, p95 in milliseconds and SQL statements of every officer's and leader's page."""
    for name, who, page in OFFICER_PAGES:
        visitor, path = bench.visitor(who), str(bench.facts[page])
        answer = visitor.get(path, counted=True)
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        seconds = [visitor.get(path).seconds for _ in range(bench.effort.officer_pages)]
        yield name, percentile(seconds, 0.95) * 1000, answer.statements or 0


def grown(small: list[tuple[str, float, int]], large: list[tuple[str, float, int]], count: int) -> list[Row]:
    """Every page at the large size, and how much slower than at the small one."""
    rows, size = [], f"{count:,}".replace(",", ".")
    for (name, before, _), (_, after, statements) in zip(small, large, strict=True):
        note = f"{statements} câu SQL; {before:.0f} ms ở cỡ nhỏ".replace(".", ",")
        rows.append(Row(f"{name}, {size} hồ sơ: p95", after, "ms", 150, note))
        rows.append(Row(f"{name}: so với cỡ nhỏ", after / before, "lần", 2))
    return rows


def memory(bench: Bench) -> Row:
    return Row("Bộ nhớ một tiến trình web", bench.server.rss_mib(), "MB", 150, "sau khi đã tải")


def _timed(bench: Bench, visitors: int, do: Callable[[Visitor], float], times: int) -> list[float]:
    seconds: list[float] = []

    def visit(_: int) -> None:
        visitor = bench.visitor()
        own = [do(visitor) for _ in range(max(1, times // visitors))]
        seconds.extend(own)

    wrong = together(visitors, visit)
    if wrong:
        raise wrong[0]
    return seconds
