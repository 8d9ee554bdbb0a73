"""From weekly figures of communes to a difference with its interval: difference in differences, pure.

A commune's value of a week is the measure's own figure (a share, a median, a mean). The week in which a model began is a
week of passage and counts on neither side. Words and reasons: docs/adr/0009-effect.md.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt
from scipy.stats import t as student

from ..models import Verdict

Floats = npt.NDArray[np.float64]
CONFIDENCE = 0.95
WINDOW = 12
"""Weeks on each side: a quarter of a year holds enough weeks and is told in the quarterly synthesis."""
LEAST_WEEKS = 4
"""With fewer weeks on a side Welch's interval has next to no degrees of freedom and says nothing."""
LEAST_N = 30
"""Below thirty dossiers on a side a median or a share is moved by a handful of people."""
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Panel:
    """Weekly figures of one measure: rows are communes by `codes`, columns whole weeks from the Monday `start` on.

    `values` in the measure's unit, NaN where a commune had none that week; `counts` are the dossiers behind them.
    """

    start: date
    codes: tuple[str, ...]
    values: Floats
    counts: Floats

    @property
    def weeks(self) -> int:
        return int(self.values.shape[1])

    def week_of(self, day: date) -> int:
        """The column of the day's week; may lie outside the panel."""
        return (day - self.start).days // 7


@dataclass(frozen=True)
class Treated:
    """A commune with the model from a day on. `adoption` names it to the caller."""

    adoption: int
    code: str
    started_on: date
    ended_on: date | None = None


@dataclass(frozen=True)
class Study:
    """One panel with its adopters. `others` may be compared against: day from which they had the model too, or None."""

    panel: Panel
    treated: Sequence[Treated]
    others: Mapping[str, date | None]
    window: int = WINDOW


@dataclass(frozen=True)
class Finding:
    """Numbers in the measure's unit. `better` of the measure gives the verdict; NaN is kept as None."""

    before: float | None = None
    after: float | None = None
    n_before: int = 0
    n_after: int = 0
    difference: float | None = None
    low: float | None = None
    high: float | None = None
    compared: int = 0
    adopters: int = 1
    waiting: int = 0
    verdict: Verdict = Verdict.TOO_FEW
    own: tuple[float | None, ...] = ()
    beside: tuple[float | None, ...] = ()


@dataclass(frozen=True)
class _Window:
    """The columns of a panel before and after one start, and where the chart begins."""

    zero: int
    before: slice
    after: slice


@dataclass(frozen=True)
class _Part:
    """One variance of a sum, with the degrees of freedom it was estimated by."""

    variance: float
    freedom: float


NO_DRIFT = _Part(0.0, math.inf)


@dataclass
class _Case:
    """One adopter with what it is compared against, for the reckoning over all of them."""

    finding: Finding
    changes: dict[str, float] = field(default_factory=dict)
    variance: float = 0.0


def each(study: Study, better: str) -> dict[int, Finding]:
    """The finding of every adopter, by its adoption."""
    return {one.adoption: _case(study, one, better).finding for one in study.treated}


def together(studies: Sequence[Study], better: str) -> Finding:
    """Of all adopters that have enough weeks and dossiers: the mean of their differences, every commune one part.

    The interval rests on how much adopters differ among themselves and how much the others changed by themselves, so
    that a false alarm stays as rare as it says even where weeks of one commune resemble each other.
    """
    groups = [[_case(study, one, better) for one in study.treated] for study in studies]
    counted = [[one for one in cases if one.finding.verdict != Verdict.TOO_FEW] for cases in groups]
    cases = [one for group in counted for one in group]
    waiting = sum(map(len, groups)) - len(cases)
    if not cases:
        return Finding(adopters=0, waiting=waiting)
    findings = [one.finding for one in cases]
    difference = _mean([one.difference for one in findings])
    if len(cases) == 1:
        low, high = findings[0].low, findings[0].high
    else:
        low, high = _interval(difference or 0.0, [_adopters_part(cases), *_others_part(counted, len(cases))])
    return Finding(
        before=_mean([one.before for one in findings]), after=_mean([one.after for one in findings]),
        n_before=sum(one.n_before for one in findings), n_after=sum(one.n_after for one in findings),
        difference=difference, low=low, high=high, adopters=len(cases), waiting=waiting,
        compared=len({code for one in cases for code in one.changes}), verdict=verdict(low, high, better),
        own=_side_by_side([one.own for one in findings]), beside=_side_by_side([one.beside for one in findings]),
    )  # fmt: skip


