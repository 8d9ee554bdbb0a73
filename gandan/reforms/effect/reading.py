"""What pages and commands say of the kept effects: words, numbers and places of the interval plots. Loads no numpy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gandan.core.vietnamese import NBSP
from gandan.measures.charts import LEFT, Chart, Mark, line_chart
from gandan.measures.charts import Line as Drawn
from gandan.measures.measure import MISSING, Measure
from gandan.measures.registry import all_measures

from ..models import Effect, Reform, Verdict

ALL = "all"
POINTS = "điểm %"
"""A share of 40 % that becomes 50 % has risen by ten points, not by 10 %."""
PLOT_WIDTH, PLOT_MARGIN = 260, 12
CHART_WIDTHS = (680, 350)
LOOKS = {Verdict.BETTER: "done", Verdict.WORSE: "late", Verdict.NONE: "", Verdict.TOO_FEW: ""}


def as_line(effect: Effect) -> dict[str, Any]:
    """One line of `gandan reforms effect MODEL --json`; `agency` is the unit code of the commune, or "all"."""
    adoption = effect.adoption
    commune = adoption.agency.commune if adoption else None
    return {
        "agency": commune.code if commune else ALL, "name": commune.name if commune else f"Cả {effect.adopters} đơn vị",
        "measure": effect.measure, "before": _short(effect.before), "after": _short(effect.after),
        "n_before": effect.n_before, "n_after": effect.n_after, "difference": _short(effect.difference),
        "low": _short(effect.low), "high": _short(effect.high), "verdict": effect.verdict, "compared": effect.compared,
        "adopters": effect.adopters, "waiting": effect.waiting,
    }  # fmt: skip


def _short(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


@dataclass(frozen=True)
class Plot:
    """Where the interval, its middle and zero stand, in pixels of a plot `PLOT_WIDTH` wide."""

    low: float
    middle: float
    high: float
    zero: float
    diamond: str = ""


@dataclass(frozen=True)
class Line:
    """A row of the table, said."""

    effect: Effect
    measure: Measure
    plot: Plot | None

    @property
    def before(self) -> str:
        return tenths(self.effect.before)

    @property
    def after(self) -> str:
        return tenths(self.effect.after)

    @property
    def difference(self) -> str:
        return signed(self.effect.difference)

    @property
    def interval(self) -> str:
        if self.effect.low is None:
            return MISSING
        return f"{signed(self.effect.low)} đến {signed(self.effect.high)}"

    @property
    def words(self) -> str:
        return verdict_words(self.effect)

    @property
    def look(self) -> str:
        return LOOKS[Verdict(self.effect.verdict)] if self.measure.better else ""

    @property
    def is_told(self) -> bool:
        """Enough weeks and dossiers for a verdict."""
        return self.effect.verdict != Verdict.TOO_FEW


@dataclass(frozen=True)
class EffectTable:
    """One measure of one model: the row of all, the rows of the adopters, how the plots are scaled."""

    measure: Measure
    whole: Line | None
    lines: list[Line]
    ticks: list[tuple[float, str]]

    @property
    def cards(self) -> list[Line]:
        """For a phone: all together first, then one by one."""
        whole = [self.whole] if self.whole and len(self.lines) > 1 else []
        return [*whole, *self.lines]

    @property
    def unit(self) -> str:
        return unit_of_difference(self.measure)

    @property
    def reckoned_at(self) -> Any:
        return self.whole.effect.reckoned_at if self.whole else None

    @property
    def finding(self) -> str:
        """The title: what happened, or that nothing can be said."""
        return finding_of(self.whole.effect, self.measure) if self.whole else ""


def measures_with_effect(reform: Reform) -> list[Measure]:
    """In the order in which they were reckoned: the package's first measure first. One statement."""
    names = list(reform.effects.filter(adoption__isnull=True).order_by("pk").values_list("measure", flat=True))
    known = {one.name: one for one in all_measures()}
    return [known[name] for name in names if name in known]


def effect_table(reform: Reform, measure: Measure) -> EffectTable:
    """One statement. Adopters by their first day."""
    rows = list(
        reform.effects.filter(measure=measure.name).select_related("adoption__agency__commune")
        .order_by("adoption__started_on", "adoption__agency__sort_name")
    )  # fmt: skip
    scale = _scale(rows)
    lines = [Line(row, measure, scale.plot(row)) for row in rows]
    return EffectTable(
        measure, next((line for line in lines if line.effect.adoption_id is None), None),
        [line for line in lines if line.effect.adoption_id is not None], scale.ticks(),
    )  # fmt: skip


# --- Words ----------------------------------------------------------------------------------------------------------
def verdict_words(effect: Effect) -> str:
    """“Giảm rõ”, “Tăng rõ”, “Chưa thấy thay đổi”, “Chưa đủ số liệu”."""
    if effect.verdict in (Verdict.BETTER, Verdict.WORSE):
        return "Giảm rõ" if (effect.difference or 0) < 0 else "Tăng rõ"
    return Verdict(effect.verdict).label


