"""What came of a pledge so far, from live data, and how units stand by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from gandan.core.vietnamese import NBSP, say_number
from gandan.measures.measure import MISSING
from gandan.measures.registry import all_measures, figures, measure_named
from gandan.measures.scope import Scope
from gandan.places.models import Agency

from . import counts
from .marks import Place, Runner, Target, ranking, standing
from .models import Campaign, Pledge, PledgeKind
from .workflow import CampaignStatus

FROZEN = (CampaignStatus.CLOSED, CampaignStatus.RANKED)


@dataclass(frozen=True)
class Outcome:
    """A value in the unit of the content, or None: missing is not zero. `n` counts the rows behind it."""

    value: float | None
    n: int


def scope_of(pledge: Pledge, now: datetime) -> Scope:
    """Days of the campaign; the commune of the unit, or every commune of a province."""
    agency, campaign = pledge.agency, pledge.campaign
    if agency.commune_id:
        places: tuple[int, ...] = (agency.commune_id,)
    else:
        places = tuple(Agency.objects.communes().filter(province=agency).values_list("pk", flat=True))
    return Scope(places, campaign.starts_on, campaign.ends_on, now, procedure=pledge.procedure, field=pledge.field)


def outcome_of(pledge: Pledge, now: datetime) -> Outcome:
    """One statement. A content the unit reports itself is what it reported."""
    if pledge.campaign.status in FROZEN or pledge.kind == PledgeKind.REPORT:
        return Outcome(pledge.result, pledge.n)
    scope = scope_of(pledge, now)
    if pledge.kind == PledgeKind.COUNT:
        number = counts.count_named(pledge.measure).count(scope)
        return Outcome(number, number)
    figure = figures(scope, pledge.measure)[pledge.measure]
    return Outcome(figure.value, figure.n)


def content_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """What may be registered: word of the form → label, in groups."""
    measured = [(f"measure:{one.name}", f"{one.label} ({one.unit})") for one in all_measures() if not one.is_momentary]
    counted = [(f"count:{name}", label) for name, label in counts.choices()]
    return [
        ("Đo từ hồ sơ", measured), ("Đếm từ hệ thống", counted),
        ("Khác", [("report:", "Nội dung khác, đơn vị tự báo cáo kèm minh chứng")]),
    ]  # fmt: skip


def say(pledge: Pledge, value: float | None) -> str:
    """The value with the unit of the content."""
    if value is None:
        return MISSING
    if pledge.kind == PledgeKind.MEASURE:
        return measure_named(pledge.measure).say(value)
    unit = counts.count_named(pledge.measure).unit if pledge.kind == PledgeKind.COUNT else ""
    return f"{say_number(value)}{NBSP}{unit}".strip()


def formula_of(pledge: Pledge) -> str:
    """How the result comes about, in words."""
    if pledge.kind == PledgeKind.MEASURE:
        return measure_named(pledge.measure).formula
    if pledge.kind == PledgeKind.COUNT:
        return counts.count_named(pledge.measure).formula
    return "Đơn vị tự báo cáo, kèm minh chứng."


@dataclass(frozen=True)
class Line:
    """A pledge as a page shows it."""

    pledge: Pledge
    target: str
    result: str
    n: int
    is_reached: bool
    formula: str


def lines_of(campaign: Campaign, pledges: Iterable[Pledge], now: datetime) -> list[Line]:
    """The pledges with what came so far, or what was frozen."""
    return [_line(pledge, campaign, now) for pledge in pledges]


def _line(pledge: Pledge, campaign: Campaign, now: datetime) -> Line:
    pledge.campaign = campaign
    outcome = outcome_of(pledge, now)
    aim = Target(pledge.target, outcome.value, pledge.better)
    return Line(
        pledge, say(pledge, pledge.target), say(pledge, outcome.value), outcome.n, aim.is_reached, formula_of(pledge)
    )


@dataclass(frozen=True)
class Ranked:
    """A unit with the two keys of its rank."""

    agency: Agency
    place: Place
    reached: int
    pledged: int
    share: float
    margin: float


def ranked(campaign: Campaign) -> list[Ranked]:
    """Units by share of targets reached, then by mean margin; from the frozen results."""
    units: dict[Agency, list[Target]] = {}
    for pledge in campaign.pledges.select_related("agency"):
        units.setdefault(pledge.agency, []).append(pledge.aim)
    keys = {agency.pk: standing(aims) for agency, aims in units.items()}
    runners = [
        Runner(pk, (("tỷ lệ nội dung đạt", share), ("mức vượt chỉ tiêu", margin)))
        for pk, (share, margin) in keys.items()
    ]
    agencies = {agency.pk: agency for agency in units}
    return [
        _ranked(agencies[place.key], place, units[agencies[place.key]], keys[place.key]) for place in ranking(runners)
    ]


def _ranked(agency: Agency, place: Place, aims: list[Target], keys: tuple[float, float]) -> Ranked:
    return Ranked(agency, place, sum(one.is_reached for one in aims), len(aims), *keys)
