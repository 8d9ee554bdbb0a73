"""The communes of a province side by side: read from the period store only, whatever their number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from gandan.core.vietnamese import fold
from gandan.measures.measure import Measure
from gandan.measures.models import PeriodValue
from gandan.measures.registry import measure_named, measures_named
from gandan.measures.scope import Figure
from gandan.places.models import Agency

COLUMNS = ("received", "settled", "on_time_rate", "late", "running_late", "processing_hours", "online_share",
           "same_day_share", "satisfaction")  # fmt: skip
ENOUGH = 20
"""A commune with fewer settled dossiers is not ranked."""
RANKED = 5
FIGURE = ("value", "numerator", "denominator", "n")


@dataclass(frozen=True)
class CommuneLine:
    commune: Agency
    figures: dict[str, Figure]

    def value(self, name: str) -> float | None:
        figure = self.figures.get(name)
        return figure.value if figure else None

    def cells(self) -> list[tuple[str, str]]:
        """What stands in each column and how it looks, told here because a template is slow over a thousand cells."""
        return [_cell(name, self.value(name)) for name in COLUMNS]


def _cell(name: str, value: float | None) -> tuple[str, str]:
    is_late = name == "running_late" and bool(value)
    return measure_named(name).say(value), " is-empty" if value is None else " late" if is_late else ""


@dataclass(frozen=True)
class ProvinceBoard:
    """Lines in Vietnamese order; `oldest` and `newest` tell when the stored values were reckoned."""

    measures: list[Measure]
    lines: list[CommuneLine]
    oldest: datetime | None
    newest: datetime | None

    def sorted_by(self, name: str, *, descending: bool) -> list[CommuneLine]:
        """Those without a figure always last."""
        known = [line for line in self.lines if line.value(name) is not None]
        known.sort(key=lambda line: line.value(name) or 0.0, reverse=descending)
        return [*known, *(line for line in self.lines if line.value(name) is None)]

    def total(self, name: str) -> Figure:
        """Numerators and denominators added up; a median of communes is not the median of the province."""
        found = [line.figures[name] for line in self.lines if name in line.figures]
        numerators = [figure.numerator for figure in found if figure.numerator is not None]
        denominators = [figure.denominator for figure in found if figure.denominator is not None]
        count = sum(figure.n for figure in found)
        if not numerators:
            return Figure(None, None, None, count)
        if not denominators:
            return Figure(sum(numerators), sum(numerators), None, count)
        whole = sum(denominators)
        return Figure(100 * sum(numerators) / whole if whole else None, sum(numerators), whole, count)

    def ranked(self) -> tuple[list[CommuneLine], list[CommuneLine]]:
        """The best and the worst by on-time rate among communes with enough dossiers."""
        enough = [line for line in self.sorted_by("on_time_rate", descending=True) if self._is_ranked(line)]
        half = min(RANKED, len(enough) // 2)
        return (enough[:half], enough[::-1][:half]) if half else (enough[:RANKED], [])

    @staticmethod
    def _is_ranked(line: CommuneLine) -> bool:
        return "on_time_rate" in line.figures and line.figures["on_time_rate"].n >= ENOUGH


def province_board(province: Agency, month: date) -> ProvinceBoard:
    """Two statements. The communes that work with the platform stand first, then the others, in Vietnamese order."""
    communes = list(
        Agency.objects.communes().filter(province=province).order_by("-is_serving", "sort_name").only("code", "name")
    )
    kept = PeriodValue.objects.of_months([month]).filter(agency__in=communes, measure__in=COLUMNS)
    figures: dict[int, dict[str, Figure]] = {}
    moments: set[datetime] = set()
    for agency, measure, computed_at, *told in kept.values_list("agency_id", "measure", "computed_at", *FIGURE):
        figures.setdefault(agency, {})[measure] = Figure(*told)
        moments.add(computed_at)
    lines = [CommuneLine(commune, figures.get(commune.pk, {})) for commune in communes]
    return ProvinceBoard(measures_named(COLUMNS), lines, min(moments, default=None), max(moments, default=None))


def named_like(lines: Sequence[CommuneLine], words: str) -> list[CommuneLine]:
    """Those whose name holds the words, with or without diacritics."""
    return [line for line in lines if fold(words) in fold(line.commune.name)]