def verdict(low: float | None, high: float | None, better: str) -> Verdict:
    """A claim only where the whole interval lies on one side of zero. A figure without a good side counts up as better."""
    if low is None or high is None or low <= 0 <= high:
        return Verdict.NONE
    fell = high < 0
    return Verdict.BETTER if fell == (better == "down") else Verdict.WORSE


# --- One adopter -----------------------------------------------------------------------------------------------------
def _case(study: Study, treated: Treated, better: str) -> _Case:
    panel = study.panel
    window = _window(study, treated)
    row = panel.codes.index(treated.code) if treated.code in panel.codes else -1
    if row < 0:
        return _Case(Finding())
    own, counts = panel.values[row], panel.counts[row]
    line, changes, drift = _others(study, window)
    less = own - (np.zeros_like(own) if line is None else line)
    before, after = _known(less[window.before]), _known(less[window.after])
    n_before, n_after = int(counts[window.before].sum()), int(counts[window.after].sum())
    difference, low, high, parts = None, None, None, [drift]
    if len(before) >= 2 and len(after) >= 2:
        difference = float(after.mean() - before.mean())
        parts = [_part(before), _part(after), drift]
        low, high = _interval(difference, parts)
    is_enough = min(len(before), len(after)) >= LEAST_WEEKS and min(n_before, n_after) >= LEAST_N
    finding = Finding(
        before=_mean(_known(own[window.before])), after=_mean(_known(own[window.after])), n_before=n_before,
        n_after=n_after, difference=difference, low=low, high=high, compared=len(changes),
        verdict=verdict(low, high, better) if is_enough else Verdict.TOO_FEW, own=_around(own, window, study.window),
        waiting=0 if is_enough else 1, beside=() if line is None else _around(line, window, study.window),
    )  # fmt: skip
    return _Case(finding, changes, sum(one.variance for one in parts))


def _window(study: Study, treated: Treated) -> _Window:
    panel = study.panel
    zero = panel.week_of(treated.started_on)
    last = panel.weeks
    if treated.ended_on is not None:
        last = min(last, panel.week_of(treated.ended_on + timedelta(days=1)))
    begin, end = max(0, zero + 1), max(0, min(last, zero + 1 + study.window))
    return _Window(
        zero, slice(max(0, zero - study.window), max(0, min(zero, panel.weeks))), slice(min(begin, end), end)
    )


def _others(study: Study, window: _Window) -> tuple[Floats | None, dict[str, float], _Part]:
    """The mean line of the communes without the model over this window, how much each of them changed by itself, and
    how far a commune drifts in such a time.

    A commune counts with enough weeks and dossiers on both sides. Each is set to the others' level before the mean is
    taken, so that a week in which a slow commune had no dossier does not look like a quicker week.
    """
    rows = [
        row for row, code in enumerate(study.panel.codes)
        if code in study.others and _is_without(study, study.others[code], window)
    ]  # fmt: skip
    values, counts = study.panel.values[rows], study.panel.counts[rows]
    enough = np.ones(len(rows), dtype=bool)
    for side in (window.before, window.after):
        weeks = np.isfinite(values[:, side]).sum(axis=1)
        enough &= (weeks >= LEAST_WEEKS) & (counts[:, side].sum(axis=1) >= LEAST_N)
    if not enough.any():
        return None, {}, NO_DRIFT
    values = values[enough]
    before, after = np.nanmean(values[:, window.before], axis=1), np.nanmean(values[:, window.after], axis=1)
    level = (before + after) / 2
    line = _mean_line(values - level[:, None]) + level.mean()
    codes = [study.panel.codes[row] for row, is_enough in zip(rows, enough, strict=True) if is_enough]
    return line, dict(zip(codes, (after - before).tolist(), strict=True)), _drift(values - line, window, after - before)


