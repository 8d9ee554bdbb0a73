"""`gandan bench hall`: fifty counters at once, the cost of a number, and a day under four orders."""

from __future__ import annotations

import json
from collections.abc import Callable

from .hall_day import Outcome, chance, compare
from .processes import temporary_site
from .table import Row, percentile

COUNTERS = 50
HEAD = ("thứ tự", "thường TB", "p95", "lâu nhất", "ưu tiên TB", "p95", "lâu nhất", "bị vượt nhiều nhất")
Say = Callable[[str], None]


def run(server: str, *, rounds: int, days: int, say: Say) -> tuple[list[Row], list[str]]:
    """The rows of the table, and the lines of the comparison of orders. `server`: may create databases."""
    rows = [*_press(server, rounds, say)]
    say(f"  Dựng {days} ngày ở sảnh dưới bốn thứ tự …")
    outcomes = compare(days)
    return [*rows, *_verdicts(outcomes)], lines(outcomes)


def _press(server: str, rounds: int, say: Say) -> list[Row]:
    with temporary_site(server) as site:
        say("  Dựng cơ sở dữ liệu riêng …")
        site.run("gandan.cli", "migrate", "-v", "0")
        site.run("gandan.cli", "foundation")
        say(f"  {COUNTERS} quầy bấm cùng lúc, {rounds} lượt …")
        told = json.loads(site.run("bench.hall_press", str(COUNTERS), str(rounds)))
    calls = f"{told['calls']} lần gọi"
    waits = [1000 * seconds for seconds in told["seconds"]]
    return [
        Row("Gọi trùng một số", told["doubles"], "lần", 0, calls),
        Row("Bỏ sót người đến lượt", told["skipped"], "người", 0, calls),
        Row("Quầy bấm mà không có số", told["idle"], "lần", 0, "luôn đủ người chờ"),
        Row(f"Một lần gọi, p95, {COUNTERS} quầy cùng lúc", percentile(waits, 0.95), "ms", None, "cả lúc chờ nhau"),
        Row("Lấy một số, CPU", 1000 * told["draw_cpu"], "ms", 10, "cả ghi nhật ký"),
    ]  # fmt: skip


def _verdicts(outcomes: list[Outcome]) -> list[Row]:
    """Ours against the best of the others; a difference within chance (95 %, days drawn again) counts as equal, and is said."""
    ours, others = outcomes[0], outcomes[1:]
    least = min(others, key=lambda one: one.worst)
    best = min(others, key=lambda one: one.priority_p95)
    luck = chance(ours, best)
    return [
        Row("Người thường chờ lâu nhất trong ngày", ours.worst, "phút", least.worst, f"tốt nhất trong ba thứ tự kia: {least.name}"),
        Row(
            "Người ưu tiên chờ, p95", ours.priority_p95, "phút", best.priority_p95 + luck,
            f"{best.name} {best.priority_p95:.2f}, chênh dưới {luck:.2f} phút coi như bằng nhau".replace(".", ","),
        ),
    ]  # fmt: skip


def lines(outcomes: list[Outcome]) -> list[str]:
    """The comparison, minutes; “lâu nhất” is the mean over the days of the longest wait of the day."""
    told: list[tuple[str, ...]] = [HEAD]
    for one in outcomes:
        minutes = (one.mean, one.p95, one.worst, one.priority_mean, one.priority_p95, one.priority_worst)
        told.append((one.name, *(f"{value:.1f}".replace(".", ",") for value in minutes), str(one.most_overtaken)))
    widths = [max(len(cells[column]) for cells in told) for column in range(len(told[0]))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip() for cells in told]
