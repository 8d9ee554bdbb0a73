"""What the public reads: list and map. The map is clustered by a grid in the database, so any number of rows makes at most
`CELLS` × `CELLS` circles.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.core.cache import cache
from django.core.paginator import Paginator
from django.db.models import Avg, Count, F, Min, Q
from django.db.models.functions import Floor
from django.utils.functional import cached_property
from django.utils.timezone import localdate

from gandan.core.vietnamese import fold
from gandan.measures.scope import Scope
from gandan.places.bounds import Box
from gandan.places.models import Agency

from .categories import top_categories, under
from .figures import Told, figures_of
from .models import Feedback, FeedbackQuerySet
from .workflow import ANSWERED, OPEN, TURNED_AWAY

T = TypeVar("T")
PAGE, CELLS, FIGURE_DAYS, SECONDS, KEPT_SECONDS = 20, 14, 90, 300, 30
STATES: dict[str, tuple[str, Q]] = {
    "": ("Tất cả", Q()), "dang-xu-ly": ("Đang xử lý", Q(status__in=OPEN)),
    "vuong": ("Đang vướng", Q(status__in=OPEN) & ~Q(stuck_reason="")),
    "da-tra-loi": ("Đã trả lời", Q(status__in=ANSWERED)), "khong-thuoc": ("Không thuộc, đã chuyển", Q(status__in=TURNED_AWAY)),
}  # fmt: skip


@dataclass(frozen=True)
class Asked:
    """What the address asks for; unknown words fall back to everything."""

    state: str = ""
    category: str = ""
    words: str = ""
    box: Box | None = None

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Asked:
        state, category = query.get("loc", ""), query.get("linh-vuc", "")
        return cls(
            state if state in STATES else "", category if category in {one.code for one in top_categories()} else "",
            query.get("q", "").strip()[:100], box_read(query.get("o", "")),
        )  # fmt: skip


def box_read(told: str) -> Box | None:
    """“south,west,north,east” in degrees; None for anything else."""
    try:
        south, west, north, east = (float(part) for part in told.split(","))
    except ValueError:
        return None
    is_there = -90 <= south < north <= 90 and -180 <= west < east <= 180
    return Box(south, west, north, east) if is_there else None


def box_told(box: Box) -> str:
    return ",".join(f"{side:.5f}" for side in (box.south, box.west, box.north, box.east))


def narrowed(commune: Agency, asked: Asked) -> FeedbackQuerySet:
    """Without the state."""
    rows = Feedback.objects.of(commune).shown()
    if asked.category:
        rows = rows.filter(category__in=under(asked.category))
    if asked.words:
        rows = rows.filter(search__contains=fold(asked.words))
    return _within(rows, asked.box) if asked.box else rows


def _within(rows: FeedbackQuerySet, box: Box) -> FeedbackQuerySet:
    return rows.filter(latitude__range=(box.south, box.north), longitude__range=(box.west, box.east))


def kept(name: str, commune: Agency, asked: Asked, make: Callable[[], T]) -> T:
    """Many read the same list at once: what is counted over all rows is remembered for half a minute; searches are not."""
    if asked.words:
        return make()
    told = hashlib.sha256(repr((commune.pk, asked)).encode()).hexdigest()[:32]
    found: T | None = cache.get_or_set(f"feedback.{name}:{told}", make, KEPT_SECONDS)
    return make() if found is None else found


def counts(commune: Agency, asked: Asked) -> dict[str, int]:
    """By state, two statements. Those stuck are counted apart: they are few and their reason lies in the row."""
    rows = narrowed(commune, asked).order_by()
    told = {
        f"n_{number}": Count("pk", filter=one)
        for number, (key, (_, one)) in enumerate(STATES.items())
        if key != "vuong"
    }
    found: dict[str, int] = rows.aggregate(**told)
    stuck = rows.filter(STATES["vuong"][1]).count()
    return {key: stuck if key == "vuong" else found[f"n_{number}"] for number, key in enumerate(STATES)}


class Counted(Paginator):  # type: ignore[type-arg]  # generic only in the stubs
    """Knows how many there are already."""

    def __init__(self, rows: Any, known: int) -> None:
        super().__init__(rows, PAGE)
        self._known = known

    @cached_property
    def count(self) -> int:
        return self._known


def listed(commune: Agency, asked: Asked, known: int) -> Counted:
    """Newest first."""
    rows = narrowed(commune, asked).filter(STATES[asked.state][1]).select_related("hamlet", "agency")
    return Counted(rows.order_by("-received_at"), known)


@dataclass(frozen=True)
class Cluster:
    """`n` reports of one cell of the grid, `still_open` of them open, at their mean position; `pk` of the one when `n` is 1."""

    latitude: float
    longitude: float
    n: int
    still_open: int
    pk: int
    box: Box


def clusters(commune: Agency, asked: Asked, box: Box) -> list[Cluster]:
    """One statement, at most `CELLS`² rows."""
    tall, broad = (box.north - box.south) / CELLS, (box.east - box.west) / CELLS
    rows = _within(narrowed(commune, asked).filter(STATES[asked.state][1]), box).order_by()
    grid = rows.annotate(
        row=Floor((F("latitude") - box.south) / tall), column=Floor((F("longitude") - box.west) / broad)
    ).values("row", "column")
    told = grid.annotate(
        n=Count("pk"), still_open=Count("pk", filter=Q(status__in=OPEN)), first=Min("pk"), at_latitude=Avg("latitude"),
        at_longitude=Avg("longitude"),
    )  # fmt: skip
    return [
        Cluster(
            one["at_latitude"], one["at_longitude"], one["n"], one["still_open"], one["first"],
            Box(box.south + one["row"] * tall, box.west + one["column"] * broad,
                box.south + (one["row"] + 1) * tall, box.west + (one["column"] + 1) * broad),
        )
        for one in told[: (CELLS + 1) ** 2]
    ]  # fmt: skip


PUBLIC_FIGURES = (
    "feedback_received", "feedback_answer_hours", "feedback_promise_kept", "feedback_law_kept", "feedback_stars",
)  # fmt: skip


def public_figures(commune: Agency, now: datetime) -> list[Told]:
    """Of the last 90 days (TC1.3), kept for five minutes: answer time, on time by each limit, satisfaction."""
    today = localdate(now)
    scope = Scope((commune.pk,), today - timedelta(days=FIGURE_DAYS), today, now)
    key = f"feedback.figures:{commune.pk}:{today}"
    found: list[Told] = cache.get_or_set(key, lambda: figures_of(scope), SECONDS) or []
    return [one for one in found if one.name in PUBLIC_FIGURES]
