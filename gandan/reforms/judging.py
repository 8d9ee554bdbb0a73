"""Does a running model meet its thresholds? The figures of the last thirty days against the bounds set (4.2, rule 4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.timezone import localdate

from gandan.measures.measure import Measure
from gandan.measures.registry import all_measures, figures
from gandan.measures.scope import Figure, Scope

from .deadlines import TRIAL_DAYS
from .models import Adoption, Verdict
from .packages import Threshold


@dataclass(frozen=True)
class Standing:
    """One threshold: the figure beside its bound. `is_met` None: no figure, or none we know by that name."""

    label: str
    value: str
    n: int
    bound: str
    is_met: bool | None


def known_measures() -> dict[str, Measure]:
    return {one.name: one for one in all_measures()}


def standings(adoption: Adoption, now: datetime) -> list[Standing]:
    """Every threshold of the adoption, from the commune's figures of the last thirty days. One statement."""
    known = known_measures()
    bounds = [Threshold(**one) for one in adoption.thresholds]
    found = _figures(adoption, [one.measure for one in bounds if one.measure in known], now)
    return [_standing(one, known.get(one.measure), found.get(one.measure)) for one in bounds]


def shown_figures(adoption: Adoption, now: datetime) -> list[tuple[Measure, Figure]]:
    """The measures the adoption is watched by, as they stand over the last thirty days. One statement."""
    known = known_measures()
    names = [name for name in dict.fromkeys(adoption.measures) if name in known]
    found = _figures(adoption, names, now)
    return [(known[name], found[name]) for name in names]


def _figures(adoption: Adoption, names: Sequence[str], now: datetime) -> dict[str, Figure]:
    today = localdate(now)
    commune = adoption.agency.commune_id or adoption.agency_id
    start = max(adoption.started_on or date.min, today - timedelta(days=TRIAL_DAYS))
    return figures(Scope((commune,), min(start, today), today, now), *names) if names else {}


def _standing(bound: Threshold, measure: Measure | None, figure: Figure | None) -> Standing:
    words = say_bound(bound, measure)
    if measure is None or figure is None or figure.value is None or figure.n == 0:
        return Standing(measure.label if measure else bound.measure, "chưa có", 0, words, None)
    return Standing(measure.label, measure.say(figure.value), figure.n, words, bound.is_met(figure.value))


def say_bound(bound: Threshold, measure: Measure | None) -> str:
    """“từ 80% trở lên”, “không quá 3 giờ”."""

    def said(value: float) -> str:
        return measure.say(value) if measure else f"{value:g}".replace(".", ",")

    words = [f"từ {said(bound.at_least)} trở lên"] if bound.at_least is not None else []
    words += [f"không quá {said(bound.at_most)}"] if bound.at_most is not None else []
    return ", ".join(words)


def verdict_of(found: Sequence[Standing]) -> str:
    """Not effective only where every bound is missed by a figure that is known; a figure missing leaves it open."""
    if not found or any(one.is_met is None for one in found):
        return Verdict.TOO_FEW
    return Verdict.WORSE if not any(one.is_met for one in found) else Verdict.BETTER


def judged_from(adoption: Adoption) -> date | None:
    """The day from which it may be judged: thirty days of running, counted anew after a ruling."""
    if adoption.started_on is None:
        return None
    ruled = [
        localdate(at)
        for at in adoption.explanations.filter(ruled_at__isnull=False).values_list("ruled_at", flat=True)
        if at
    ]
    return max([adoption.started_on, *ruled]) + timedelta(days=TRIAL_DAYS)