def _drift(less: Floats, window: _Window, changes: Floats) -> _Part:
    """What the others' changes vary beyond what their weeks explain: communes wander for reasons of their own."""
    if len(changes) < 2:
        return NO_DRIFT
    sides = [less[:, side] for side in (window.before, window.after)]
    by_weeks = sum(np.nanvar(side, axis=1, ddof=1) / np.isfinite(side).sum(axis=1) for side in sides)
    return _Part(max(0.0, float(changes.var(ddof=1) - np.mean(by_weeks))), len(changes) - 1)


def _is_without(study: Study, had_from: date | None, window: _Window) -> bool:
    """Not yet with the model when the window ends: who adopts later may stand for those without until then."""
    return had_from is None or study.panel.week_of(had_from) >= max(window.after.stop, window.zero + 1)


def _mean_line(values: Floats) -> Floats:
    known = np.isfinite(values)
    count = known.sum(axis=0)
    return np.where(count > 0, np.where(known, values, 0.0).sum(axis=0) / np.maximum(count, 1), np.nan)


# --- Intervals -------------------------------------------------------------------------------------------------------
def _part(values: Floats) -> _Part:
    return _Part(float(values.var(ddof=1)) / len(values), len(values) - 1)


def _adopters_part(cases: Sequence[_Case]) -> _Part:
    """How much adopters differ among themselves, but never less than their own weeks vary: two may be alike by chance."""
    differences = np.array([one.finding.difference for one in cases], dtype=float)
    by_weeks = sum(one.variance for one in cases) / len(cases)
    return _Part(max(float(differences.var(ddof=1)), by_weeks) / len(cases), len(cases) - 1)


def _others_part(groups: Sequence[Sequence[_Case]], adopters: int) -> Iterable[_Part]:
    """How far chance moves the mean of the others. Panels share communes, so their errors are added, not averaged."""
    errors, freedom = [], math.inf
    for cases in groups:
        changes: dict[str, list[float]] = {}
        for one in cases:
            centre = sum(one.changes.values()) / max(1, len(one.changes))
            for code, change in one.changes.items():
                changes.setdefault(code, []).append(change - centre)
        if len(changes) > 1:
            mean = np.array([sum(each) / len(each) for each in changes.values()])
            errors.append(len(cases) / adopters * math.sqrt(float(mean.var(ddof=1)) / len(mean)))
            freedom = min(freedom, len(mean) - 1)
    return [_Part(sum(errors) ** 2, freedom)] if errors else []


def _interval(middle: float, parts: Sequence[_Part]) -> tuple[float, float]:
    """Welch: variances of unlike parts are added, the degrees of freedom by Satterthwaite."""
    variance = sum(one.variance for one in parts)
    if variance <= (1e-9 * max(1.0, abs(middle))) ** 2:
        return middle, middle
    freedom = variance**2 / sum(one.variance**2 / one.freedom for one in parts)
    half = float(student.ppf((1 + CONFIDENCE) / 2, freedom)) * math.sqrt(variance)
    return middle - half, middle + half


# --- Series for the chart --------------------------------------------------------------------------------------------
def _around(line: Floats, window: _Window, reach: int) -> tuple[float | None, ...]:
    """From `reach` weeks before to `reach` weeks after; nothing after the last counted week."""
    last = max(window.after.stop, min(window.zero + 1, len(line)))
    columns = range(window.zero - reach, window.zero + reach + 1)
    return tuple(float(line[at]) if 0 <= at < last and math.isfinite(line[at]) else None for at in columns)


def _side_by_side(lines: Sequence[Sequence[float | None]]) -> tuple[float | None, ...]:
    """The mean of lines, each set to the common level of the weeks before: who has no later weeks bends nothing."""
    levels = [(line, _mean(line[: len(line) // 2])) for line in lines if line]
    common = _mean(level for _, level in levels)
    if common is None:
        return ()
    moved = [
        [None if value is None else value - level + common for value in line]
        for line, level in levels
        if level is not None
    ]
    return tuple(_mean(week) for week in zip(*moved, strict=True))


def _known(values: Floats) -> Floats:
    return values[np.isfinite(values)]


def _mean(values: Iterable[float | None]) -> float | None:
    known = [float(value) for value in values if value is not None]
    return sum(known) / len(known) if known else None
