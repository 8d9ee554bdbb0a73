"""The regulation of the telephone kept or not, by period: figures, breaches, extensions, hours (S3.34, S3.35, S2.6). Reads."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Avg, Count, Q
from django.db.models.functions import ExtractHour
from django.utils.timezone import localtime

from gandan.core.tables import Cell
from gandan.core.vietnamese import say_number
from gandan.measures.registry import figures, measure_named, table
from gandan.measures.scope import Scope

from .measures import ANSWERED, CALLS, JUDGED, KEPT
from .models import Call

SHOWN = ("calls_received", "calls_answered_rate", "calls_rings_mean", "phone_rules_kept", "call_backs_on_time_rate")
BY_EXTENSION = ("calls_received", "calls_answered_rate", "calls_rings_mean", "phone_rules_kept")
BANDS = ((0, 6, "0–6 giờ"), (6, 8, "6–8 giờ"), (8, 12, "8–12 giờ"), (12, 14, "12–14 giờ"), (14, 17, "14–17 giờ"),
         (17, 20, "17–20 giờ"), (20, 24, "20–24 giờ"))  # fmt: skip
BREACH_HEADS = ("Lúc", "Đường dây", "Máy lẻ", "Số gọi (che)", "Vi phạm", "Người nghe, người trực")


@dataclass(frozen=True)
class Told:
    """A figure in words; `n`: the rows behind it."""

    label: str
    value: str
    n: int
    formula: str


@dataclass(frozen=True)
class Group:
    name: str
    values: list[str]


def figures_of(scope: Scope) -> list[Told]:
    """One statement for each set of rows."""
    found = figures(scope, *SHOWN)
    known = {name: measure_named(name) for name in SHOWN}
    return [
        Told(known[name].label, known[name].say(found[name].value), found[name].n, known[name].formula)
        for name in SHOWN
    ]


def by_extension(scope: Scope) -> list[Group]:
    return [
        Group(row.key or "máy chính", [measure_named(name).say(row.figures[name].value) for name in BY_EXTENSION])
        for row in table(scope, *BY_EXTENSION, by="extension")
    ]


def by_band(scope: Scope) -> list[Group]:
    """Calls, answered, mean rings by hour of the day."""
    rows = CALLS.rows(scope).annotate(hour=ExtractHour("began_at"))
    wanted = {
        f"{key}_{start}": reckoned
        for start, end, _ in BANDS
        for key, reckoned in (
            ("calls", Count("pk", filter=Q(hour__gte=start, hour__lt=end))),
            ("answered", Count("pk", filter=Q(ANSWERED, hour__gte=start, hour__lt=end))),
            ("rings", Avg("rings", filter=Q(ANSWERED, hour__gte=start, hour__lt=end))),
        )
    }
    found = rows.aggregate(**wanted)
    return [
        Group(label, [str(found[f"calls_{start}"]), str(found[f"answered_{start}"]), _rings(found[f"rings_{start}"])])
        for start, _, label in BANDS
    ]


def _rings(value: float | None) -> str:
    return "chưa có" if value is None else say_number(value, 1)


def breaches(scope: Scope, most: int = 500) -> list[Call]:
    """Calls behind the rule, newest first."""
    rows = CALLS.rows(scope).filter(JUDGED).exclude(KEPT).select_related("line", "answered_by", "on_duty", "call_back")
    return list(rows.order_by("-began_at")[:most])


def breach_of(one: Call) -> str:
    """Which rule was not kept, in words."""
    if one.answered_at is not None:
        return f"nhấc máy sau {one.rings} hồi chuông, quy chế {one.ring_limit}"
    back = getattr(one, "call_back", None)
    if back is None:
        return "gọi nhỡ, số bị giấu nên không gọi lại được"
    return "gọi nhỡ, gọi lại muộn" if back.done_at else "gọi nhỡ, chưa gọi lại"


def lines(rows: list[Call]) -> list[list[Cell]]:
    return [
        [f"{localtime(one.began_at):%d/%m/%Y %H:%M}", one.line.name, one.extension, one.caller_masked or "giấu số",
         breach_of(one), str(one.answered_by or one.on_duty or "chưa rõ")]
        for one in rows
    ]  # fmt: skip