def finding_of(effect: Effect, measure: Measure) -> str:
    what = measure.label.split(",")[0]
    if effect.verdict == Verdict.TOO_FEW:
        return f"Chưa đủ số liệu để nói về {_within(what)}"
    if effect.verdict == Verdict.NONE:
        return f"Chưa thấy {_within(what)} thay đổi"
    if measure.name == "processing_hours":
        pace = "nhanh" if (effect.difference or 0) < 0 else "chậm"
        return f"Sau khi áp dụng, mỗi hồ sơ {pace} hơn {tenths(abs(effect.difference or 0))}{NBSP}giờ làm việc"
    way = "giảm" if (effect.difference or 0) < 0 else "tăng"
    size = f"{tenths(abs(effect.difference or 0))}{NBSP}{unit_of_difference(measure)}"
    return f"Sau khi áp dụng, {_within(what)} {way} {size}"


def unit_of_difference(measure: Measure) -> str:
    return POINTS if measure.unit == "%" else measure.unit


def signed(value: float | None) -> str:
    """“−14,6”, “+2,9”, “0,0”, with a true minus sign."""
    digits = tenths(None if value is None else abs(value))
    return digits if value is None or not round(value, 1) else f"{'−' if value < 0 else '+'}{digits}"


def tenths(value: float | None) -> str:
    """With its tenth even where that is zero, so that the numbers of a column stand under each other: “17,0”, “1.047,5”."""
    if value is None:
        return MISSING
    whole, tenth = f"{value:,.1f}".split(".")
    return f"{whole.replace(',', '.')},{tenth}"


def _within(label: str) -> str:
    return label[:1].lower() + label[1:]


# --- The small plots ------------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class _Scale:
    least: float
    most: float

    def at(self, value: float) -> float:
        share = (value - self.least) / (self.most - self.least)
        return round(PLOT_MARGIN + share * (PLOT_WIDTH - 2 * PLOT_MARGIN), 1)

    def plot(self, row: Effect) -> Plot | None:
        if row.low is None or row.high is None or row.difference is None:
            return None
        low, high = max(row.low, self.least), min(row.high, self.most)
        middle = self.at(min(max(row.difference, self.least), self.most))
        diamond = f"M{middle - 6:.1f} 12l6-6 6 6-6 6z" if row.adoption_id is None else ""
        return Plot(self.at(low), middle, self.at(high), self.at(0), diamond)

    def ticks(self) -> list[tuple[float, str]]:
        far = self.least if -self.least >= self.most else self.most
        return sorted([(self.at(0), "0"), (min(max(self.at(far), 24.0), PLOT_WIDTH - 24.0), signed(far))])


def _scale(rows: Sequence[Effect]) -> _Scale:
    """From the widest told interval to zero; a wild interval of too few cases does not squeeze the others."""
    told = [row for row in rows if row.verdict != Verdict.TOO_FEW] or rows
    ends = [0.0, *_known(row.low for row in told), *_known(row.high for row in told)]
    least, most = min(ends), max(ends)
    return _Scale(least, most) if most > least else _Scale(-1.0, 1.0)


def _known(values: Iterable[float | None]) -> list[float]:
    return [value for value in values if value is not None]


# --- The chart ------------------------------------------------------------------------------------------------------
def effect_charts(effect: Effect, measure: Measure) -> list[Chart]:
    """Week by week around the start, drawn wide and narrow; empty when there is nothing to draw."""
    weeks, own = effect.series.get("weeks", []), effect.series.get("adopters", [])
    beside = effect.series.get("others", [])
    if not any(value is not None for value in own):
        return []
    lines = [Drawn("áp dụng", own)]
    if any(value is not None for value in beside):
        lines.append(Drawn("chưa áp dụng", beside, "beside"))
    return [_chart(finding_of(effect, measure), weeks, lines, width) for width in CHART_WIDTHS]


def _chart(finding: str, weeks: Sequence[int], lines: Sequence[Drawn], width: int) -> Chart:
    chart = line_chart(finding, ["" for _ in weeks], lines, width=width)
    across = (chart.right - LEFT) / max(1, len(weeks) - 1)
    zero = round(LEFT + weeks.index(0) * across, 1)
    foot, reach = chart.height - 4.0, -weeks[0]
    days = [
        Mark(LEFT, foot, f"{reach} tuần trước"),
        Mark(zero, foot, "tuần 0"),
        Mark(chart.right, foot, f"{reach} tuần sau"),
    ]
    if width == CHART_WIDTHS[-1]:
        days = [Mark(LEFT, foot, f"−{reach}"), Mark(zero, foot, "tuần 0"), Mark(chart.right, foot, f"+{reach}")]
    return replace(chart, days=days, event=Mark(zero, 0, "bắt đầu áp dụng"))
