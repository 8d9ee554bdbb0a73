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
        return cls(pages=40, submissions=4, officer_pages=8, crowd=1)

    @classmethod
    def full(cls) -> Effort:
        return cls(pages=400, submissions=40, officer_pages=100, crowd=4)


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
    ("Danh sách lọc và xếp theo thủ tục", "officer", "list_filtered"),
    ("Tìm hồ sơ theo tên", "officer", "search"),
    ("Bảng số liệu của xã", "officer", "dashboard"),
    ("Hồ sơ sau một chỉ tiêu, 12 tháng", "officer", "rows"),
    ("Trang lãnh đạo xã", "leader", "overview"),
    ("Trang của tỉnh", "province", "overview"),
    ("Hiệu quả một mô hình", "officer", "effect"),
    ("Hiệu quả một mô hình, của tỉnh", "province", "province_effect"),
)


@dataclass(frozen=True)
class Walked:
    """One officer's page at one size, beside a bare page at the same hour: the machine may be busy with other things."""

    name: str
    median_ms: float
    p95_ms: float
    statements: int
    hello_ms: float


def officer_pages(bench: Bench) -> Iterator[Walked]:
    """Every officer's and leader's page, the workers' threads and their connections warmed up before."""
    for name, who, page in OFFICER_PAGES:
        visitor, path = bench.visitor(who), str(bench.facts[page])
        answer = visitor.get(path, counted=True)
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        _, hello = _times_ms(visitor, HELLO, bench.effort.officer_pages)
        median, p95 = _times_ms(visitor, path, bench.effort.officer_pages)
        yield Walked(name, median, p95, answer.statements or 0, hello)


def _times_ms(visitor: Visitor, path: str, times: int) -> tuple[float, float]:
    """Median and p95."""
    for _ in range(WARM):
        visitor.get(path)
    seconds = [visitor.get(path).seconds for _ in range(times)]
    return percentile(seconds, 0.5) * 1000, percentile(seconds, 0.95) * 1000


def grown(small: list[Walked], large: list[Walked], count: int, in_commune: int) -> list[Row]:
    """Every page at the large size, and how much slower than at the small one; the busiest commune is the one visited.

    The growth is that of the medians: between the two sizes lie minutes in which the machine may do other things.
    """
    size = f"{count:,}".replace(",", ".")
    rows = [Row("Xã đông nhất, là xã được đo", in_commune, "hồ sơ", None, f"trong {size} hồ sơ của mọi xã")]
    for before, after in zip(small, large, strict=True):
        note = f"{after.statements} câu SQL; trang trống lúc đó p95 {after.hello_ms:.1f} ms".replace(".", ",")
        rows.append(Row(f"{after.name}, {size} hồ sơ: p95", after.p95_ms, "ms", 150, note))
        note = f"trung vị {before.median_ms:.0f} → {after.median_ms:.0f} ms; p95 ở cỡ nhỏ {before.p95_ms:.0f} ms"
        rows.append(Row(f"{after.name}: lớn so với nhỏ", after.median_ms / before.median_ms, "lần", 2, note))
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
