"""Who has taken up a model: every commune of a province in one of four states, on a map and in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gandan.places.maps import Frame, Map, Words, map_of_country, map_of_province
from gandan.places.models import Agency, AgencyKind

from ..models import Reform
from ..workflow import OPERATING, AdoptionStatus

A = AdoptionStatus
ON, SOON, OFF, NOT = "on", "soon", "off", "not"
LABELS = {ON: "Đang áp dụng", SOON: "Đang chuẩn bị", OFF: "Không áp dụng, đã dừng", NOT: "Chưa áp dụng"}
STATES = {
    **dict.fromkeys(OPERATING, ON),
    **dict.fromkeys((A.STUDYING, A.SUBMITTED, A.PLANNED), SOON),
    **dict.fromkeys((A.DECLINED, A.EXEMPTED, A.PAUSED, A.ENDED), OFF),
}
"""Of the other statuses nothing has come yet: assigned, exemption asked, missed, explained."""


@dataclass(frozen=True)
class Shape:
    path: str
    state: str
    title: str


@dataclass(frozen=True)
class Group:
    """The units in one state, for the legend and for those who do not see the map."""

    state: str
    label: str
    names: tuple[str, ...]

    @property
    def count(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class Spread:
    """`shapes` is empty where no outlines are shipped: the groups then stand alone."""

    place: str
    groups: tuple[Group, ...]
    shapes: tuple[Shape, ...]
    width: int = 0
    height: int = 0
    frames: tuple[Frame, ...] = ()
    words: tuple[Words, ...] = ()

    @property
    def told(self) -> str:
        """The map in a sentence."""
        parts = ", ".join(f"{group.count} {group.label.lower()}" for group in self.groups)
        return f"{self.place}: {parts}"


def spread_in(reform: Reform, province: Agency) -> Spread:
    """The communes of one province. Two statements."""
    communes = list(
        Agency.objects.filter(province=province, kind=AgencyKind.COMMUNE)
        .order_by("sort_name")
        .values_list("code", "name")
    )
    adoptions = reform.adoptions.filter(agency__province=province, agency__commune__isnull=False)
    states = _strongest(adoptions.values_list("agency__commune__code", "status"))
    return _spread(province.name, communes, states, map_of_province(province.code), {})


def spread_elsewhere(reform: Reform, province: Agency) -> Spread | None:
    """The provinces, when some other than this one has the model; else None. One or two statements."""
    running = reform.adoptions.operating().filter(agency__commune__isnull=False)
    counts = Counter(running.values_list("agency__province__code", flat=True))
    if not set(counts) - {province.code}:
        return None
    provinces = list(Agency.objects.filter(kind=AgencyKind.PROVINCE).order_by("sort_name").values_list("code", "name"))
    notes = {str(code): f"{count} đơn vị" for code, count in counts.items()}
    return _spread("Cả nước", provinces, dict.fromkeys(notes, ON), map_of_country(), notes)


def _strongest(rows: Iterable[tuple[str | None, str]]) -> dict[str, str]:
    """One state a commune: what runs hides what ended there before."""
    rank = {ON: 3, SOON: 2, OFF: 1, NOT: 0}
    states: dict[str, str] = {}
    for code, status in rows:
        state = STATES.get(AdoptionStatus(status), NOT)
        if code and rank[state] >= rank[states.get(code, NOT)]:
            states[code] = state
    return states


def _spread(
    place: str, units: list[tuple[str, str]], states: dict[str, str], drawn: Map | None, notes: dict[str, str]
) -> Spread:
    named = [(code, name, states.get(code, NOT)) for code, name in units]
    groups = tuple(
        Group(state, label, tuple(name for _, name, one in named if one == state)) for state, label in LABELS.items()
    )
    if drawn is None:
        return Spread(place, groups, ())
    shapes = tuple(
        Shape(drawn.shapes[code], state, f"{name}: {notes.get(code) or LABELS[state].lower()}")
        for code, name, state in named if code in drawn.shapes
    )  # fmt: skip
    return Spread(place, groups, shapes, drawn.width, drawn.height, drawn.frames, drawn.words)
