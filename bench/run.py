"""One run: a database of its own, small, measured, grown large, measured again; then the crowd; then the start."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .measuring import (
    Bench,
    Effort,
    Walked,
    bare,
    bare_under_load,
    failed_submissions,
    grown,
    memory,
    officer_pages,
    public_pages,
    submission,
    submission_under_load,
)
from .processes import Site, seconds_to_serve, serving, temporary_site
from .table import Row

SMALL = 10_000
DAYS = 365
PROVINCE = "31"
CROWDS = ((2, 8), (4, 32))
Say = Callable[[str], None]


@dataclass(frozen=True)
class Size:
    """How many dossiers before and after growing, how many communes, and how much effort."""

    small: int
    large: int
    communes: int | None
    effort: Effort
    with_start: bool = True

    @classmethod
    def quick(cls) -> Size:
        return cls(200, 400, 3, Effort.quick(), with_start=False)

    @classmethod
    def full(cls, large: int) -> Size:
        return cls(SMALL, large, None, Effort.full())


def run(server: str, size: Size, *, say: Say) -> list[Row]:
    """`server`: a connection string of a role that may create databases. BenchFailed when something does not stand."""
    rows: list[Row] = []
    with temporary_site(server) as site:
        say("  Dựng cơ sở dữ liệu riêng …")
        site.run("gandan.cli", "migrate", "-v", "0")
        site.run("gandan.cli", "foundation")
        _grow(site, size, size.small, seed=1, say=say)
        small = _measure_small(site, size, rows, say)
        _grow(site, size, size.large - size.small, seed=2, say=say)
        rows += _measure_large(site, size, small, say)
        rows += _measure_crowds(site, size, say)
    if size.with_start:
        rows.append(_measure_start(say))
    return rows


def _grow(site: Site, size: Size, count: int, *, seed: int, say: Say) -> None:
    if count <= 0:
        return
    say(f"  Ghi thêm {count:,} hồ sơ giả định …".replace(",", "."))
    days = min(DAYS, count)
    communes = ["--communes", str(size.communes)] if size.communes else []
    site.run(
        "gandan.cli", "simulate", "--province", PROVINCE, "--days", str(days), "--dossiers-per-day",
        str(max(1, count // days)), "--seed", str(seed), "--no-journal", "--json", *communes,
    )  # fmt: skip


def _facts(site: Site) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(site.run("bench.prepare"))
    return told


def _measure_small(site: Site, size: Size, rows: list[Row], say: Say) -> list[Walked]:
    with serving(site, workers=1) as server:
        bench = Bench(server, _facts(site), size.effort)
        say("  Đo trang trống, trang công dân, nộp hồ sơ …")
        rows += [*bare(bench), *public_pages(bench), *submission(bench)]
        say("  Đo trang của cán bộ ở cỡ nhỏ …")
        measured = list(officer_pages(bench))
        rows.append(memory(bench))
        return measured


def _measure_large(site: Site, size: Size, small: list[Walked], say: Say) -> list[Row]:
    say("  Đo trang của cán bộ ở cỡ lớn …")
    with serving(site, workers=1) as server:
        bench = Bench(server, _facts(site), size.effort)
        rows = grown(small, list(officer_pages(bench)), bench.facts["dossiers"], bench.facts["in_commune"])
        note = "mỗi đêm, trong tiến trình nền"
        return [*rows, Row("Tính lại hiệu quả một mô hình", bench.facts["effect_seconds"], "giây", None, note)]


def _measure_crowds(site: Site, size: Size, say: Say) -> list[Row]:
    rows: list[Row] = []
    facts = _facts(site)
    for workers, visitors in CROWDS:
        say(f"  {visitors} người nộp cùng lúc, {workers} tiến trình …")
        with serving(site, workers=workers) as server:
            bench = Bench(server, facts, size.effort)
            rows.append(failed_submissions(bench, workers, visitors))
            if visitors == CROWDS[0][1]:
                rows += [bare_under_load(bench, visitors), *submission_under_load(bench, visitors)]
    return rows


def _measure_start(say: Say) -> Row:
    say("  Khởi động lần đầu, rồi đo lần hai …")
    with tempfile.TemporaryDirectory(prefix="gandan-start-") as folder:
        Path(folder).chmod(0o755)
        first = seconds_to_serve(Path(folder))
        return Row(
            "Khởi động `gandan serve` lần hai", seconds_to_serve(Path(folder)), "giây", 5, f"lần đầu {first:.0f} giây"
        )
